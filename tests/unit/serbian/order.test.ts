import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, sortKey, toCyrillic } from '@/lib/serbian';
import { DATA_WORDS, ENTERPRISE_NAMES, GAZETTEER_NAMES } from '@/tests/fixtures/serbian';

const names = [...GAZETTEER_NAMES.map(({ latin }) => latin), ...ENTERPRISE_NAMES, ...DATA_WORDS];
const bare = (name: string) => name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const sign = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('the order of names', () => {
  it('follows the Latin alphabet: č after c, dž after d, lj after l, nj after n', () => {
    const sorted = [
      'Ada',
      'Cer',
      'Čačak',
      'Ćuprija',
      'Dub',
      'Džep',
      'Đala',
      'Luk',
      'Ljig',
      'Niš',
      'Njegoš',
      'Obrenovac',
      'Sad',
      'Šid',
      'Zemun',
      'Žabalj',
    ];
    const shuffled = [...sorted].reverse();
    expect([...shuffled].sort((a, b) => compareNames(a, b, 'sr-Latn'))).toEqual(sorted);
    expect([...shuffled].sort((a, b) => sign(sortKey(a), sortKey(b)))).toEqual(sorted);
  });

  it('follows the Cyrillic alphabet: ђ after д, ћ after т, ш last', () => {
    const sorted = [
      'Ада',
      'Београд',
      'Врање',
      'Дуб',
      'Ђала',
      'Жабаљ',
      'Земун',
      'Лук',
      'Љиг',
      'Ниш',
      'Његош',
      'Тутин',
      'Ћуприја',
      'Чачак',
      'Џеп',
      'Шид',
    ];
    const shuffled = [...sorted].reverse();
    expect([...shuffled].sort((a, b) => compareNames(a, b, 'sr-Cyrl'))).toEqual(sorted);
    expect([...shuffled].sort((a, b) => sign(sortKey(a, 'Cyrl'), sortKey(b, 'Cyrl')))).toEqual(sorted);
  });

  it('does not let quotation marks come before A', () => {
    expect(compareNames('„Zvuci srca“', 'Ada', 'sr-Latn')).toBeGreaterThan(0);
    expect(sign(sortKey('„Zvuci srca“'), sortKey('Ada'))).toBe(1);
  });

  it.each([
    ['Latn', 'sr-Latn', (name: string) => name],
    ['Cyrl', 'sr-Cyrl', toCyrillic],
  ] as const)('gives keys that sort as the collation does: %s', (script, locale, shown) => {
    const collator = new Intl.Collator(locale, { sensitivity: 'base' });
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (a, b) => {
        const byKey = sign(sortKey(a, script), sortKey(b, script));
        expect(byKey, `${a} | ${b}`).toBe(Math.sign(collator.compare(bare(shown(a)), bare(shown(b)))));
      }),
      { numRuns: 20_000 },
    );
  });

  it('gives the same key for a name in either script', () => {
    for (const { latin, cyrillic } of GAZETTEER_NAMES) {
      expect(sortKey(cyrillic)).toBe(sortKey(latin));
      expect(sortKey(latin, 'Cyrl')).toBe(sortKey(cyrillic, 'Cyrl'));
    }
  });

  it('gives keys of printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('Latn' as const, 'Cyrl' as const), (text, script) => {
        expect(sortKey(text, script)).toMatch(/^[ -~]*$/);
      }),
    );
  });
});
