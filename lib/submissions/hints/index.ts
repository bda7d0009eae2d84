import { findEmails } from './emails';
import { type Hint, type HintKind, level, type Span } from './level';
import { findBankAccounts, findJmbg } from './numbers';
import { findPhones } from './phones';
import { findPlates } from './plates';
import { findStreets } from './streets';

export type { Hint, HintKind } from './level';

/** The more certain first: digits of an account are not a phone as well. */
const FINDERS: readonly [HintKind, (text: string) => Span[]][] = [
  ['bankAccount', findBankAccounts],
  ['jmbg', findJmbg],
  ['email', findEmails],
  ['plate', findPlates],
  ['phone', findPhones],
  ['street', findStreets],
];

/**
 * Passages of a text that look like a person's own data: number of a citizen, phone, e-mail, street with a number, bank
 * account, licence plate; Serbian in both scripts and all cases, and English. It advises and never blocks: it may be the
 * number of the organisation. Pure and small enough for the browser; nothing leaves the machine that runs it.
 * @param text as typed, NFC; offsets are of its UTF-16 units
 */
export function findPersonalData(text: string): Hint[] {
  const levelled = level(text);
  const hints: Hint[] = [];
  for (const [kind, find] of FINDERS) {
    for (const { start, end } of find(levelled).map((span) => withoutLooseBracket(levelled, span))) {
      if (hints.some((hint) => start < hint.end && hint.start < end)) continue;
      hints.push({ kind, start, end, quote: text.slice(start, end) });
    }
  }
  return hints.sort((a, b) => a.start - b.start);
}

/** „(064/123-45-67)“ stands in brackets; „(011) 123-456“ has some. */
function withoutLooseBracket(text: string, { start, end }: Span): Span {
  return text[start] === '(' && !text.slice(start, end).includes(')') ? { start: start + 1, end } : { start, end };
}

/** The same for the name of a file, in which `_`, `-` and `.` stand for blanks. The ending is no part of it. */
export function findPersonalDataInFileName(name: string): Hint[] {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const readings = [stem, stem.replace(/_/g, ' '), stem.replace(/[_.-]/g, ' ')];
  const hints: Hint[] = [];
  for (const reading of readings) {
    for (const { kind, start, end } of findPersonalData(reading)) {
      if (hints.some((hint) => start < hint.end && hint.start < end)) continue;
      hints.push({ kind, start, end, quote: name.slice(start, end) });
    }
  }
  return hints.sort((a, b) => a.start - b.start);
}
