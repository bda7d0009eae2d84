import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, toCyrillic, tokenize } from '@/lib/serbian';
import { DATA_WORDS, ENTERPRISE_NAMES, GAZETTEER_NAMES, SCRIPT_PAIRS } from '@/tests/fixtures/serbian';

const words = (text: string) => tokenize(text).map((token) => token.fold);

describe('fold', () => {
  it.each([
    [
      'every spelling of Đorđe',
      ['Đorđe', 'ĐORĐE', 'Djordje', 'DJORDJE', 'Dorde', 'Ђорђе', 'Дјордје', 'Đorđe'],
      'dorde',
    ],
    ['č and ć, with or without their marks', ['Čačak', 'čaćak', 'Чачак', 'Cacak', 'Čačak'], 'cacak'],
    ['lj in every form', ['Ljubav', 'LJUBAV', 'Љубав', 'ЉУБАВ', 'ǈubav', 'Ǉubav', 'ǉubav'], 'ljubav'],
    ['nj in every form', ['Njegoš', 'NJEGOŠ', 'Његош', 'ǋegoš', 'Ǌegos'], 'njegos'],
    ['dž in every form', ['džem', 'DŽEM', 'џем', 'Dzem', 'ǆem', 'ǅem', 'Ǆem', 'džem'], 'dzem'],
    ['words where dj or nj is two sounds', ['odjek', 'одјек', 'ODJEK'], 'odek'],
    ['ijekavian dj with ekavian d', ['podjela', 'подјела', 'podela'], 'podela'],
    [
      'invisible signs inside a word',
      ['za\u200bdru\u00adga', '\u202ezadruga\u202c', 'zad\0ruga', '\ufeffzadruga', 'zadr\u2060uga'],
      'zadruga',
    ],
    ['Macedonian letters', ['Ѓорѓе', 'Đorđe'], 'dorde'],
    ['other Latin letters', ['CAFÉ', 'cafe'], 'cafe'],
    ['full-width letters', ['Ｚａｄｒｕｇａ'], 'zadruga'],
    ['a Turkish capital', ['İstanbul'], 'istanbul'],
  ])('brings together %s', (_, spellings, key) => {
    for (const spelling of spellings) expect(fold(spelling)).toBe(key);
  });

  it('reads Russian letters as a Serbian would', () => {
    expect(fold('Борщ, юбилей, ёлка')).toBe('borsc, jubilej, jolka');
  });

  it('spells out letters that are two: ß, æ, œ', () => {
    expect(fold('Straße Ærø œuvre Łódź')).toBe('strasse aero oeuvre lodz');
  });

  it('keeps punctuation and white space for the caller', () => {
    expect(fold('Naša kuća,\t„Ruža“\n')).toBe('nasa kuca,\t„ruza“\n');
  });

  it('gives the same words for each of the script pairs', () => {
    expect(SCRIPT_PAIRS.length).toBeGreaterThanOrEqual(100);
    for (const [one, other] of SCRIPT_PAIRS) expect(words(one), `${one} | ${other}`).toEqual(words(other));
  });

  it('gives Latin and Cyrillic one key for every place of the gazetteers', () => {
    for (const { latin, cyrillic } of GAZETTEER_NAMES) expect(fold(cyrillic)).toBe(fold(latin));
  });

  it('gives a text and its Cyrillic one key, for every word and name of the dataset but the respelled Caritas', () => {
    for (const text of [...DATA_WORDS, ...ENTERPRISE_NAMES]) {
      if (/caritas/i.test(text)) continue;
      expect(fold(toCyrillic(text)), text).toBe(fold(text));
    }
  });

  it('leaves nothing of a text without letters', () => {
    expect(fold('\u200b\u200f\0\u0301')).toBe('');
  });
});

describe('fold, whatever comes', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'djDJđĐђЂjј\u0301\u030c\u0306иИzžǅǋlnљ \0\u200b\ud800') }),
  );

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('does not depend on case or on how marks are composed', () => {
    const serbian = fc.string({
      unit: fc.constantFrom(...'abcčćdđefghijklmnoprsštuvzž абвгдђежзијклљмнњопрстћуфхцчџш'),
    });
    fc.assert(
      fc.property(serbian, (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(toCyrillic(text.replaceAll('⟦', '')))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the length', () => {
    for (const unit of ['a', 'ш', 'dj', 'đ', '\u0301', 'и\u0306', 'ﷺ', '\ud800']) {
      const started = performance.now();
      fold(unit.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
