import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEnterprises } from '@/lib/enterprises/queries';
import { DEFAULT_VIEW, EMPTY_QUERY, parseDirectoryParams, toSearchParams } from '@/lib/search/params';
import { listMatchingIds, listMatchingPositions, searchEnterprises, suggest } from '@/lib/search/queries';
import { type DirectoryQuery, FACETS, type FacetName, SORTS } from '@/lib/search/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { CASE_FORMS, SCRIPT_PAIRS } from '../../fixtures/serbian';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import MISSPELT from './misspelt.json';

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());

const query = (changes: Partial<DirectoryQuery>): DirectoryQuery => ({ ...EMPTY_QUERY, ...changes });
const find = (changes: Partial<DirectoryQuery>, limit = 20) => searchEnterprises(query(changes), { limit, offset: 0 });
const idsOf = (text: string) => listMatchingIds(query({ text }), { exact: true });
const namesOf = (text: string, limit = 200) => listEnterprises(find({ text }, limit).ids).map(({ name }) => name.sr);

/** Every value that a query offers in a facet, with its count. */
function offered(changes: Partial<DirectoryQuery>): { facet: FacetName; value: string; count: number }[] {
  const { facets } = find(changes);
  return FACETS.flatMap((facet) => facets[facet].map(({ value, count }) => ({ facet, value, count })));
}

