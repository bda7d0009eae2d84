import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, fold, joinFolded, joinNeighbours, splitFolded } from '@/lib/serbian';

/** The definition, without bound or shortcut. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : row)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      let cost = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
      );
      if (column === 1 && row >= 1) cost = Math.min(at(row - 1, 1) + 1, row, row - 1 + (a[row - 1] === b[0] ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, at(row - 2, column - 2) + 1);
      (table[row] as number[])[column] = cost;
    }
  }
  return at(a.length, b.length);
}

describe('editDistance', () => {
  it.each([
    ['zadruga', 'zadruga', 0],
    ['zadruga', 'zadurga', 1],
    ['zadruga', 'zadrga', 1],
    ['zadruga', 'zaddruga', 1],
    ['zadruga', 'zadriga', 1],
    ['zadruga', 'zadirga', 2],
    ['udruzenje', 'udurzenj', 2],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['zadruga', 'beograd', 3],
  ])('%s to %s takes %i (3 is more than two)', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  it('agrees with the definition and is the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, max) => {
        expect(editDistance(a, b, max)).toBe(Math.min(plainDistance(a, b), max + 1));
        expect(editDistance(b, a, max)).toBe(editDistance(a, b, max));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('words written together or apart', () => {
  it('joins neighbours', () => {
    expect(joinNeighbours(['lice', 'ulice', 'beograd'])).toEqual(['liceulice', 'ulicebeograd']);
    expect(joinNeighbours(['lice'])).toEqual([]);
  });

  it('joins as the fold of the joined word would', () => {
    expect(joinFolded('nad', 'jezero')).toBe(fold('nadjezero'));
    const part = fc.string({ unit: fc.constantFrom(...'adj') }).map(fold);
    fc.assert(
      fc.property(part, part, (a, b) => {
        expect(joinFolded(a, b)).toBe(fold(a + b));
      }),
    );
  });

  it('parts a word into two that are known, the most even first', () => {
    const known = new Set(['lice', 'ulice', 'liceu']);
    expect(splitFolded('liceulice', (part) => known.has(part))).toEqual([
      ['lice', 'ulice'],
      ['liceu', 'lice'],
    ]);
    expect(splitFolded('zadruga', () => false)).toEqual([]);
  });
});
