import { tokenize } from '@/lib/serbian';

/** How alike two texts are, whatever their script, case and marks. Pure. */

/** The different trigrams of a text's words (each word between two blanks and one, as in PostgreSQL's pg_trgm), as sorted numbers. */
export type Trigrams = Int32Array;

export function trigramsOf(text: string): Trigrams {
  const found = new Set<number>();
  for (const { fold } of tokenize(text)) {
    const word = `  ${fold} `;
    for (let at = 0; at + 3 <= word.length; at++) {
      // A 32-bit number for three code units; that two collide is so rare that it changes no verdict.
      found.add(
        (Math.imul(Math.imul(word.charCodeAt(at), 0x1f35) + word.charCodeAt(at + 1), 0x1f35) +
          word.charCodeAt(at + 2)) |
          0,
      );
    }
  }
  return Int32Array.from(found).sort();
}

/** Common trigrams among all of both: 0 for nothing in common, 1 for the same words. Two empty texts have nothing in common. */
export function similarity(a: Trigrams, b: Trigrams): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) common += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}
