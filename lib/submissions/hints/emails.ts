import { type Span, spansOf } from './level';

// Lengths are bounded (RFC 5321), so that a long line without an address costs no more than its length.
const NAME = String.raw`[\p{L}\d](?:[\p{L}\d._%+-]{0,62}[\p{L}\d_])?`;
const HOST = String.raw`[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?`;
const DOT_WORD = 'dot|tačka|tacka|točka|tocka|punkt|тачка|дот|точка';
const AT_WORD = 'at|et|ат|ет|majmun|majmunče|мајмун|мајмунче|manki|манки';
/** A dot, alone or among blanks, or the word for it, alone or in brackets. */
const DOT = String.raw`(?: ?\. ?| ?[([{<] ?(?:\.|${DOT_WORD}) ?[)\]}>] ?| (?:${DOT_WORD}) )`;
const PLAIN_DOT = String.raw`\.`;

const PATTERNS = [
  // ana@primer.rs, also with blanks about the sign: ana @ primer.rs
  `${NAME} ?@ ?${HOST}(?:${PLAIN_DOT}${HOST})+`,
  // ana@primer (dot) rs, ana @ primer . rs
  `${NAME} ?@ ?${HOST}(?:${DOT}${HOST}){1,3}`,
  // ana (at) primer.rs, ana [et] primer [tačka] rs
  String.raw`${NAME} ?[([{<*_] ?(?:${AT_WORD}|@|a|а) ?[)\]}>*_] ?${HOST}(?:${DOT}${HOST}){1,3}`,
  // ana at primer dot rs, ana majmun gmail tačka com, ana et primer.rs
  `${NAME} (?:${AT_WORD}) ${HOST}(?: (?:${DOT_WORD}) ${HOST}){1,3}`,
  String.raw`${NAME} (?:${AT_WORD}) (?:gmail|yahoo|hotmail|outlook|mail|live|icloud|proton|protonmail|sbb|eunet|verat|ptt|open)\.(?:com|rs|net|me|co\.rs)`,
];
const EMAIL = new RegExp(`(?<![\\p{L}\\d])(?:${PATTERNS.join('|')})(?![\\p{L}\\d])`, 'giu');

/** E-mail addresses, also those written so that programs do not see them. */
export function findEmails(text: string): Span[] {
  return spansOf(text, EMAIL);
}
