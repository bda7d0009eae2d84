import type { Locale } from '@/lib/i18n/locales';

/** Names of the languages in the switch: each in its own language and script, in full and for narrow screens. */
export const LOCALE_NAMES: Record<Locale, { full: string; brief: string }> = {
  'sr-Latn': { full: 'Latinica', brief: 'Lat' },
  'sr-Cyrl': { full: 'Ћирилица', brief: 'Ћир' },
  en: { full: 'English', brief: 'En' },
};

/** The coalition's own site. */
export const COALITION_SITE = 'https://solidarnaekonomija.rs';

/** Licence of the data. */
export const DATA_LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** Places in our pages that other pages link to; the same in every language. */
export const ANCHORS = {
  voice: 'imate-rec',
  criteria: 'merila',
  corrections: 'ispravke',
  downloads: 'preuzimanje',
  sources: 'izvori',
} as const;
