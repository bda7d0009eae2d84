import { CYRILLIC_ALPHABET, LATIN_ALPHABET } from './alphabet';
import { toCyrillic, toLatin } from './transliterate';

export type Script = 'Latn' | 'Cyrl';
type Locale = 'sr-Latn' | 'sr-Cyrl' | 'en';

const COLLATORS: Readonly<Record<Locale, Intl.Collator>> = {
  'sr-Latn': new Intl.Collator('sr-Latn'),
  'sr-Cyrl': new Intl.Collator('sr-Cyrl'),
  en: new Intl.Collator('en'),
};

/**
 * Compares names as they are shown, in the order of the locale's alphabet (in Latin č follows c, lj follows l).
 * Quotation marks and other punctuation count only between names that are otherwise equal.
 */
export function compareNames(a: string, b: string, locale: Locale): number {
  const collator = COLLATORS[locale];
  return collator.compare(withoutPunctuation(a), withoutPunctuation(b)) || collator.compare(a, b);
}

/**
 * A key whose bytes sort as the Serbian alphabet of the script does, for a database that cannot: printable
 * ASCII. The text may be in either script. Case, marks on foreign letters and punctuation do not count, so
 * sort by the key and then by the id. Order: space, digits, letters; in Cyrillic, Latin words come last.
 */
export function sortKey(text: string, script: Script = 'Latn'): string {
  const shown = script === 'Cyrl' ? toCyrillic(text) : toLatin(text);
  const letters = withoutPunctuation(shown).toLowerCase().normalize('NFC');
  return letters.replace(script === 'Cyrl' ? CYRILLIC_LETTER : LATIN_LETTER, (letter) => keyOf(letter, script));
}

function withoutPunctuation(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** The foreign letters of the Latin alphabet go where the Serbian collation has them. */
const LATIN_ORDER = [
  ...LATIN_ALPHABET.slice(0, 22),
  'q',
  ...LATIN_ALPHABET.slice(22, 28),
  'w',
  'x',
  'y',
  ...LATIN_ALPHABET.slice(28),
];
const LATIN_LETTER = /lj|nj|dž|[^ 0-9]/gu;
const CYRILLIC_LETTER = /[^ 0-9]/gu;

const KEYS: Readonly<Record<Script, ReadonlyMap<string, string>>> = {
  Latn: numbered(LATIN_ORDER),
  Cyrl: numbered(CYRILLIC_ALPHABET),
};

/** A, B, C … for the letters in their order: one byte each, all after the digits. */
function numbered(letters: readonly string[]): ReadonlyMap<string, string> {
  return new Map(letters.map((letter, place) => [letter, String.fromCharCode(65 + place)]));
}

function keyOf(letter: string, script: Script): string {
  const known = KEYS[script].get(letter);
  if (known !== undefined) return known;
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  if (script === 'Latn') return KEYS.Latn.get(plain) ?? '';
  return KEYS.Cyrl.get(plain) ?? (KEYS.Latn.has(plain) ? `~${KEYS.Latn.get(plain)}` : '');
}
