import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMatchExpression } from '@/lib/search/match-sqlite';
import { parseText, toHighlightTerms } from '@/lib/search/text-query';

/** Words, phrases and exclusions of a text, folded; what else it came to otherwise. */
function read(text: string) {
  const parsed = parseText(text);
  if (parsed.kind === 'problem') return parsed.problem;
  if (parsed.kind === 'everything') return 'everything';
  const { words, phrases, excluded } = parsed.query;
  const folds = (groups: typeof phrases) => groups.map((group) => group.words.map((word) => word.fold).join(' '));
  return { words: words.map((word) => word.fold), phrases: folds(phrases), excluded: folds(excluded) };
}

const words = (...all: string[]) => ({ words: all, phrases: [], excluded: [] });

describe('what a visitor typed is understood', () => {
  test.each([
    ['zadruge Vojvodina', words('zadruge', 'vojvodina')],
    ['Задруге', words('zadruge')],
    ['osobe sa invaliditetom', words('osobe', 'invaliditetom')],
    ['u Beogradu', words('beogradu')],
    ['eko-humus', words('eko', 'humus')],
    ['d. o. o. Šabac', words('doo', 'sabac')],
    ['"naša kuća" Beograd', { words: ['beograd'], phrases: ['nasa kuca'], excluded: [] }],
    ['„Zvuci srca“', { words: [], phrases: ['zvuci srca'], excluded: [] }],
    ['»čep za hendikep«', { words: [], phrases: ['cep za hendikep'], excluded: [] }],
    ['zadruga -niš', { words: ['zadruga'], phrases: [], excluded: ['nis'] }],
    ['zadruga -"novi sad" -eko-humus', { words: ['zadruga'], phrases: [], excluded: ['novi sad', 'eko humus'] }],
    ['zadruga - niš', words('zadruga', 'nis')],
    ['zadruga --', words('zadruga')],
    ['"nikad zatvoreno', words('nikad', 'zatvoreno')],
    ['"" zadruga', words('zadruga')],
    ['AND OR NOT NEAR(a b, 2) name:* ^x', words('not', 'near', 'b', '2', 'name', 'x')],
    ['na u', words('na', 'u')],
    ['za\u0000dru\u200bga\u202e', words('zadruga')],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['', 'everything'],
    [' \t\n', 'everything'],
    ['...', 'nothingToSearch'],
    ['\u0000\u200b\u202e', 'nothingToSearch'],
    ['"!"', 'nothingToSearch'],
    ['-zadruga', 'onlyExclusions'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('a text over the limit is too long, however it is made', () => {
    expect(read('x'.repeat(500))).toEqual(words('x'.repeat(500)));
    expect(read('x'.repeat(501))).toBe('tooLong');
    expect(read('zadruga '.repeat(1250))).toBe('tooLong');
  });

  test('the last word counts as a beginning, unless it is quoted, excluded or a single letter', () => {
    const prefixes = (text: string) => {
      const parsed = parseText(text);
      return parsed.kind === 'query' ? parsed.query.words.filter((word) => word.prefix).map((word) => word.fold) : [];
    };
    expect(prefixes('ženska zadr')).toEqual(['zadr']);
    expect(prefixes('zadr "ženska"')).toEqual([]);
    expect(prefixes('zadr -ženska')).toEqual([]);
    expect(prefixes('zadruga na')).toEqual([]);
    expect(prefixes('z')).toEqual([]);
  });

  test('neighbours are also looked for written together', () => {
    const parsed = parseText('lice ulice');
    const terms = parsed.kind === 'query' ? toHighlightTerms(parsed.query) : null;
    expect(terms?.words).toContain('liceulice');
  });
});

describe('any text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          '„',
          '“',
          '-',
          '*',
          '(',
          ')',
          '^',
          ':',
          'AND',
          'NOT',
          'zadruga',
          'Чачак',
          ' ',
          '\u0000',
          '\u200f',
          "'",
        ),
        {
          maxLength: 60,
        },
      )
      .map((parts) => parts.join('')),
  );

  test('is a query, everything, or a problem; and its expression quotes every word', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const parsed = parseText(text);
        if (parsed.kind !== 'query') return;
        const bare = toMatchExpression(parsed.query).replace(/"[^"]*"\*?/g, 'w');
        expect(bare).toMatch(/^[w() ANDORT]+$/);
        for (const word of parsed.query.words) expect(text.slice(word.start, word.end)).not.toBe('');
      }),
    );
  });
});
