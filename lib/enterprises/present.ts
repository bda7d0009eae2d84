import type { Locale } from '@/lib/i18n/locales';
import { inScript } from '@/lib/serbian';
import type { BilingualText, EnterpriseName } from './types';

/** A text as a visitor reads it: `lang` is set where it is not the page's own language. */
export interface ShownText {
  text: string;
  /** BCP 47 tag of the text when it differs from the page's, otherwise null. */
  lang: Locale | null;
}

/**
 * A bilingual text in the visitor's language and script. Where it was not written in that language, the other one
 * stands, marked with its tag.
 * @returns null when it was written in neither
 */
export function showText(text: BilingualText, locale: Locale): ShownText | null {
  const fromSerbian = (as: Locale) => (text.sr === null ? null : inScript(text.sr, as));
  if (locale === 'en') {
    if (text.en !== null) return { text: text.en, lang: null };
    const serbian = fromSerbian('sr-Latn');
    return serbian === null ? null : { text: serbian, lang: 'sr-Latn' };
  }
  const serbian = fromSerbian(locale);
  if (serbian !== null) return { text: serbian, lang: null };
  return text.en === null ? null : { text: text.en, lang: 'en' };
}

/** The name by which the enterprise is known, in the script shown. Names are not translated: English readers see it in Latin. */
export function showName(name: EnterpriseName, locale: Locale): string {
  if (locale === 'sr-Cyrl') return name.srCyrl ?? inScript(name.sr, 'sr-Cyrl');
  return inScript(name.sr, 'sr-Latn');
}

/** The host of an address as people write it: without `www.`; the whole text when it is no address. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}
