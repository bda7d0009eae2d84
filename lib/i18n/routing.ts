import { defineRouting } from 'next-intl/routing';
import { DEFAULT_LOCALE, LOCALE_PREFIXES, LOCALES } from './locales';

/**
 * Addresses of the public pages. The address alone decides the language: nothing is guessed from
 * the browser, and no cookie is set.
 */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: DEFAULT_LOCALE,
  localePrefix: { mode: 'as-needed', prefixes: { 'sr-Cyrl': LOCALE_PREFIXES['sr-Cyrl'], en: LOCALE_PREFIXES.en } },
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
  pathnames: {
    '/': '/',
    '/enterprises': { 'sr-Latn': '/preduzeca', 'sr-Cyrl': '/preduzeca', en: '/enterprises' },
    '/enterprises/[slug]': {
      'sr-Latn': '/preduzeca/[slug]',
      'sr-Cyrl': '/preduzeca/[slug]',
      en: '/enterprises/[slug]',
    },
    '/stories': { 'sr-Latn': '/price', 'sr-Cyrl': '/price', en: '/stories' },
    '/stories/[slug]': { 'sr-Latn': '/price/[slug]', 'sr-Cyrl': '/price/[slug]', en: '/stories/[slug]' },
    '/have-your-say': { 'sr-Latn': '/imate-rec', 'sr-Cyrl': '/imate-rec', en: '/have-your-say' },
    '/have-your-say/form/[step]': {
      'sr-Latn': '/imate-rec/upitnik/[step]',
      'sr-Cyrl': '/imate-rec/upitnik/[step]',
      en: '/have-your-say/form/[step]',
    },
    '/have-your-say/check': {
      'sr-Latn': '/imate-rec/provera',
      'sr-Cyrl': '/imate-rec/provera',
      en: '/have-your-say/check',
    },
    '/have-your-say/sent': {
      'sr-Latn': '/imate-rec/poslato',
      'sr-Cyrl': '/imate-rec/poslato',
      en: '/have-your-say/sent',
    },
    '/have-your-say/later': {
      'sr-Latn': '/imate-rec/kasnije',
      'sr-Cyrl': '/imate-rec/kasnije',
      en: '/have-your-say/later',
    },
    '/have-your-say/resume': {
      'sr-Latn': '/imate-rec/nastavak',
      'sr-Cyrl': '/imate-rec/nastavak',
      en: '/have-your-say/resume',
    },
    '/have-your-say/confirm': {
      'sr-Latn': '/imate-rec/potvrda',
      'sr-Cyrl': '/imate-rec/potvrda',
      en: '/have-your-say/confirm',
    },
    '/have-your-say/my-story': {
      'sr-Latn': '/imate-rec/moja-prica',
      'sr-Cyrl': '/imate-rec/moja-prica',
      en: '/have-your-say/my-story',
    },
    '/have-your-say/still-alive': {
      'sr-Latn': '/imate-rec/traje-li',
      'sr-Cyrl': '/imate-rec/traje-li',
      en: '/have-your-say/still-alive',
    },
    '/have-your-say/receipt': {
      'sr-Latn': '/imate-rec/priznanica',
      'sr-Cyrl': '/imate-rec/priznanica',
      en: '/have-your-say/receipt',
    },
    '/how-to-search': { 'sr-Latn': '/kako-traziti', 'sr-Cyrl': '/kako-traziti', en: '/how-to-search' },
    '/about-the-data': { 'sr-Latn': '/o-podacima', 'sr-Cyrl': '/o-podacima', en: '/about-the-data' },
    '/privacy': { 'sr-Latn': '/privatnost', 'sr-Cyrl': '/privatnost', en: '/privacy' },
    '/how-we-decide': { 'sr-Latn': '/kako-odlucujemo', 'sr-Cyrl': '/kako-odlucujemo', en: '/how-we-decide' },
    '/accessibility': { 'sr-Latn': '/pristupacnost', 'sr-Cyrl': '/pristupacnost', en: '/accessibility' },
    '/desk': { 'sr-Latn': '/ured', 'sr-Cyrl': '/ured', en: '/desk' },
    '/desk/sign-in': { 'sr-Latn': '/ured/prijava', 'sr-Cyrl': '/ured/prijava', en: '/desk/sign-in' },
    '/desk/code': { 'sr-Latn': '/ured/kod', 'sr-Cyrl': '/ured/kod', en: '/desk/code' },
    '/desk/invitation': { 'sr-Latn': '/ured/pozivnica', 'sr-Cyrl': '/ured/pozivnica', en: '/desk/invitation' },
    '/desk/forgotten': {
      'sr-Latn': '/ured/zaboravljena-lozinka',
      'sr-Cyrl': '/ured/zaboravljena-lozinka',
      en: '/desk/forgotten',
    },
    '/desk/new-password': {
      'sr-Latn': '/ured/nova-lozinka',
      'sr-Cyrl': '/ured/nova-lozinka',
      en: '/desk/new-password',
    },
    '/desk/set-up-factor': {
      'sr-Latn': '/ured/drugi-korak',
      'sr-Cyrl': '/ured/drugi-korak',
      en: '/desk/set-up-factor',
    },
    '/desk/recovery-codes': {
      'sr-Latn': '/ured/rezervni-kodovi',
      'sr-Cyrl': '/ured/rezervni-kodovi',
      en: '/desk/recovery-codes',
    },
    '/desk/account': { 'sr-Latn': '/ured/nalog', 'sr-Cyrl': '/ured/nalog', en: '/desk/account' },
    '/desk/stories/[reference]': {
      'sr-Latn': '/ured/price/[reference]',
      'sr-Cyrl': '/ured/price/[reference]',
      en: '/desk/stories/[reference]',
    },
    '/desk/bulk': { 'sr-Latn': '/ured/zajedno', 'sr-Cyrl': '/ured/zajedno', en: '/desk/bulk' },
    '/desk/bulk/[id]': { 'sr-Latn': '/ured/zajedno/[id]', 'sr-Cyrl': '/ured/zajedno/[id]', en: '/desk/bulk/[id]' },
    '/desk/people': { 'sr-Latn': '/ured/ljudi', 'sr-Cyrl': '/ured/ljudi', en: '/desk/people' },
    '/desk/figures': { 'sr-Latn': '/ured/brojke', 'sr-Cyrl': '/ured/brojke', en: '/desk/figures' },
    '/desk/translations': { 'sr-Latn': '/ured/prevodi', 'sr-Cyrl': '/ured/prevodi', en: '/desk/translations' },
    '/desk/intake': { 'sr-Latn': '/ured/unos', 'sr-Cyrl': '/ured/unos', en: '/desk/intake' },
    '/desk/intake/[id]': { 'sr-Latn': '/ured/unos/[id]', 'sr-Cyrl': '/ured/unos/[id]', en: '/desk/intake/[id]' },
    '/desk/stories/[reference]/photos': {
      'sr-Latn': '/ured/price/[reference]/fotografije',
      'sr-Cyrl': '/ured/price/[reference]/fotografije',
      en: '/desk/stories/[reference]/photos',
    },
    '/desk/stories/[reference]/translation': {
      'sr-Latn': '/ured/price/[reference]/prevod',
      'sr-Cyrl': '/ured/price/[reference]/prevod',
      en: '/desk/stories/[reference]/translation',
    },
  },
});

/** A page of the public site, by the name of its route. */
export type PageName = keyof typeof routing.pathnames;

/** Whether a page depends on who asks: a draft, a story's status, the staff desk. Never kept, listed or indexed. */
export function isPersonalPage(page: PageName): boolean {
  return page.startsWith('/have-your-say') || page.startsWith('/desk');
}
