import { DIGRAPH_SIGNS, FOREIGN_CYRILLIC_TO_LATIN, SERBIAN_TO_LATIN } from './alphabet';

/**
 * The one key under which a Serbian word is stored and looked for: bald small Latin. Script, case and
 * diacritics go; đ, dj, ђ and дј all become `d`, dž and џ become `dz`, lj and nj stay two letters.
 *
 * `dj` becomes `d` in every word, because nobody can tell Đorđe written Djordje from odjek by the letters
 * alone. Both sides of a comparison pass here, so odjek still meets odjek, and the ijekavian djeca,
 * podjela meet deca, podela as a gift. Invisible signs (zero width, direction, soft hyphen, NUL and other
 * controls but white space) and lone surrogates vanish. Punctuation stays: words are cut by `tokenize`.
 *
 * Total, linear, idempotent; fold(cyrillic) equals fold(latin). See docs/decisions/0001-serbian-text.md.
 */
export function fold(text: string): string {
  const bare = PLAIN_ASCII.test(text) ? text.toLowerCase() : foldLetters(text);
  return bare.includes('dj') ? bare.replace(/dj+/g, 'd') : bare;
}

/** Printable ASCII and white space: nothing to map but the case. */
const PLAIN_ASCII = /^[\t\n\r -~]*$/;
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Mn}\p{Me}]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
/** Signs that may hold a letter apart from its mark, taken out before composing. */
const FORMAT_SIGNS = /\p{Cf}|\p{Cs}|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/** Latin letters that Unicode does not decompose. */
const UNDECOMPOSED: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'], ['ð', 'd'], ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['ł', 'l'], ['ħ', 'h'], ['ı', 'i'],
  ['ŋ', 'n'], ['þ', 'th'], ['ŧ', 't'], ['ĸ', 'k'], ['ƶ', 'z'], ['ɖ', 'd'], ['ς', 'σ'],
]); // biome-ignore format: a table

function foldLetters(text: string): string {
  const composed = text.replace(FORMAT_SIGNS, '').normalize('NFC');
  let folded = '';
  for (let at = 0; at < composed.length; at++) {
    const code = composed.charCodeAt(at);
    if (code < TABLE_END) {
      folded += TABLE[code];
      continue;
    }
    const sign = String.fromCodePoint(composed.codePointAt(at) ?? code);
    at += sign.length - 1;
    folded += foldSign(sign);
  }
  return folded;
}

/** The letters that Unicode cannot take to a bald Latin letter. Cyrillic ones on their way through č, đ, š … lose the mark. */
const BALD: ReadonlyMap<string, string> = new Map([
  ...[...SERBIAN_TO_LATIN, ...FOREIGN_CYRILLIC_TO_LATIN].map(
    ([letter, latin]) => [letter, withoutMarks(latin)] as const,
  ),
  ...UNDECOMPOSED,
]);

/** Code units below this are looked up; above, Unicode's tables do the work. Covers Latin, Greek and Cyrillic. */
const TABLE_END = 0x0530;
const TABLE: readonly string[] = Array.from({ length: TABLE_END }, (_, code) => foldSign(String.fromCharCode(code)));

/** Folds one sign. Lower case comes before and after decomposition, as some compatibility forms hold capitals. */
function foldSign(sign: string): string {
  const small = (DIGRAPH_SIGNS.get(sign) ?? sign).toLowerCase();
  const whole = BALD.get(small);
  if (whole !== undefined) return whole;
  return withoutMarks(small)
    .toLowerCase()
    .replace(/[^\0-\x7f]/gu, (letter) => BALD.get(letter) ?? letter);
}

function withoutMarks(text: string): string {
  const bare = text.normalize('NFKD').replace(INVISIBLE, '');
  return bare.replaceAll('đ', 'd');
}
