import { describe, expect, test } from 'vitest';
import { findPlace, namesPlace, resolvePlaceName, suggestPlaces } from '@/lib/story-form/places';
import { buildVocabularies } from '@/lib/taxonomies/vocabularies';

const districts = [
  { code: '09', nameSr: 'Kolubarski okrug', nameEn: 'Kolubara District', regionCode: 'RS2' },
  { code: '20', nameSr: 'Nišavski okrug', nameEn: 'Nišava District', regionCode: 'RS2' },
  { code: '17', nameSr: 'Moravički okrug', nameEn: 'Moravica District', regionCode: 'RS2' },
];
const municipality = (
  id: string,
  nameSr: string,
  districtCode: string,
  level: 'city' | 'municipality' = 'municipality',
) => ({
  ...{ id, code: null, nameSr, level, districtCode, lat: 44, lng: 20 },
});
const settlement = (id: number, nameSr: string, municipalityId: string, districtCode: string, population = 1000) => ({
  ...{ id, nameSr, municipalityId, districtCode, population, lat: 44, lng: 20 },
});
const vocab = buildVocabularies({
  taxonomies: [],
  terms: [],
  regions: [],
  districts,
  municipalities: [
    municipality('valjevo', 'Valjevo', '09', 'city'),
    municipality('nis', 'Niš', '20', 'city'),
    municipality('cacak', 'Čačak', '17', 'city'),
    municipality('ivanjica', 'Ivanjica', '17'),
  ],
  settlements: [
    settlement(1, 'Kamenica', 'valjevo', '09', 500),
    settlement(2, 'Kamenica', 'nis', '20', 2000),
    settlement(3, 'Čačak', 'cacak', '17', 70_000),
  ],
});

describe('a place that is typed', () => {
  test.each(['Čačak', 'Cacak', 'Чачак', 'čačak', 'CACAK'])('%s is the settlement Čačak, in any script', (text) => {
    expect(resolvePlaceName(text, vocab, 'sr-Latn')).toMatchObject({ found: 'one', place: { id: 'settlement:3' } });
  });

  test('a name of two places is asked about, the larger first', () => {
    const resolved = resolvePlaceName('Kamenica', vocab, 'sr-Latn');
    if (resolved.found !== 'several') throw new Error('there are two');
    expect(resolved.places.map(({ id }) => id)).toEqual(['settlement:2', 'settlement:1']);
    expect(resolved.places[0]?.detail).toBe('naselje, opština Niš, Nišavski okrug');
  });

  test('the municipality behind it decides', () => {
    expect(resolvePlaceName('Kamenica, Valjevo', vocab, 'en')).toMatchObject({ place: { id: 'settlement:1' } });
  });

  test('a municipality without a settlement of its name is found; what is nowhere is not', () => {
    expect(resolvePlaceName('ивањица', vocab, 'sr-Cyrl')).toMatchObject({
      place: { id: 'municipality:ivanjica', name: 'Ивањица' },
    });
    expect(resolvePlaceName('Atlantida', vocab, 'sr-Latn')).toEqual({ found: 'none' });
    expect(resolvePlaceName('x'.repeat(10_000), vocab, 'sr-Latn')).toEqual({ found: 'none' });
  });

  test('a text that was changed no longer names what was picked', () => {
    expect(namesPlace('Kamenica', 'settlement:1', vocab)).toBe(true);
    expect(namesPlace('Niš', 'settlement:1', vocab)).toBe(false);
    expect(findPlace('settlement:99', vocab, 'sr-Latn')).toBeNull();
  });
});

test.each([
  ['kam', ['settlement:2', 'settlement:1']],
  ['чач', ['settlement:3', 'municipality:cacak']],
  ['kamenica valj', ['settlement:1']],
  ['', []],
  ['…', []],
])('%j suggests %j', (text, ids) => {
  expect(suggestPlaces(text, vocab, 'sr-Latn', 8).map(({ id }) => id)).toEqual(ids);
});
