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
    '/how-to-search': { 'sr-Latn': '/kako-traziti', 'sr-Cyrl': '/kako-traziti', en: '/how-to-search' },
    '/about-the-data': { 'sr-Latn': '/o-podacima', 'sr-Cyrl': '/o-podacima', en: '/about-the-data' },
    '/privacy': { 'sr-Latn': '/privatnost', 'sr-Cyrl': '/privatnost', en: '/privacy' },
    '/accessibility': { 'sr-Latn': '/pristupacnost', 'sr-Cyrl': '/pristupacnost', en: '/accessibility' },
  },
});

/** A page of the public site, by the name of its route. */
export type PageName = keyof typeof routing.pathnames;
