/** The Serbian text core: pure functions, no dependency, safe in the browser and on the server. */

export { editDistance } from './edit-distance';
export { fold } from './fold';
export { joinFolded, joinNeighbours, splitFolded } from './joined';
export { catalogueToCyrillic, catalogueToLatin, type Messages, messageToCyrillic } from './message';
export { compareNames, type Script, sortKey } from './order';
export { slugify } from './slug';
export { stem } from './stem';
export { stemEnglish, stems } from './stem-english';
export { isStopWord } from './stop-words';
export { type Token, tokenize } from './tokens';
export { hasCyrillic, inScript, toCyrillic, toLatin, withoutMarks } from './transliterate';
