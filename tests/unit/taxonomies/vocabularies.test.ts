import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { facetLabel, markOf, placeLabel, termLabel, termNote } from '@/lib/taxonomies/present';
import { readReferenceFiles } from '@/lib/taxonomies/reference-files';
import { toReferenceRecords } from '@/lib/taxonomies/reference-tables';
import type { Municipality, Term } from '@/lib/taxonomies/schema';
import { buildVocabularies } from '@/lib/taxonomies/vocabularies';

const records = toReferenceRecords(readReferenceFiles(path.resolve('prisma/data')));
const vocab = buildVocabularies({
  taxonomies: records.taxonomies,
  terms: records.terms.map(
    ({ taxonomyCode, ...term }): Term => ({ ...term, taxonomy: taxonomyCode, synonyms: [], links: [] }),
  ),
  regions: records.regions,
  districts: records.districts,
  municipalities: records.municipalities as Municipality[],
  settlements: records.settlements,
});

describe('places by name', () => {
  test.each([
    ['Nišavski okrug', '20'],
    ['Nišavski', '20'],
    ['Nisavski upravni okrug', '20'],
    ['Нишавски округ', '20'],
    ['Nišava District', '20'],
    ['RS-20', '20'],
    ['20', '20'],
    ['Grad Beograd', '00'],
    ['Beograd', '00'],
    ['City of Belgrade', '00'],
    ['Kosovskomitrovački okrug', '28'],
  ])('district %s is %s', (name, code) => {
    expect(vocab.resolveDistrict(name)?.code).toBe(code);
  });

  test.each([
    ['Čačak', undefined, '71242'],
    ['cacak', undefined, '71242'],
    ['Чачак', 'Моравички округ', '71242'],
    ['71242', undefined, '71242'],
    ['Beograd', 'Grad Beograd', 'beograd'],
    ['Palilula', 'Grad Beograd', '70203'],
    ['Palilula', 'Nišavski okrug', 'nis-palilula'],
    ['Palilula (Niš)', undefined, 'nis-palilula'],
  ])('municipality %s (%s) is %s', (name, district, id) => {
    expect(vocab.resolveMunicipality(name, district)?.id).toBe(id);
  });

  test('a name that two municipalities bear is not guessed', () => {
    expect(vocab.resolveMunicipality('Palilula')).toBeNull();
  });

  test('a municipality is not found in another district, nor an unknown one anywhere', () => {
    expect(vocab.resolveMunicipality('Čačak', 'Grad Beograd')).toBeNull();
    expect(vocab.resolveMunicipality('Čačak', 'Nigde')).toBeNull();
    expect(vocab.resolveMunicipality('Atlantida')).toBeNull();
  });
});

describe('labels', () => {
  test('a field of activities is a value of the activity facet', () => {
    expect(facetLabel(vocab, 'activity', 'craft', 'sr-Latn')).toBe('Zanati i tekstil');
    expect(facetLabel(vocab, 'activity', 'crafts', 'en')).toBe('Crafts');
  });

  test('places speak the visitor’s script, and English where there is a name', () => {
    expect(facetLabel(vocab, 'municipality', 'nis-palilula', 'sr-Cyrl')).toBe('Палилула (Ниш)');
    expect(facetLabel(vocab, 'region', 'vojvodina', 'sr-Cyrl')).toBe('Војводина');
    expect(facetLabel(vocab, 'district', '00', 'en')).toBe('City of Belgrade');
  });

  test('values whose words stand in messages have no label here', () => {
    expect(facetLabel(vocab, 'founded', '2010', 'en')).toBeNull();
    expect(facetLabel(vocab, 'basis', 'not_stated', 'en')).toBeNull();
  });

  test('a term that does not exist is shown by its code', () => {
    expect(termLabel(vocab, 'product', 'unknown', 'sr-Cyrl')).toBe('unknown');
  });

  test('the explanation of a field for the home page comes in each script', () => {
    expect(termNote(vocab, 'activityField', 'stay', 'sr-Cyrl')).toBe('хостели, етно центри');
    expect(termNote(vocab, 'activityField', 'stay', 'en')).toBe('hostels, village stays');
    expect(termNote(vocab, 'activity', 'tourism', 'en')).toBeNull();
  });

  test('a place that is not known has no label, a district alone has its own', () => {
    expect(placeLabel({ town: null, municipality: null, district: null }, 'en')).toBeNull();
    const district = vocab.districts.get('16') ?? null;
    expect(placeLabel({ town: null, municipality: null, district }, 'en')).toBe('Zlatibor District');
  });
});

describe('terms', () => {
  test('an activity bears the mark of its field', () => {
    const beverages = vocab.term('activity', 'hospitality');
    expect(beverages && markOf(vocab, beverages)).toBe('food');
  });

  test('a ring of broader terms, written by hand, does not hang the page', () => {
    const ring = (code: string, parentId: string): Term => ({
      ...(vocab.term('product', 'honey') as Term),
      id: `product:${code}`,
      code,
      parentId,
    });
    const [a, b] = [ring('a', 'product:b'), ring('b', 'product:a')];
    const small = buildVocabularies({
      taxonomies: [],
      terms: [a, b],
      regions: [],
      districts: [],
      municipalities: [],
      settlements: [],
    });
    expect(small.ancestors(a).map((term) => term.code)).toEqual(['b', 'a']);
  });
});
