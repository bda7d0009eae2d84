import { digitsOf, type Span, spansOf } from './level';

/** Numbers with a check digit: of a citizen, of a bank account. */

const SEPARATED_13 = /(?<![\d])(?<!\d[.,/-])(?:\d[ ./-]?){12}\d(?![\d])/g;

/** What the words before it call one is meant, even with a slip of the pen. */
const CALLED_JMBG =
  /(?<!\p{L})(?:jmbg|mati[čc]n\p{L}* broj\p{L}*|јмбг|матичн\p{L}* број\p{L}*)[ :.-]{0,3}(?:(?:je|је|is)[ :]{1,2})?(?<what>(?:\d[ ./-]?){12}\d)(?!\d)/giu;

/** Unique number of a citizen (JMBG) or of a foreigner: DDMMYYYRRBBBK. */
export function findJmbg(text: string): Span[] {
  return [...spansOf(text, SEPARATED_13, (found) => isJmbg(digitsOf(found))), ...spansOf(text, CALLED_JMBG)];
}

/**
 * Whether 13 digits can be a JMBG: a day of the calendar up to today's century, and the check digit.
 * Source: Law on the unique citizen's number, Official Gazette RS 24/2018 (weights 7 6 5 4 3 2 twice, modulus 11).
 */
export function isJmbg(digits: string): boolean {
  const [, dd, mm, yyy] = /^(\d\d)(\d\d)(\d{3})\d{6}$/.exec(digits) ?? [];
  if (!dd || !mm || !yyy) return false;
  const year = Number(yyy) + (Number(yyy) >= 800 ? 1000 : 2000);
  const day = new Date(Date.UTC(year, Number(mm) - 1, Number(dd)));
  if (day.getUTCDate() !== Number(dd) || day.getUTCMonth() !== Number(mm) - 1) return false;
  const sum = [...digits.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (7 - (at % 6)), 0);
  const check = 11 - (sum % 11);
  return Number(digits[12]) === (check > 9 ? 0 : check);
}

const IBAN = /(?<![\p{L}\d])[RrРр][SsСс] ?(?:\d[ -]?){19}\d(?!\d)/gu;
/** Bank, account, check digits; the account's leading zeros are often left out. */
const ACCOUNT = /(?<![\d])(?<!\d[./-])\d{3} ?[-/] ?(?:\d[ ]?){1,13} ?[-/] ?\d{2}(?![\d]|[./-]\d)/g;
const EIGHTEEN = /(?<![\d])(?<!\d[./-])(?:\d ?){17}\d(?!\d)/g;

/** A number of a Serbian bank account (3-13-2 digits, modulus 97), also as IBAN. */
export function findBankAccounts(text: string): Span[] {
  return [
    ...spansOf(text, IBAN),
    ...spansOf(text, ACCOUNT, isAccount),
    ...spansOf(text, EIGHTEEN, (found) => isRemainderOne(digitsOf(found))),
  ];
}

function isAccount(written: string): boolean {
  const [bank = '', account = '', check = ''] = written.split(/[-/]/).map(digitsOf);
  // Written in full it is an account even with a slip of the pen; a shorter one could be something else.
  return account.length === 13 || isRemainderOne(bank + account.padStart(13, '0') + check);
}

function isRemainderOne(digits: string): boolean {
  return BigInt(digits) % 97n === 1n;
}
