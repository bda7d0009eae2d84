import { toLatin } from './transliterate';

const LONGEST_SLUG = 80;

/**
 * The readable part of an address: small ASCII letters, digits and hyphens. Unlike `fold` it writes đ as
 * `dj` (djordje) and dž as `dz`, as Serbian sites do. At most 80 signs, cut between words. Empty when
 * nothing of the text can be written so: the caller then needs another name.
 */
export function slugify(text: string): string {
  const words = toLatin(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[đðßæœøłıþ]/gu, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’`]/gu, '')
    .replace(/(?<![a-z0-9])(?:[a-z]\.){2,}/g, (abbreviation) => `${abbreviation.replaceAll('.', '')} `)
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const word of words ?? []) {
    if (slug === '') slug = word.slice(0, LONGEST_SLUG);
    else if (slug.length + 1 + word.length <= LONGEST_SLUG) slug += `-${word}`;
    else break;
  }
  return slug;
}

const SPELLED: Readonly<Record<string, string>> = {
  đ: 'dj', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', ı: 'i', þ: 'th',
}; // biome-ignore format: a table
