import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '@/lib/serbian';

const folds = (text: string) => tokenize(text).map((token) => token.fold);

describe('tokenize', () => {
  it.each([
    ['Društvo za pomoć „Naša kuća“', ['drustvo', 'za', 'pomoc', 'nasa', 'kuca']],
    ['Задруга Ужице', ['zadruga', 'uzice']],
    ['lice-ulice, lice/ulice', ['lice', 'ulice', 'lice', 'ulice']],
    ['DES d.o.o. Niš', ['des', 'doo', 'nis']],
    ['DES d. o. o. Niš', ['des', 'doo', 'nis']],
    ['ДЕС д.о.о', ['des', 'doo']],
    ['Zastava a.d.', ['zastava', 'ad']],
    ['V. Petrović i J. Jović', ['v', 'petrovic', 'i', 'j', 'jovic']],
    ['„Zlatni ram 031“', ['zlatni', 'ram', '031']],
    ['031/123-456', ['031', '123', '456']],
    ['B2B, 3D i Kiri123', ['b2b', '3d', 'i', 'kiri123']],
    ["women’s rights, women's work", ['womens', 'rights', 'womens', 'work']],
    ["'navodnici' kraj'", ['navodnici', 'kraj']],
    ['za\u200bdru\u00adga', ['zadruga']],
    ['Čačak', ['cacak']],
    ['东京 Αθήνα', ['东京', 'αθηνα']],
    ['', []],
    ['… „“ — ()', []],
    ['\u200b\0\u0301', []],
    ['ь ъ', []],
  ])('cuts %s', (text, expected) => {
    expect(folds(text)).toEqual(expected);
  });

  it('gives the places of the words in the text as written', () => {
    const text = '  „Ђорђе“ – NAŠA kuća';
    for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokenize(text)[0]).toEqual({ text: 'Ђорђе', fold: 'dorde', start: 3, end: 8 });
  });

  it('gives ordered words that hold nothing but letters and digits, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.fold).toMatch(/^[\p{L}\p{N}]+$/u);
          end = token.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('finds in a folded text the same words', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abčćđšžljnjdžАБВГДЂЈЉЊЏ09'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(word), (parts) => {
        const tokens = folds(parts.join(' '));
        expect(folds(tokens.join(' '))).toEqual(tokens);
      }),
    );
  });

  it('takes time in proportion to the length', () => {
    for (const unit of ['a', 'a.', "a'", 'd. ', 'ш ', "'", '\u0301']) {
      const started = performance.now();
      tokenize(unit.repeat(50_000));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
