import { fold } from './fold';

/** A word of a text. `start` and `end` are UTF-16 offsets in the text as given (end exclusive). */
export interface Token {
  readonly text: string;
  readonly fold: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text into words: runs of letters and digits of any script, with offsets for marking.
 *
 * - A hyphen, slash, dot or comma ends a word: `lice-ulice` is two words, `031/123-456` three.
 * - An apostrophe between two letters belongs to the word and vanishes from its fold: `women's` is `womens`.
 * - Single letters joined by dots are one word, as are the legal forms set with spaces: `d.o.o.` and `d. o. o.`
 *   are `doo`, `a.d.` is `ad`.
 * - Letters and digits side by side stay together: `B2B`, `3D`. Zeros are kept: `031`.
 * - Invisible signs inside a word do not cut it. A word that folds to nothing is left out.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (kindAt(text, at) !== WORD) {
      at += widthAt(text, at);
      continue;
    }
    const start = at;
    const end = abbreviationEnd(text, start) ?? wordEnd(text, start);
    at = end;
    const word = text.slice(start, end);
    const folded = foldWord(word);
    if (folded !== '') tokens.push({ text: word, fold: folded, start, end });
  }
  return tokens;
}

const OTHER = 0;
const WORD = 1;
/** Marks and invisible signs: part of a word that has begun, never its beginning. */
const INSIDE = 2;
const APOSTROPHE = 3;

type Kind = typeof OTHER | typeof WORD | typeof INSIDE | typeof APOSTROPHE;

const TABLE_END = 0x0530;
const TABLE = Uint8Array.from({ length: TABLE_END }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(sign: string): Kind {
  if (sign === "'" || sign === '’' || sign === 'ʼ' || sign === '`') return APOSTROPHE;
  if (/[\p{L}\p{N}]/u.test(sign)) return WORD;
  if (/[\p{M}\p{Cf}\p{Cs}]|(?![\t\n\v\f\r\u0085])\p{Cc}/u.test(sign)) return INSIDE;
  return OTHER;
}

function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code < TABLE_END) return TABLE[code] as Kind;
  return kindOf(text.slice(at, at + widthAt(text, at)));
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  let at = start;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === OTHER) break;
    if (kind === APOSTROPHE && !(at + 1 < text.length && kindAt(text, at + 1) === WORD)) break;
    at += widthAt(text, at);
    if (kind === WORD) end = at;
  }
  return end;
}

const DOTTED = /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/uy;
const SPACED_LEGAL_FORM = /(?:d\. ?o\. ?o|a\. ?d|д\. ?о\. ?о|а\. ?д)(?:\.|(?![\p{L}\p{N}]))/iuy;

/** Where an abbreviation that begins here ends, or undefined. Only a letter followed by a dot can begin one. */
function abbreviationEnd(text: string, start: number): number | undefined {
  if (text[start + widthAt(text, start)] !== '.') return undefined;
  for (const pattern of [SPACED_LEGAL_FORM, DOTTED]) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return undefined;
}

const PLAIN_WORD = /^[a-z0-9]*$/;

function foldWord(word: string): string {
  const folded = fold(word);
  return PLAIN_WORD.test(folded) ? folded : fold(folded.replace(/[^\p{L}\p{N}]|ʼ/gu, ''));
}
