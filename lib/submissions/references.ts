import { isRude } from './rude-words';

/**
 * The reference of a submission, for people: three groups of three signs, read out over the phone, copied by hand, typed on
 * either keyboard. Not a secret: it opens nothing by itself. Pure; safe in the browser.
 */

/**
 * Signs that look like no other in Latin or Cyrillic, capital or small. Gone are those that the scripts share with another
 * or the same sound (A B C E H J K M O P T X Y, S as in Macedonian), pairs of one script (0 O, 1 I, 2 Z, 3 З, 5 S, 6 G б, U V),
 * and with them all vowels. R, V, N, which Cyrillic keys write Р, В, Н, stay: their twins P, B, H are gone.
 */
const ALPHABET = 'DFGLNQRVWZ45789';
const GROUPS = /^(.{3})(.{3})(.{3})$/;

/** What people type for a sign: the Cyrillic letter of the same key or sound, and signs that a reference does not have. */
const MEANT: Readonly<Record<string, string>> = {
  Д: 'D', Ф: 'F', Г: 'G', Л: 'L', Н: 'N', Р: 'R', В: 'V', З: 'Z', Љ: 'Q', Њ: 'W', Ш: 'W', У: 'V', Ч: '4', Ѕ: '5',
  H: 'N', P: 'R', U: 'V', S: '5', B: '8', '3': 'Z', '2': 'Z', '6': 'G', O: 'Q', '0': 'Q', О: 'Q', Ђ: 'D', Đ: 'D', Ž: 'Z', Ж: 'Z',
}; // biome-ignore format: a table

/**
 * A new reference, three groups of three: 15⁹ (3.8·10¹⁰) possible, none that spells something rude in Serbian or English.
 * Two may be equal by chance; who stores one draws again when the database says so.
 * @param draw fills an array with random bytes; for tests
 */
export function newReference(draw: (bytes: Uint8Array<ArrayBuffer>) => void = drawBytes): string {
  for (;;) {
    const reference = hyphenate(drawSigns(draw));
    if (!isRude(reference)) return reference;
  }
}

/**
 * The reference that somebody typed: small letters, blanks, any dashes or none, Cyrillic letters, signs that look alike.
 * @returns null when it is no reference
 */
export function normalizeReference(typed: string): string | null {
  const signs = typed
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const meant = [...signs].map((sign) => (ALPHABET.includes(sign) ? sign : (MEANT[sign] ?? ' '))).join('');
  return meant.length === 9 && !meant.includes(' ') ? hyphenate(meant) : null;
}

function hyphenate(signs: string): string {
  return signs.replace(GROUPS, '$1-$2-$3');
}

function drawSigns(draw: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  // 255 is the largest multiple of 15 in a byte: a byte above it would favour some signs.
  const fair = 256 - (256 % ALPHABET.length);
  let signs = '';
  while (signs.length < 9) {
    const bytes = new Uint8Array(16);
    draw(bytes);
    for (const byte of bytes) if (byte < fair && signs.length < 9) signs += ALPHABET[byte % ALPHABET.length];
  }
  return signs;
}

function drawBytes(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
}
