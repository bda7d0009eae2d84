import { stem, stemEnglish, tokenize } from '@/lib/serbian';
import type { TextLang } from '@/lib/stories/texts';

/** A term of the sector in both languages. */
export interface GlossaryEntry {
  id: string;
  sr: string;
  en: string;
  /** Other ways to say it, parted by semicolons. */
  srAlso: string | null;
  enAlso: string | null;
  noteSr: string | null;
  noteEn: string | null;
}

/** The stems of a text's words, in order; in any script. */
function stemsOf(text: string, lang: TextLang): string[] {
  return tokenize(text).map(({ fold }) => (lang === 'sr' ? stem(fold) : stemEnglish(fold)));
}

/**
 * Terms of the glossary that a paragraph has, in whatever case or number, in the order in which they stand there. A term
 * within a longer one ("zadruga" in "socijalna zadruga") is left out where the longer one was found.
 * @param lang language of the paragraph
 */
export function termsIn(text: string, lang: TextLang, glossary: readonly GlossaryEntry[]): GlossaryEntry[] {
  const words = stemsOf(text, lang);
  const found = glossary.flatMap((entry) => {
    const at = waysOf(entry, lang).flatMap((way) => placesOf(way, words));
    return at.length === 0 ? [] : [{ entry, at }];
  });
  const isWithin = (part: { from: number; to: number }, whole: { from: number; to: number }) =>
    whole.from <= part.from && part.to <= whole.to && whole.to - whole.from > part.to - part.from;
  const all = found.flatMap(({ at }) => at);
  return found
    .map(({ entry, at }) => ({ entry, at: at.filter((place) => !all.some((other) => isWithin(place, other))) }))
    .filter(({ at }) => at.length > 0)
    .sort((a, b) => (a.at[0]?.from ?? 0) - (b.at[0]?.from ?? 0))
    .map(({ entry }) => entry);
}

// A glossary is stemmed once, not for each of a story's paragraphs.
const stemmed = new WeakMap<GlossaryEntry, Partial<Record<TextLang, string[][]>>>();

function waysOf(entry: GlossaryEntry, lang: TextLang): string[][] {
  const known = stemmed.get(entry) ?? {};
  const texts = lang === 'sr' ? [entry.sr, entry.srAlso] : [entry.en, entry.enAlso];
  const ways = known[lang] ?? texts.flatMap((text) => (text ?? '').split(';')).map((way) => stemsOf(way, lang));
  stemmed.set(entry, { ...known, [lang]: ways });
  return ways.filter((way) => way.length > 0);
}

function placesOf(way: readonly string[], words: readonly string[]): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  for (let from = 0; from + way.length <= words.length; from++) {
    if (way.every((word, at) => word === words[from + at])) places.push({ from, to: from + way.length });
  }
  return places;
}
