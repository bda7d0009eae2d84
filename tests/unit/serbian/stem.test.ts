import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, isStopWord, stem, stemEnglish, stems, tokenize } from '@/lib/serbian';
import { CASE_FORMS, DATA_WORDS, POSTGRES_STEMS } from '@/tests/fixtures/serbian';

const stemOf = (word: string) => stem(fold(word));

describe('stem', () => {
  it.each([
    ['zadruga', 'zadruge zadruzi zadrugu zadrugom zadrugama задруге'],
    ['Beograd', 'Beograda Beogradu Beogradom'],
    ['Niš', 'Niša Nišu Nišom'],
    ['Čačak', 'Čačka Čačku Čačkom'],
    ['Kragujevac', 'Kragujevca Kragujevcu Kragujevcem'],
    ['Šabac', 'Šapca Šapcu Šapcem'],
    ['Ada', 'Ade Adi Adu'],
    ['Ub', 'Uba Ubu'],
    ['Kraljevo', 'Kraljeva Kraljevu Kraljevom'],
    ['ženska', 'ženski žensko ženske ženskih ženskim ženskoj ženskog'],
    ['naša', 'naš naše našoj našu našem naših'],
    ['program', 'programa programu programi programima'],
    ['turizam', 'turizma turizmu'],
    ['projekat', 'projekta projekti projekata'],
    ['mogućnost', 'mogućnosti mogućnošću'],
    ['posao', 'posla poslovi poslovima'],
    ['dete', 'deca dece deci djeca dijete'],
    ['zapošljava', 'zapošljavaju zapošljavati zapošljavanje zapošljavanju'],
    ['organizuje', 'organizuju organizovati organizovanje'],
    ['mleko', 'mlijeko mlijeka'],
    ['mesto', 'mjesto mjesta mestima'],
    ['primer', 'primjer primjeri'],
    ['Caritas', 'Caritasa Каритас Каритаса'],
  ])('brings the forms of %s together', (word, forms) => {
    for (const form of forms.split(' ')) expect(stemOf(form), form).toBe(stemOf(word));
  });

  it.each([
    'zadruga zadrugar zadružni zadrugarstvo',
    'žena ženski',
    'sir sirovi',
    'noga nož',
    'Kraljevo kralj',
    'Vranje Vranjevo',
    'radio radni rad',
    'grad gradnja građanin',
    'lek lekar',
    'pčela pčelar pčelarka',
    'obraz obrazovanje',
    'med medni medij',
  ])('keeps apart %s', (words) => {
    const all = words.split(' ').map(stemOf);
    expect(new Set(all).size).toBe(all.length);
  });

  it('brings every case form of the list to its base word', () => {
    const apart = CASE_FORMS.filter(({ form, base }) => stemsOfText(form) !== stemsOfText(base));
    expect(CASE_FORMS.length).toBeGreaterThanOrEqual(40);
    expect(apart).toEqual([]);
  });

  it('leaves short words, codes and other scripts as they are', () => {
    for (const word of ['', 'a', 'u', 'ub', '031', 'b2b', '东京', 'αθηνα'])
      expect(stem(word)).toBe(word === 'ub' ? 'ub' : word);
  });

  it('keeps at least three letters of a longer word', () => {
    for (const word of DATA_WORDS.map(fold).filter((folded) => folded.length >= 3)) {
      expect(stem(word).length, word).toBeGreaterThanOrEqual(3);
    }
  });

  it('answers with letters for any letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 60 }),
        (word) => {
          expect(stem(word)).toMatch(/^[a-z]+$/);
        },
      ),
    );
  });

  it('joins more true forms than PostgreSQL, and no more false ones', () => {
    const ours = countPairs((row) => stemOf(row.form));
    const postgres = countPairs((row) => row.postgres);
    const show = (name: string, found: Pairs) =>
      `${name}: ${found.joined} of ${found.forms} pairs of forms joined (${((100 * found.joined) / found.forms).toFixed(1)} %), ${found.falsely} pairs of different words`;
    console.info(`${show('ours', ours)}\n${show('PostgreSQL', postgres)}`);
    expect(ours.joined).toBeGreaterThan(postgres.joined);
    expect(ours.falsely).toBeLessThanOrEqual(postgres.falsely);
  });
});

interface Pairs {
  readonly forms: number;
  readonly joined: number;
  readonly falsely: number;
}

function countPairs(keyOf: (row: (typeof POSTGRES_STEMS)[number]) => string): Pairs {
  const keyed = POSTGRES_STEMS.map((row) => ({ lemma: row.lemma, key: keyOf(row) }));
  const found = { forms: 0, joined: 0, falsely: 0 };
  keyed.forEach((one, at) => {
    for (const other of keyed.slice(at + 1)) {
      const same = one.key === other.key;
      if (one.lemma === other.lemma) {
        found.forms++;
        if (same) found.joined++;
      } else if (same) found.falsely++;
    }
  });
  return found;
}

function stemsOfText(text: string): string {
  return tokenize(text)
    .filter((token) => !isStopWord(token.fold))
    .map((token) => stem(token.fold))
    .join(' ');
}

describe('stemEnglish', () => {
  it.each([
    ['bees', 'bee'],
    ['bakeries', 'bakery'],
    ['services', 'service'],
    ['persons', 'person'],
    ['people', 'person'],
    ['women', 'woman'],
    ['womens', 'woman'],
    ['children', 'child'],
    ['dishes', 'dish'],
    ['boxes', 'box'],
    ['business', 'business'],
    ['bus', 'bus'],
    ['disability', 'disability'],
    ['disabilities', 'disability'],
    ['pies', 'pie'],
    ['catering', 'catering'],
  ])('%s is %s', (word, expected) => {
    expect(stemEnglish(word)).toBe(expected);
  });

  it('is idempotent', () => {
    for (const word of ['bees', 'women', 'services', 'dresses', 'glasses', 'houses', 'people']) {
      expect(stemEnglish(stemEnglish(word))).toBe(stemEnglish(word));
    }
  });
});

describe('stems', () => {
  it('gives a word of unknown language the stem of each', () => {
    expect(stems('zadruge')).toContain(stem('zadruga'));
    expect(stems('bees')).toContain(stemEnglish('bee'));
    expect(stems('zadruge')[0]).toBe(stem('zadruga'));
  });

  it('gives one when both agree', () => {
    expect(stems('031')).toEqual(['031']);
  });
});

describe('isStopWord', () => {
  it.each(['u', 'na', 'iz', 'sa', 'za', 'i', 'ili', 'od', 'do', 'između', 'the', 'in', 'of', 'and'])(
    '%s says nothing',
    (word) => {
      expect(isStopWord(fold(word))).toBe(true);
    },
  );

  it.each(['naša', 'our', 'radi', 'med', 'zadruga', 'sto', '031', ''])('%s is looked for', (word) => {
    expect(isStopWord(fold(word))).toBe(false);
  });
});
