/** Readers of single values that the story's schema needs; pure, for the browser too. */

// Controls except line breaks and tabs, direction overrides and isolates, zero-width marks, soft hyphens, byte-order marks,
// fillers, lone surrogates.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** The joiners, but where they belong: inside an emoji of several signs, and between letters of scripts that join. */
const STRAY_JOINER =
  /(?<!\ufe0f|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{sc=Arabic}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Sinhala}])[\u200c\u200d]+|[\u200c\u200d]+$/gu;
/** Blanks, and what has no width of its own and hangs on something else. */
const NOTHING_TO_SEE = /^[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\p{M}\u2800]*$/u;

/**
 * A text as it is kept: NFC, line breaks as `\n`, without what nobody sees, without blanks at its ends. A text in which
 * there is nothing to see is empty.
 */
export function tidy(value: string): string {
  const text = value.replace(/\r\n?/g, '\n').replace(UNSEEN, '').normalize('NFC').replace(STRAY_JOINER, '').trim();
  return NOTHING_TO_SEE.test(text) ? '' : text;
}

const graphemes = new Intl.Segmenter('sr', { granularity: 'grapheme' });
/** Letters, digits and marks of Europe without anything that joins: every code unit is a sign. */
const ONE_UNIT_EACH = /^[\n\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
/** Of a sign, on the average of a text: the longest emoji have a dozen. More is a pile of marks that nobody can read. */
const LONGEST_SIGN = 16;

/**
 * Length of a text in signs as people see them; an emoji of several code points is one. Counting stops above `most`, and
 * a text that is far too long for it is not counted at all: a megabyte would take seconds.
 */
export function countSigns(value: string, most = Number.POSITIVE_INFINITY): number {
  if (value.length > most * LONGEST_SIGN) return most + 1;
  if (ONE_UNIT_EACH.test(value)) return value.length;
  let signs = 0;
  for (const _ of graphemes.segment(value)) {
    signs += 1;
    if (signs > most) break;
  }
  return signs;
}

/** A month of the calendar, YYYY-MM, from 1900 on. */
export function isMonth(value: string): boolean {
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(value);
}

/**
 * An e-mail address that mail can be sent to: one `@`, no blanks, dots only between other signs, a host with a dot and a
 * name at its end. Only a mail that arrives proves an address, so this refuses what cannot be one and nothing more.
 */
export function isEmail(value: string): boolean {
  const [, name = '', host = ''] = /^([^\s@<>()[\]\\,;:"\p{C}]{1,64})@([^\s@]{1,253})$/u.exec(value) ?? [];
  return name !== '' && name.split('.').every((part) => part !== '') && isHostName(host);
}

/** Labels of letters, digits and hyphens between, at least two; the last one is no number. */
function isHostName(host: string): boolean {
  const labels = host.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{M}\d](?:[\p{L}\p{M}\d-]{0,61}[\p{L}\p{M}\d])?$/u.test(label)) &&
    /^(?!\d+$).{2,}$/.test(labels.at(-1) ?? '')
  );
}

/** A whole address of the web, https only, of a named host, as browsers and people read it alike. */
export function isWebLink(value: string): boolean {
  if (!/^https:\/\/[^/\\]/i.test(value) || /[\s\\\p{C}]/u.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, password } = new URL(value);
  return username === '' && password === '' && isHostName(hostname.replace(/\.$/, ''));
}

const PHONE_WORD = /^(?:tel|telefon|mob|mobilni|phone|тел|телефон|моб|мобилни)[.: ]+/iu;

/**
 * A phone number in E.164, from the many ways of writing one: 064/123-45-67, 00381 64 1234567, +381 (0)64 …
 * A number without a country is Serbian.
 * @returns null when it cannot be a phone number
 */
export function normalizePhone(value: string): string | null {
  if (value.length > 100) return null;
  const written = tidy(value.normalize('NFKC')).replace(PHONE_WORD, '').replace(/\(0\)/g, '');
  if (!/^\+?[\d\s/().\u2010-\u2015-]+$/.test(written)) return null;
  const digits = written.replace(/\D/g, '');
  const international = withCountry(digits, written.startsWith('+')).replace(/^3810/, '381');
  return /^[1-9]\d{7,14}$/.test(international) ? `+${international}` : null;
}

function withCountry(digits: string, hasPlus: boolean): string {
  if (hasPlus) return digits;
  if (digits.startsWith('00')) return digits.slice(2);
  if (digits.startsWith('0')) return `381${digits.slice(1)}`;
  return digits.startsWith('381') ? digits : `381${digits}`;
}

/** A whole number as people write it: 1200, 1.200, 1 200. null when it is none. */
export function readCount(value: string): number | null {
  const text = tidy(value).replace(/(?<=\d)[. \u00a0](?=\d{3}(?!\d))/g, '');
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A number with a decimal point or comma: 44.81, 44,81. null when it is none. */
export function readDecimal(value: string): number | null {
  const text = tidy(value).replace(',', '.');
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : null;
}
