import { fold } from '@/lib/serbian';
import common from './common-passwords.json';

/** Shortest and longest password, in signs as people count them. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;
const FEWEST_DIFFERENT = 5;

export type PasswordFault = 'passwordShort' | 'passwordLong' | 'passwordSimple' | 'passwordCommon' | 'passwordPersonal';

const COMMON: ReadonlySet<string> = new Set(common);
/** What is typed for letters: "p@ssw0rd". */
const STAND_INS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * What is wrong with a password that somebody wants; null when it may be taken. The rules are those of NIST SP 800-63B:
 * length, and nothing that a guesser tries first; no demand for capitals or signs. No password leaves the server.
 * @param about whose it is: their name and address are the first guess
 */
export function passwordFault(password: string, about: { email: string; name: string }): PasswordFault | null {
  const signs = [...password];
  if (signs.length < PASSWORD_LENGTH.min) return 'passwordShort';
  if (signs.length > PASSWORD_LENGTH.max) return 'passwordLong';
  const folded = fold(password);
  if (new Set(folded).size < FEWEST_DIFFERENT || isRepetition(folded) || isSequence(folded)) return 'passwordSimple';
  if (bareForms(folded).some((form) => form === '' || COMMON.has(form))) return 'passwordCommon';
  return isPersonal(folded, about) ? 'passwordPersonal' : null;
}

/** The letters that are left when digits and signs are taken off the ends and stand-ins are undone; and without undoing. */
function bareForms(folded: string): string[] {
  const core = folded.replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '');
  const undone = [...core].map((sign) => STAND_INS[sign] ?? sign).join('');
  return [folded, undone].map((text) => text.replace(/[^\p{L}]/gu, ''));
}

/** "abcabcabcabc": a piece of at most a third, again and again. */
function isRepetition(text: string): boolean {
  return /^(.+?)\1{2,}.{0,3}$/su.test(text);
}

/** "123456789012", "abcdefghijkl": nearly every sign follows from the one before. */
function isSequence(text: string): boolean {
  const steps = [...text].slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - ([...text][at]?.codePointAt(0) ?? 0));
  const regular = steps.filter((step) => Math.abs(step) <= 1 || step === -9).length;
  return regular >= steps.length * 0.8;
}

/** Little more than a part of the name or of the address. */
function isPersonal(folded: string, { email, name }: { email: string; name: string }): boolean {
  const letters = folded.replace(/[^\p{L}\p{N}]/gu, '');
  const parts = [fold(email), ...fold(`${name} ${email}`).split(/[^\p{L}\p{N}]+/u)];
  let rest = letters;
  for (const part of parts.map((text) => text.replace(/[^\p{L}\p{N}]/gu, '')).filter((text) => text.length >= 3)) {
    rest = rest.replaceAll(part, '');
  }
  return rest.length < letters.length && rest.replace(/\d/g, '').length < 5;
}
