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
    '/enterprises/[slug]/still-correct': {
      'sr-Latn': '/preduzeca/[slug]/jos-tacno',
      'sr-Cyrl': '/preduzeca/[slug]/jos-tacno',
      en: '/enterprises/[slug]/still-correct',
    },
    '/enterprises/add': { 'sr-Latn': '/preduzeca/dodaj', 'sr-Cyrl': '/preduzeca/dodaj', en: '/enterprises/add' },
    '/enterprises/[slug]/correct': {
      'sr-Latn': '/preduzeca/[slug]/ispravka',
      'sr-Cyrl': '/preduzeca/[slug]/ispravka',
      en: '/enterprises/[slug]/correct',
    },
    '/enterprises/[slug]/mine': {
      'sr-Latn': '/preduzeca/[slug]/moje',
      'sr-Cyrl': '/preduzeca/[slug]/moje',
      en: '/enterprises/[slug]/mine',
    },
    '/suggestion': { 'sr-Latn': '/predlog', 'sr-Cyrl': '/predlog', en: '/suggestion' },
    '/suggestion/confirm': {
      'sr-Latn': '/predlog/potvrda',
      'sr-Cyrl': '/predlog/potvrda',
      en: '/suggestion/confirm',
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
    '/desk/suggestions': { 'sr-Latn': '/ured/predlozi', 'sr-Cyrl': '/ured/predlozi', en: '/desk/suggestions' },
    '/desk/suggestions/[reference]': {
      'sr-Latn': '/ured/predlozi/[reference]',
      'sr-Cyrl': '/ured/predlozi/[reference]',
      en: '/desk/suggestions/[reference]',
    },
    '/desk/words': { 'sr-Latn': '/ured/reci', 'sr-Cyrl': '/ured/reci', en: '/desk/words' },
    '/desk/words/texts/[document]': {
      'sr-Latn': '/ured/reci/tekst/[document]',
      'sr-Cyrl': '/ured/reci/tekst/[document]',
      en: '/desk/words/texts/[document]',
    },
    '/desk/words/terms/[taxonomy]': {
      'sr-Latn': '/ured/reci/pojmovi/[taxonomy]',
      'sr-Cyrl': '/ured/reci/pojmovi/[taxonomy]',
      en: '/desk/words/terms/[taxonomy]',
    },
    '/desk/words/terms/[taxonomy]/[code]': {
      'sr-Latn': '/ured/reci/pojmovi/[taxonomy]/[code]',
      'sr-Cyrl': '/ured/reci/pojmovi/[taxonomy]/[code]',
      en: '/desk/words/terms/[taxonomy]/[code]',
    },
    '/desk/words/reasons': {
      'sr-Latn': '/ured/reci/razlozi',
      'sr-Cyrl': '/ured/reci/razlozi',
      en: '/desk/words/reasons',
    },
    '/desk/stories/[reference]': {
      'sr-Latn': '/ured/price/[reference]',
      'sr-Cyrl': '/ured/price/[reference]',
      en: '/desk/stories/[reference]',
    },
    '/desk/stories/[reference]/edit': {
      'sr-Latn': '/ured/price/[reference]/ispravke',
      'sr-Cyrl': '/ured/price/[reference]/ispravke',
      en: '/desk/stories/[reference]/edit',
    },
    '/desk/bulk': { 'sr-Latn': '/ured/zajedno', 'sr-Cyrl': '/ured/zajedno', en: '/desk/bulk' },
    '/desk/bulk/[id]': { 'sr-Latn': '/ured/zajedno/[id]', 'sr-Cyrl': '/ured/zajedno/[id]', en: '/desk/bulk/[id]' },
    '/desk/people': { 'sr-Latn': '/ured/ljudi', 'sr-Cyrl': '/ured/ljudi', en: '/desk/people' },
    '/desk/duty': { 'sr-Latn': '/ured/dezurstvo', 'sr-Cyrl': '/ured/dezurstvo', en: '/desk/duty' },
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
    '/desk/audit': { 'sr-Latn': '/ured/dnevnik', 'sr-Cyrl': '/ured/dnevnik', en: '/desk/audit' },
    '/desk/system': { 'sr-Latn': '/ured/sistem', 'sr-Cyrl': '/ured/sistem', en: '/desk/system' },
    '/desk/enterprises': { 'sr-Latn': '/ured/preduzeca', 'sr-Cyrl': '/ured/preduzeca', en: '/desk/enterprises' },
    '/desk/enterprises/new': {
      'sr-Latn': '/ured/preduzeca/novo',
      'sr-Cyrl': '/ured/preduzeca/novo',
      en: '/desk/enterprises/new',
    },
    '/desk/enterprises/[id]': {
      'sr-Latn': '/ured/preduzeca/[id]',
      'sr-Cyrl': '/ured/preduzeca/[id]',
      en: '/desk/enterprises/[id]',
    },
    '/desk/enterprises/[id]/edit': {
      'sr-Latn': '/ured/preduzeca/[id]/izmena',
      'sr-Cyrl': '/ured/preduzeca/[id]/izmena',
      en: '/desk/enterprises/[id]/edit',
    },
    '/desk/enterprises/[id]/merge': {
      'sr-Latn': '/ured/preduzeca/[id]/spajanje',
      'sr-Cyrl': '/ured/preduzeca/[id]/spajanje',
      en: '/desk/enterprises/[id]/merge',
    },
    '/desk/enterprises/[id]/split': {
      'sr-Latn': '/ured/preduzeca/[id]/razdvajanje',
      'sr-Cyrl': '/ured/preduzeca/[id]/razdvajanje',
      en: '/desk/enterprises/[id]/split',
    },
    '/desk/stale': { 'sr-Latn': '/ured/za-proveru', 'sr-Cyrl': '/ured/za-proveru', en: '/desk/stale' },
    '/desk/import': { 'sr-Latn': '/ured/uvoz', 'sr-Cyrl': '/ured/uvoz', en: '/desk/import' },
    '/desk/import/[id]': { 'sr-Latn': '/ured/uvoz/[id]', 'sr-Cyrl': '/ured/uvoz/[id]', en: '/desk/import/[id]' },
  },
});

/** A page of the public site, by the name of its route. */
export type PageName = keyof typeof routing.pathnames;

/** Forms of the public for the directory: each is given out with a stamp of its own. */
const SUGGESTION_FORMS: readonly PageName[] = [
  '/enterprises/add',
  '/enterprises/[slug]/correct',
  '/enterprises/[slug]/mine',
];

/**
 * Whether a page depends on who asks: a draft, a story's status, a suggestion and its forms, the staff desk. Never kept,
 * listed or indexed.
 */
export function isPersonalPage(page: PageName): boolean {
  return (
    page.startsWith('/have-your-say') ||
    page.startsWith('/suggestion') ||
    page.startsWith('/desk') ||
    page === '/enterprises/[slug]/still-correct' ||
    SUGGESTION_FORMS.includes(page)
  );
}
