import { composeLetters, FOREIGN_CYRILLIC_TO_LATIN, SERBIAN_TO_LATIN } from './alphabet';
import { isEnglishPhrase, isLeftLatin, PROTECTED, splitFalseDigraphs } from './exceptions';
import { RESPELLED } from './respelled';

/** The site's locales: which script a text is shown in. */
type Locale = 'sr-Latn' | 'sr-Cyrl' | 'en';

/**
 * Serbian Latin to Cyrillic. Left as written: what stands between `⟦` and `⟧` (a mark for writers, itself
 * never shown), web and mail addresses, file names, tags, Roman numerals, words with a letter that Serbian
 * does not have, English phrases, and the names in `exceptions.ts`. What is Cyrillic already stays.
 */
export function toCyrillic(latin: string): string {
  const text = composeLetters(latin);
  return replaceBetween(text, KEPT, spanToCyrillic, (kept) => kept.slice(1, -1)).replace(/[⟦⟧]/gu, '');
}

/** Cyrillic to Serbian Latin, exact, capitals included: ЉУБАВ is LJUBAV, Љубав is Ljubav. Latin stays as it is. */
export function toLatin(cyrillic: string): string {
  const text = withoutMarks(composeLetters(cyrillic));
  if (!hasCyrillic(text)) return text;
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    const small = letter.toLowerCase();
    const latin = SERBIAN_TO_LATIN.get(small) ?? FOREIGN_CYRILLIC_TO_LATIN.get(small);
    if (latin === undefined) result += letter;
    else if (letter === small) result += latin;
    else if (latin.length > 1 && standsAmongCapitals(text, at)) result += latin.toUpperCase();
    else result += capitalise(latin);
  }
  return result;
}

/** A text as the locale shows it: English pages show Serbian names in Latin. Marks are taken away. */
export function inScript(text: string, locale: Locale): string {
  return locale === 'sr-Cyrl' ? toCyrillic(text) : toLatin(text);
}

/** Takes away the marks `⟦` and `⟧`, for a text that is shown as written. */
export function withoutMarks(text: string): string {
  return text.replace(/[⟦⟧]/gu, '');
}

export function hasCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

const KEPT = /⟦[^⟦⟧]*⟧/gu;
const CLAUSE = /[^.,;:!?()„“”"«»–—\n]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Changes what lies between the matches by one function, and the matches by another. */
function replaceBetween(
  text: string,
  pattern: RegExp,
  between: (part: string) => string,
  match: (part: string) => string,
): string {
  let result = '';
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    result += between(text.slice(end, found.index)) + match(found[0]);
    end = found.index + found[0].length;
  }
  return result + between(text.slice(end));
}

function spanToCyrillic(text: string): string {
  return replaceBetween(text, PROTECTED, clausesToCyrillic, (kept) => kept);
}

function clausesToCyrillic(text: string): string {
  return text.replace(CLAUSE, (clause, start: number) => {
    if (isEnglishPhrase(clause)) return clause;
    return clause.replace(WORD, (word, at: number) => {
      const end = start + at + word.length;
      return isLeftLatin(word, text.slice(end, end + 3)) ? word : wordToCyrillic(word);
    });
  });
}

function wordToCyrillic(word: string): string {
  const small = word.toLowerCase();
  const respelled = RESPELLED.find(([latin]) => small.startsWith(latin));
  if (!respelled) return lettersToCyrillic(splitFalseDigraphs(word));
  const [latin, cyrillic] = respelled;
  const beginning = word.slice(0, latin.length);
  return likeCase(cyrillic, beginning) + lettersToCyrillic(word.slice(latin.length));
}

function likeCase(cyrillic: string, model: string): string {
  if (model === model.toLowerCase()) return cyrillic;
  return model === model.toUpperCase() ? cyrillic.toUpperCase() : capitalise(cyrillic);
}

const TO_CYRILLIC: ReadonlyMap<string, string> = new Map(
  [...SERBIAN_TO_LATIN].map(([cyrillic, latin]) => [latin, cyrillic]),
);

/** Letter by letter; a zero-width non-joiner keeps two letters from being read as one, and vanishes. */
function lettersToCyrillic(word: string): string {
  return word
    .replace(/lj|nj|dž|[a-zđčćžš]/giu, (latin) => {
      const cyrillic = TO_CYRILLIC.get(latin.toLowerCase()) ?? latin;
      return latin.charAt(0) === latin.charAt(0).toLowerCase() ? cyrillic : cyrillic.toUpperCase();
    })
    .replaceAll('\u200c', '');
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** LJ or Lj? The next letter decides; at the end of a word the one before. */
function standsAmongCapitals(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  if (/\p{L}/u.test(next)) return /\p{Lu}/u.test(next);
  return /\p{Lu}/u.test(text.charAt(at - 1));
}
