import { digitsOf, type Span, spansOf } from './level';

/** Between the digits of a number: blanks, one mark of parting, brackets. */
const GAP = String.raw`[ ]{0,2}(?:[/.\-)(] ?){0,2}`;
const REST = String.raw`(?:${GAP}\d)`;

/** +381 (0)64 …, 00381 …, 381 64 …; any other country only with its plus. */
const WITH_COUNTRY = new RegExp(
  String.raw`(?<!\d)(?<!\d[./-])(?:\(?\+ ?\d|00 ?[1-9]|(?<![\d.,/-])381(?=[ /.-]?\(?0?[1-36]))${REST}{7,13}(?!\d)`,
  'g',
);
/** 064/123-45-67, (011) 312 34 56, 0230/12-345: a zero, an area of Serbia or a mobile network, the number. */
const NATIONAL = new RegExp(String.raw`(?<!\d)(?<!\d[.,/-])(?<![.,]\d)\(?0 ?[1-36]${REST}{6,9}(?!\d)(?![.,/-]\d)`, 'g');
/** A number that the words before it call one: „tel. 3123-456“, „zovite na 64 123 45 67“. */
const CALLED = new RegExp(
  String.raw`(?<![\p{L}])(?:tel|telef\p{L}*|mob|mobiln\p{L}*|mobitel|fiksn\p{L}*|viber|whatsapp|vacap|phone|call|gsm|тел|телеф\p{L}*|моб|мобилн\p{L}*|фиксн\p{L}*|вајбер|вацап)(?:[.: -]|(?:na|at|us|me|br|broj|number|is|on|je|на|бр|број|је)(?!\p{L})){1,12}(?<what>\(?\d${REST}{5,10})(?!\d)(?! ?[%€$])(?! (?:rsd|din|eur|ljudi|poziv|људи|позив|people|calls))`,
  'giu',
);

/** Phone numbers, as they are written in Serbia. */
export function findPhones(text: string): Span[] {
  return [
    ...spansOf(text, WITH_COUNTRY, isInternational),
    ...spansOf(text, NATIONAL, isNational),
    ...spansOf(text, CALLED, (found) => !isDate(found) && !/^(?:19|20)\d\d[.-]/.test(found)),
  ];
}

function isInternational(written: string): boolean {
  const digits = digitsOf(written).replace(/^00/, '');
  if (!digits.startsWith('381')) return digits.length >= 9 && digits.length <= 15;
  return /^3810?(?:6\d{7,9}|[1-3]\d{7,9}|800\d{4,7})$/.test(digits);
}

/** 8 digits (010/12-345) to 11 (06x with eight); without any mark of parting at least 9, as shorter ones are other numbers. */
function isNational(written: string): boolean {
  const digits = digitsOf(written);
  if (isDate(written) || isTime(written)) return false;
  if (digits.startsWith('06')) return /^06\d{7,9}$/.test(digits);
  if (/^\d+$/.test(written)) return /^0[1-3]\d{7,8}$/.test(digits);
  // After the area stands the first mark; groups of three zeros are a count.
  return /^\(?0 ?[1-3]\d{1,2} ?[/.)( -]/.test(written) && /^0[1-3]\d{6,8}$/.test(digits);
}

/** 01.02.2020, 1/2/20, 01-02-2020. */
function isDate(written: string): boolean {
  const [, day, month] = /^\(?(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(?:\d{4}|\d{2})(?!\d)/.exec(written) ?? [];
  return day !== undefined && Number(day) <= 31 && Number(month) <= 12;
}

/** 08-16, 08.00-16.00. */
function isTime(written: string): boolean {
  return (
    /^\d\d[.:]?\d\d ?- ?\d\d[.:]?\d\d/.test(written) &&
    /^[012]/.test(written) &&
    Number(written.slice(0, 2)) < 24 &&
    /[.:]/.test(written.slice(2, 3))
  );
}
