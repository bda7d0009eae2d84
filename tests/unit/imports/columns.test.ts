import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { findColumn, nearestColumn } from '@/lib/imports/column-names';
import { COLUMNS, EXPORT_ONLY_COLUMNS } from '@/lib/imports/columns';
import { cleanCell, readCell } from '@/lib/imports/read-cell';
import { sizeBand } from '@/lib/imports/terms';

describe('the columns', () => {
  it('are those of the dataset, and of our own export', () => {
    const [header] = parse(readFileSync('prisma/data/enterprises.csv', 'utf8'), { to: 1 }) as string[][];
    const exported = [...readFileSync('lib/api/csv.ts', 'utf8').matchAll(/^ {2}\['(\w+)',/gm)].map(([, name]) => name);
    expect(exported.length).toBeGreaterThan(30);
    const known = [...COLUMNS.map(({ name }) => name), ...EXPORT_ONLY_COLUMNS] as string[];
    expect([...(header ?? []), ...exported].filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  test.each([
    ['name_sr', 'name_sr'],
    [' Name SR ', 'name_sr'],
    ['nameSr', 'name_sr'],
    ['NAME-SR', 'name_sr'],
    ['Longitude', 'lon'],
    ['PIB', 'tax_id'],
    ['sektor', undefined],
  ])('%j is %s', (header, name) => {
    expect(findColumn(header)?.name).toBe(name);
  });

  test.each([
    ['sektor', 'sector'],
    ['web_site', 'website'],
    ['naziv_kupca', null],
  ])('for %j the hint is %s', (header, hint) => {
    expect(nearestColumn(header)).toBe(hint);
  });
});

describe('a cell', () => {
  const noTerms = () => ({ ok: false, error: { code: 'unknownTerm', params: { allowed: 'a, b' } } }) as const;
  const read = (text: string, column: string) => {
    const found = COLUMNS.find(({ name }) => name === column);
    if (!found) throw new Error(column);
    const result = readCell(cleanCell(text), found.cells, noTerms);
    return result.ok ? result.value : result.error.code;
  };

  test.each([
    ['', 'town', null],
    ['  Novi \n Sad ', 'town', 'Novi Sad'],
    ["'+381 11 2345678", 'phone', ['+381112345678']],
    ["'=HYPERLINK()", 'town', '=HYPERLINK()'],
    ['Jedan\r\n\r\ndrugi', 'mission_sr', 'Jedan\n\ndrugi'],
    ['Sunce; Luna ;;Sunce', 'other_names', ['Sunce', 'Luna']],
    ['', 'other_names', []],
    ['44,80401', 'lat', 44.80401],
    ['44.80401', 'lat', 44.80401],
    ['44.804.01', 'lat', 'notADegree'],
    ['N44', 'lat', 'notADegree'],
    ['2007', 'founded_year', 2007],
    ['2007.', 'founded_year', 2007],
    ['07', 'founded_year', 'notAYear'],
    ['oko 2007', 'founded_year', 'notAYear'],
    ['23.11.2026.', 'read_on', '2026-11-23'],
    ['1. 2. 2026', 'read_on', '2026-02-01'],
    ['2026-11-23', 'read_on', '2026-11-23'],
    ['31.2.2026', 'read_on', 'notADay'],
    ['11/23/2026', 'read_on', 'notADay'],
    ['7007965', 'registration_number', '07007965'],
    ['17162544', 'registration_number', 'notARegistrationNumber'],
    ['100002887', 'tax_id', '100002887'],
    ['11', 'employees', 11],
    ['oko 11', 'employees', 'notACount'],
    ['municipality_seat', 'geo_precision', 'municipality'],
    ['city_municipality', 'geo_precision', 'municipality'],
    ['tačno', 'geo_precision', 'unknownPrecision'],
    ['www.primer.rs', 'website', ['https://www.primer.rs']],
    ['https://a.rs/x;y; https://b.rs', 'website', ['https://a.rs/x;y', 'https://b.rs']],
    ['nema', 'website', 'notAnAddress'],
    ['www.primer.rs', 'source_url', 'notAnAddress'],
    ['nepoznato', 'legal_form', 'unknownTerm'],
    ['da', 'synthetic', true],
    ['možda', 'synthetic', 'notAFlag'],
    ['a'.repeat(201), 'town', 'tooLong'],
  ])('%j in %s is %j', (text, column, value) => {
    expect(read(text, column)).toEqual(value);
  });
});

test.each([
  [0, '0'],
  [1, '1-4'],
  [4, '1-4'],
  [5, '5-9'],
  [249, '50-249'],
  [250, '250+'],
  [9_000, '250+'],
])('%i employees are in the band %s', (employees, band) => {
  expect(sizeBand(employees, ['0', '1-4', '5-9', '10-19', '20-49', '50-249', '250+'])).toBe(band);
});
