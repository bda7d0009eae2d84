/**
 * Names that Cyrillic writes by ear and not letter by letter: how the word begins in Latin, and in Cyrillic
 * (small letters). Endings follow by rule: Caritasa is Каритаса. `stem` reads the list too, so that the
 * search finds Caritas by Каритас.
 */
export const RESPELLED: readonly (readonly [latin: string, cyrillic: string])[] = [
  ['caritas', 'каритас'],
  ['covid', 'ковид'],
  ['djordj', 'ђорђ'],
];
