/** The only list of locales. A Serbian locale always names its script: bare `sr` makes Intl print Cyrillic. */
export const LOCALES = ['sr-Latn', 'sr-Cyrl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'sr-Latn';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** What the addresses of a language begin with. */
export const LOCALE_PREFIXES = { 'sr-Latn': '', 'sr-Cyrl': '/cir', en: '/en' } as const satisfies Record<
  Locale,
  string
>;

/** Address of the home page in a language. */
export function homeOf(locale: Locale): string {
  return LOCALE_PREFIXES[locale] || '/';
}

/** The locale whose pages stand under a path: `/cir/preduzeca` is `sr-Cyrl`. */
export function localeOfPath(pathname: string): Locale {
  const found = LOCALES.find((locale) => {
    const prefix: string = LOCALE_PREFIXES[locale];
    return prefix !== '' && (pathname === prefix || pathname.startsWith(`${prefix}/`));
  });
  return found ?? DEFAULT_LOCALE;
}
