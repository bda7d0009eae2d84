/**
 * The thirty letters, in the order of each script's own alphabet, and the way between the scripts.
 * Serbian Cyrillic is one sign to one sound; Latin writes three of them with two letters.
 */
export const LATIN_ALPHABET = [
  'a', 'b', 'c', 'č', 'ć', 'd', 'dž', 'đ', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'lj', 'm', 'n', 'nj',
  'o', 'p', 'r', 's', 'š', 't', 'u', 'v', 'z', 'ž',
] as const; // biome-ignore format: read as the alphabet

export const CYRILLIC_ALPHABET = [
  'а', 'б', 'в', 'г', 'д', 'ђ', 'е', 'ж', 'з', 'и', 'ј', 'к', 'л', 'љ', 'м', 'н', 'њ', 'о', 'п', 'р', 'с',
  'т', 'ћ', 'у', 'ф', 'х', 'ц', 'ч', 'џ', 'ш',
] as const; // biome-ignore format: read as the alphabet

/** Serbian Cyrillic letter to Latin, small letters. */
export const SERBIAN_TO_LATIN: ReadonlyMap<string, string> = new Map([
  ['а', 'a'], ['б', 'b'], ['в', 'v'], ['г', 'g'], ['д', 'd'], ['ђ', 'đ'], ['е', 'e'], ['ж', 'ž'], ['з', 'z'],
  ['и', 'i'], ['ј', 'j'], ['к', 'k'], ['л', 'l'], ['љ', 'lj'], ['м', 'm'], ['н', 'n'], ['њ', 'nj'], ['о', 'o'],
  ['п', 'p'], ['р', 'r'], ['с', 's'], ['т', 't'], ['ћ', 'ć'], ['у', 'u'], ['ф', 'f'], ['х', 'h'], ['ц', 'c'],
  ['ч', 'č'], ['џ', 'dž'], ['ш', 'š'],
]); // biome-ignore format: one row a line of the alphabet

/** Letters of the neighbours' Cyrillic (Macedonian, Bulgarian, Russian, Ukrainian, Montenegrin), read as a Serbian would. */
export const FOREIGN_CYRILLIC_TO_LATIN: ReadonlyMap<string, string> = new Map([
  ['ѓ', 'đ'], ['ќ', 'ć'], ['ѕ', 'dz'], ['ѐ', 'e'], ['ѝ', 'i'],
  ['й', 'j'], ['ё', 'jo'], ['щ', 'šč'], ['ъ', ''], ['ы', 'i'], ['ь', ''], ['э', 'e'], ['ю', 'ju'], ['я', 'ja'],
  ['і', 'i'], ['ї', 'ji'], ['є', 'je'], ['ґ', 'g'], ['ў', 'v'],
]); // biome-ignore format: one alphabet a line

/** Unicode's one-sign digraphs (U+01C4 to U+01CC), which old converters leave behind. */
export const DIGRAPH_SIGNS: ReadonlyMap<string, string> = new Map([
  ['Ǆ', 'DŽ'], ['ǅ', 'Dž'], ['ǆ', 'dž'],
  ['Ǉ', 'LJ'], ['ǈ', 'Lj'], ['ǉ', 'lj'],
  ['Ǌ', 'NJ'], ['ǋ', 'Nj'], ['ǌ', 'nj'],
]); // biome-ignore format: one letter a line

/** Composes letters (c + caron is č) and writes the digraph signs as the two letters they stand for. */
export function composeLetters(text: string): string {
  return text.normalize('NFC').replace(/[\u01c4-\u01cc]/g, (sign) => DIGRAPH_SIGNS.get(sign) ?? sign);
}