/** Whole numbers below a limit, the same in every run. */
function randomNumbers(): (limit: number) => number {
  let state = 20261123;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('A1: counts equal the hits after the click', () => {
  test('for every value of every facet', () => {
    for (const { facet, value, count } of offered({})) {
      expect(find({ facets: { [facet]: [value] } }).total, `${facet}=${value}`).toBe(count);
    }
  });

  test('for 200 random pairs of filters, with and without a text', () => {
    const random = randomNumbers();
    for (let round = 0; round < 200; round++) {
      const text = ['', 'zadruge', 'žene', 'osobe sa invaliditetom'][round % 4] ?? '';
      const all = offered({ text });
      const first = all[random(all.length)] ?? all[0];
      const chosen = { [first?.facet ?? '']: [first?.value ?? ''] };
      const seconds = offered({ text, facets: chosen }).filter(({ facet }) => facet !== first?.facet);
      const second = seconds[random(seconds.length)];
      const both = { ...chosen, [second?.facet ?? '']: [second?.value ?? ''] };
      expect(find({ text, facets: both }).total, JSON.stringify([text, both])).toBe(second?.count);
    }
  });

  test('for a second value of the same facet, the records of either', () => {
    const { facets } = find({});
    for (const facet of FACETS) {
      const [a, b] = facets[facet];
      if (!a || !b) continue;
      const either = new Set([a, b].flatMap(({ value }) => listMatchingIds(query({ facets: { [facet]: [value] } }))));
      expect(find({ facets: { [facet]: [a.value, b.value] } }).total, facet).toBe(either.size);
    }
  });

  test('within a range of years and a rectangle too', () => {
    const within = { yearFrom: 2000, yearTo: 2020, bbox: { west: 19, south: 44, east: 21, north: 46.5 } };
    for (const { facet, value, count } of offered(within)) {
      expect(find({ ...within, facets: { [facet]: [value] } }).total, `${facet}=${value}`).toBe(count);
    }
  });
});

describe('A2: an address gives the same records in the same order', () => {
  test('for every order and with everything in the address', () => {
    for (const sort of SORTS) {
      const asked = query({
        text: 'žene',
        sort,
        near: { lat: 44.8, lng: 20.5 },
        radiusKm: 200,
        facets: { basis: ['wider_social_economy'], activityField: ['craft', 'food', 'not_stated'] },
      });
      const address = toSearchParams(asked, DEFAULT_VIEW).toString();
      const read = parseDirectoryParams(new URLSearchParams(address), vocabularies());
      expect(listMatchingIds(asked).length).toBeGreaterThan(5);
      expect(listMatchingIds(read.query)).toEqual(listMatchingIds(asked));
    }
  });
});

describe('B1: two scripts, one index', () => {
  test('at least 100 pairs, the same ids in the same order, and most of them find something', () => {
    const found = SCRIPT_PAIRS.map(([one, other]) => ({ one, other, ids: listMatchingIds(query({ text: one })) }));
    for (const { one, other, ids } of found) {
      expect(listMatchingIds(query({ text: other })), `${one} = ${other}`).toEqual(ids);
    }
    expect(SCRIPT_PAIRS.length).toBeGreaterThanOrEqual(100);
    expect(found.filter(({ ids }) => ids.length > 0).length).toBeGreaterThan(0.9 * SCRIPT_PAIRS.length);
  });
});

describe('B2: inflection and typing errors', () => {
  test('at least 36 of 40 case forms find what the base word finds', () => {
    // The exclusion only ends the text, so that the base word is not also a beginning.
    const whole = (text: string) => idsOf(`${text} -qqqq`);
    const known = CASE_FORMS.filter(({ base }) => whole(base).length > 0);
    const missed = known.filter(({ form, base }) => {
      const found = new Set(whole(form));
      return !whole(base).every((id) => found.has(id));
    });
    expect(known.length).toBeGreaterThanOrEqual(40);
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(known.length * 0.1);
  });

  test('at least 57 of 60 misspelt queries have their target among the first three', () => {
    const missed = MISSPELT.filter(({ typed, target }) => !namesOf(typed, 3).includes(target));
    expect(MISSPELT).toHaveLength(60);
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(3);
  });

  test('none of the names of the records, rightly spelt, is corrected', () => {
    for (const { name } of listEnterprises(listMatchingIds(EMPTY_QUERY))) {
      const { total, correctedText } = find({ text: name.sr });
      expect({ name: name.sr, found: total > 0, correctedText }).toEqual({
        name: name.sr,
        found: true,
        correctedText: null,
      });
    }
  });
});

describe('what visitors of a Serbian directory type', () => {
  test('zadruge, zadruzi, zadrugama find the same cooperatives', () => {
    const cooperatives = find({ facets: { legalForm: ['cooperative'] } }).total;
    expect(idsOf('zadruge').length).toBeGreaterThanOrEqual(cooperatives);
    expect(idsOf('zadruzi')).toEqual(idsOf('zadrugama'));
  });

  test.each([
    ['u Beogradu', 'DES Beograd'],
    ['Novom Sadu', 'DES d.o.o. Novi Sad'],
    ['iz Niša', 'Pčelarska zadruga „Api Hom“'],
    ['našoj kući', 'Naša kuća'],
    ['liceulice', 'Liceulice'],
    ['lice ulice', 'Liceulice'],
    ['bees', 'Pčelarska zadruga „Api Hom“'],
    ['disability', 'Zastava Inpro d.o.o. Kragujevac'],
    ['catering', 'Naša kuća'],
    ['ketering', 'Naša kuća'],
    ['zadruge Vojvodina', 'ZZ „Stari Banat“'],
    ['osobe sa invaliditetom Kragujevac', 'Grafopromet Kragujevac'],
    ['homeless', 'Liceulice'],
    ['"zvuci srca" -subotica', 'Kafić „Zvuci srca“ Beograd'],
  ])('%s finds %s', (text, name) => {
    expect(namesOf(text)).toContain(name);
  });

  test('words of the place narrow what the words of the work find', () => {
    const inVojvodina = find({ facets: { region: ['vojvodina'] } }, 200).ids;
    expect(idsOf('zadruge Vojvodina').every((id) => inVojvodina.includes(id))).toBe(true);
    expect(namesOf('"zvuci srca" -subotica')).not.toContain('Kafić „Zvuci srca“ Subotica');
  });

  test('the first hit for every name is a record of that name', () => {
    const records = listEnterprises(listMatchingIds(EMPTY_QUERY));
    const missed = records.filter(({ name }) => !namesOf(name.sr, 3).includes(name.sr));
    expect(missed.map(({ name }) => name.sr)).toEqual([]);
  });
});

test('each place is suggested once, with the number of records that it leads to', () => {
  const places = suggest('beog', 'sr-Latn', 8).filter(({ kind }) => kind === 'place');
  expect(places.map(({ label }) => label)).toEqual(['Beograd', 'Grad Beograd']);
  for (const { count, leadsTo } of places) {
    if ('facet' in leadsTo) expect(find({ facets: { [leadsTo.facet]: [leadsTo.value] } }).total).toBe(count);
  }
});

describe('B9: map and list are equal', () => {
  test('positions and hits without one add up to the hits of the list', () => {
    for (const text of ['', 'zadruga', 'mladi']) {
      const { total, withoutPosition } = find({ text });
      const positions = listMatchingPositions(query({ text }));
      expect(positions.ids.length + withoutPosition).toBe(total);
      expect([...positions.ids].every((id) => listMatchingIds(query({ text })).includes(id))).toBe(true);
    }
  });
});

describe('bad input gets a right answer or a reason', () => {
  const HOSTILE = [
    'x'.repeat(10_000),
    'AND OR NOT NEAR(',
    '"',
    '" AND name MATCH "x',
    "'; DROP TABLE search_text; --",
    'name:zadruga',
    '{name} : zadruga',
    '^zadruga*',
    'zad*ruga + * ()',
    '\u0000zadruga\u0000',
    '\u200b\u200f\u202e',
    '-- -"" -',
    '(((((((((((((((',
    'a '.repeat(250),
    Array.from({ length: 160 }, (_, at) => String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))).join(' '),
    `zadruga ${'-xq '.repeat(120)}`,
    '"x"'.repeat(160),
    '🐝🍯',
    '_zadrug',
    '%_%',
  ];

  test.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s', (_, text) => {
    const result = find({ text });
    expect(result.total).toBeLessThanOrEqual(result.totalOfAll);
    expect(suggest(text, 'sr-Latn', 8).length).toBeLessThanOrEqual(8);
  });

  test('signs inside a word that nobody sees change nothing', () => {
    expect(idsOf('\u0000zad\u200bru\u202ega')).toEqual(idsOf('zadruga'));
  });

  test('marks of stems are not words', () => {
    expect(find({ text: '_' }).problem).toBe('nothingToSearch');
    expect(idsOf('_zadrug')).toEqual(idsOf('zadrug'));
  });

  test('any text has an answer, and a problem only when there are no hits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { total, problem } = find({ text });
        expect(problem === null || total === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
