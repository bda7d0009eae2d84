/** The only list of locales. A Serbian locale always names its script: bare `sr` makes Intl print Cyrillic. */
export const LOCALES = ['sr-Latn', 'sr-Cyrl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'sr-Latn';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}
