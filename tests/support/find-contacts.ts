import { toCyrillic } from '@/lib/serbian';

/** What was planted by planted-contacts.ts. */
export interface Planted {
  /** What must be found nowhere. */
  secrets: string[];
  /** The one name whose owner wants it published, with its story's reference. */
  publicName: string;
  references: string[];
  published: number[];
}

/** The ways in which a secret could be written: either script, without marks, in small letters, in an address. */
export function spellingsOf(secret: string): string[] {
  const bare = secret.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'dj');
  return [
    ...new Set([secret, bare, bare.replaceAll('dj', 'd'), toCyrillicLetters(secret), encodeURIComponent(secret)]),
  ].map((text) => text.toLowerCase());
}

function toCyrillicLetters(text: string): string {
  return /^[\p{L}]+$/u.test(text) ? toCyrillic(text) : text;
}

/** Which of the secrets stand in a text. */
export function foundIn(text: string, secrets: readonly string[]): string[] {
  const small = text.toLowerCase();
  const digits = small.replace(/[\s./()-]/g, '');
  return secrets.filter((secret) =>
    spellingsOf(secret).some((spelt) => small.includes(spelt) || digits.includes(spelt)),
  );
}
