import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { type Comparable, duplicateFinder, duplicateReasons, toProfile } from '@/lib/enterprises/rules';
import { toCyrillic } from '@/lib/serbian';

const nobody: Comparable = {
  names: ['Naša kuća'],
  municipalities: [],
  registrationNumber: null,
  taxId: null,
  websites: [],
  position: null,
};
const here = { lat: 44.80401, lng: 20.46513 };

function reasons(a: Partial<Comparable>, b: Partial<Comparable>): string[] {
  return duplicateReasons(toProfile({ ...nobody, ...a }), toProfile({ ...nobody, ...b }));
}

describe('two records may be the same', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['in another script', {}, { names: ['Наша кућа'] }],
    ['without marks and in capitals', {}, { names: ['NASA KUCA'] }],
    ['with quotes', { names: ['Zadruga „Sunce“'] }, { names: ['Zadruga "Sunce"'] }],
    ['with or without the legal form', { names: ['Naša kuća d.o.o.'] }, {}],
    ['spelled out', { names: ['ZZ „Azanja“'] }, { names: ['Zemljoradnička zadruga Azanja'] }],
    ['written together', { names: ['Lice ulice'] }, { names: ['Liceulice'] }],
    ['by another name', { names: ['Caritas Šabac', 'Karitas Šabac'] }, { names: ['Karitas Sabac'] }],
  ])('by name, %s', (_how, a, b) => {
    expect(reasons(a, b)).toEqual(['sameName']);
  });

  it('by name only where the municipality is the same or not known', () => {
    expect(reasons({ municipalities: ['pirot'] }, { municipalities: ['pirot'] })).toEqual(['sameName']);
    expect(reasons({ municipalities: ['pirot'] }, {})).toEqual(['sameName']);
    expect(reasons({ municipalities: ['vracar', 'beograd'] }, { municipalities: ['beograd'] })).toEqual(['sameName']);
    expect(reasons({ municipalities: ['vracar', 'beograd'] }, { municipalities: ['zemun', 'beograd'] })).toEqual([]);
    expect(reasons({ municipalities: ['pirot'] }, { municipalities: ['bor'] })).toEqual([]);
  });

  it('by registration number, tax number and site', () => {
    const other = { names: ['Sasvim drugo ime'] };
    expect(reasons({ registrationNumber: '17162543' }, { ...other, registrationNumber: '17162543' })).toEqual([
      'sameRegistrationNumber',
    ]);
    expect(reasons({ taxId: '100002887' }, { ...other, taxId: '100002887' })).toEqual(['sameTaxId']);
    expect(reasons({ websites: ['https://www.a.rs/x'] }, { ...other, websites: ['http://a.rs'] })).toEqual([
      'sameSite',
    ]);
    expect(
      reasons({ websites: ['https://facebook.com/a'] }, { ...other, websites: ['https://facebook.com/b'] }),
    ).toEqual([]);
  });

  it('not when their registration numbers differ', () => {
    expect(reasons({ registrationNumber: '17162543' }, { registrationNumber: '20084693' })).toEqual([]);
  });

  it('by similar names in the same place, and not a street further', () => {
    const a = { names: ['Udruženje žena „Sunčanica“'], municipalities: ['bor'], position: here };
    const typo = { names: ['Udruženje žena „Suncanca“'], municipalities: ['bor'] };
    expect(reasons(a, { ...typo, position: { lat: here.lat + 0.0008, lng: here.lng } })).toEqual(['nearAndSimilar']);
    expect(reasons(a, { ...typo, position: { lat: here.lat + 0.0012, lng: here.lng } })).toEqual([]);
  });

  it('not by the words that all such names share, nor by numbers', () => {
    const at = { municipalities: ['bor'], position: here };
    expect(reasons({ ...at, names: ['Udruženje žena „Vesna“'] }, { ...at, names: ['Udruženje žena „Zora“'] })).toEqual(
      [],
    );
    expect(reasons({ ...at, names: ['Kafe bar 16'] }, { ...at, names: ['Kafe bar 18'] })).toEqual([]);
  });
});

interface Row {
  name_sr: string;
  municipality: string;
  other_names: string;
  website: string;
  lat: string;
  lon: string;
}

const rows: Row[] = parse(readFileSync(path.resolve('prisma/data/enterprises.csv')), { columns: true });
const dataset: Comparable[] = rows.map((row) => ({
  ...nobody,
  names: [row.name_sr, ...row.other_names.split(';').filter(Boolean)],
  municipalities: row.municipality ? [row.municipality] : [],
  websites: row.website ? [row.website] : [],
  position: row.lat ? { lat: Number(row.lat), lng: Number(row.lon) } : null,
}));

/** Ways in which the same enterprise comes a second time, as they were seen in lists. */
const DISGUISES: ((record: Comparable) => Comparable)[] = [
  (record) => ({ ...record, names: [toCyrillic(record.names[0] ?? '')] }),
  (record) => ({
    ...record,
    names: [(record.names[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'dj')],
  }),
  (record) => ({ ...record, names: [(record.names[0] ?? '').toUpperCase().replace(/[„“"]/g, '')] }),
  (record) => ({ ...record, names: [`${record.names[0]} d.o.o.`], municipalities: [], position: null }),
  (record) => ({ ...record, names: [withSlip(record.names[0] ?? '')], websites: [] }),
];

/** The name with one letter of its longest word left out. */
function withSlip(name: string): string {
  const longest = [...(name.match(/\p{L}+/gu) ?? [])].sort((a, b) => b.length - a.length)[0] ?? name;
  return name.replace(longest, longest.slice(0, 3) + longest.slice(4));
}

describe('on the real dataset', () => {
  const finder = duplicateFinder<number>();
  for (const [index, record] of dataset.entries()) finder.add(index, toProfile(record));

  it('at least 95 % of 40 planted pairs are found', () => {
    const placed = dataset.flatMap((record, index) => (record.position === null ? [] : [{ record, index }]));
    const planted = placed.filter((_, at) => at % 3 === 0).slice(0, 40);
    const found = planted.filter(({ record, index }, at) => {
      const disguise = DISGUISES[at % DISGUISES.length];
      return disguise && finder.find(toProfile(disguise(record))).some(({ id }) => id === index);
    });
    expect(planted).toHaveLength(40);
    expect(found.length).toBeGreaterThanOrEqual(38);
  });

  it('at most 2 % of the records are taken for another one', () => {
    const alarms = dataset.filter((record, index) => finder.find(toProfile(record)).some(({ id }) => id !== index));
    expect(alarms.length / dataset.length).toBeLessThanOrEqual(0.02);
  });

  it('the finder gives what comparing each with each gives', () => {
    const profiles = dataset.map(toProfile);
    for (const [index, profile] of profiles.entries()) {
      const all = profiles.flatMap((other, at) => (duplicateReasons(profile, other).length > 0 ? [at] : []));
      const found = finder.find(profile).map(({ id }) => id);
      expect({ index, found: found.sort((a, b) => a - b) }).toEqual({ index, found: all });
    }
  });
});
