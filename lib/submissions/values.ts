/** Readers of single values that the story's schema needs; pure, for the browser too. */

// Controls except line breaks and tabs, direction overrides and isolates, zero-width marks (but not the joiner inside emoji),
// byte-order marks, lone surrogates.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it is kept: NFC, line breaks as `\n`, without what nobody sees, without blanks at its ends. */
export function tidy(value: string): string {
  return value.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
}

/** A month of the calendar, YYYY-MM, from 1900 on. */
export function isMonth(value: string): boolean {
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(value);
}

/**
 * An e-mail address that mail can be sent to: one `@`, no blanks, a host with a dot. Only a mail that arrives proves an
 * address, so this refuses what cannot be one and nothing more.
 */
export function isEmail(value: string): boolean {
  return /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+[\p{L}\d-]{2,63}$/u.test(value);
}

/** A whole address of the web, https only. */
export function isWebLink(value: string): boolean {
  try {
    const url = new URL(value);
    return url.protocol === 'https:' && url.hostname.includes('.') && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}

/**
 * A phone number in E.164, from the many ways of writing one: 064/123-45-67, 00381 64 1234567, +381 (0)64 …
 * A number without a country is Serbian.
 * @returns null when it cannot be a phone number
 */
export function normalizePhone(value: string): string | null {
  const written = tidy(value).replace(/\(0\)/g, '');
  if (!/^\+?[\d\s/().\u2010-\u2015-]+$/.test(written)) return null;
  const digits = written.replace(/\D/g, '');
  const international = written.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? digits.slice(2)
      : digits.startsWith('0')
        ? `381${digits.slice(1)}`
        : digits.startsWith('381')
          ? digits
          : `381${digits}`;
  return /^[1-9]\d{7,14}$/.test(international) ? `+${international}` : null;
}
