import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listEnterprises } from '@/lib/enterprises/queries';
import { importFile } from '@/lib/imports/commands';
import { EMPTY_QUERY } from '@/lib/search/params';
import { searchEnterprises } from '@/lib/search/queries';
import type { TestDatabase } from '../../support/database';
import { createReferenceDatabase, saveCsv, wholeContent } from './support';

let database: TestDatabase;
beforeEach(async () => {
  database = await createReferenceDatabase();
});
afterEach(() => database.dispose());

const HEADER = 'name_sr,municipality,founded_year,sector,basis,website,source_url,source_title,read_on\n';
const SUNCE = 'Zadruga „Sunce“,Pirot,2010,crafts,called_by_source,,https://izvor.rs/a,Izvor,2026-11-23\n';
const LUNA = 'Udruženje „Luna“,Bor,,,wider_social_economy,www.luna.rs,,,\n';

const byName = (name: string) =>
  database.prisma.enterprise.findFirstOrThrow({
    where: { nameSr: name },
    include: { terms: true, contacts: true, facts: { include: { source: true }, orderBy: { id: 'asc' } }, names: true },
  });

describe('a row becomes a record', () => {
  it('with everything that it says, and nothing that it does not', async () => {
    const file = saveCsv(
      database,
      `name_sr;name_en;other_names;legal_form;basis;town;municipality;district;lat;lon;geo_precision;sector;target_groups;` +
        `products;employees;employees_year;legal_status;legal_status_from;website;phone;facebook;verified_on;` +
        `verified_by;verified_method;source_url;source_title;read_on;registration_number;tax_id;networks;operating_state\r\n` +
        `Задруга „Сунце“;Sun;Sunašce;Zadruga;legal_status;Pirot;Пирот;Pirotski okrug;43,15306;22,58611;settlement;` +
        `Занати и рукотворине;Roma;Honey and bee products;12;2024;registered;2023-02-01;sunce.rs;010 123-456;` +
        `facebook.com/sunce;1.11.2026.;KoRSE;Telefonom;https://izvor.rs/a;Izvor;2026-11-23;17162543;100002887;korse;active\r\n`,
    );
    expect(await importFile(file)).toMatchObject({ new: 1, errors: [], warnings: [], unknownColumns: [] });
    const record = await byName('Задруга „Сунце“');
    expect(record).toMatchObject({
      slug: 'zadruga-sunce',
      nameEn: 'Sun',
      legalFormId: 'legalForm:cooperative',
      legalStatusId: 'legalStatus:registered',
      legalStatusFrom: '2023-02-01',
      legalStatusTo: null,
      basisId: 'basis:legal_status',
      districtCode: '22',
      lat: 43.15306,
      precision: 'settlement',
      sizeId: 'size:10-19',
      sizeYear: 2024,
      registrationNumber: '17162543',
      taxId: '100002887',
      lastVerifiedOn: '2026-11-01',
      lastVerifiedBy: 'KoRSE',
      lastVerifiedMethod: 'call',
      operatingStateId: 'operatingState:active',
      foundedYear: null,
      missionSr: null,
      publication: 'published',
      synthetic: false,
    });
    expect(record.terms.map(({ termId }) => termId).sort()).toEqual([
      'activity:crafts',
      'network:korse',
      'product:honey',
      'targetGroup:roma',
    ]);
    expect(record.names.map(({ text }) => text)).toEqual(['Sunašce']);
    expect(record.contacts.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([
      'facebook https://facebook.com/sunce',
      'phone +38110123456',
      'website https://sunce.rs',
    ]);
    const sourced = record.facts.map(({ field }) => field);
    expect(sourced).toEqual(expect.arrayContaining(['nameSr', 'legalForm', 'legalStatus', 'size', 'town', 'website']));
    expect(sourced).not.toEqual(expect.arrayContaining(['position']));
    expect(sourced).not.toContain('municipality');
    expect(record.facts[0]?.source).toMatchObject({
      url: 'https://izvor.rs/a',
      title: 'Izvor',
      retrievedOn: '2026-11-23',
    });
  });

  it('that visitors find at once', async () => {
    await importFile(saveCsv(database, HEADER + SUNCE));
    const found = searchEnterprises({ ...EMPTY_QUERY, text: 'сунце' }, { limit: 10, offset: 0 });
    expect(listEnterprises(found.ids).map(({ name }) => name.sr)).toEqual(['Zadruga „Sunce“']);
    await importFile(saveCsv(database, HEADER + SUNCE.replace('crafts', 'energy')));
    expect(searchEnterprises({ ...EMPTY_QUERY, text: 'energija' }, { limit: 10, offset: 0 }).total).toBe(1);
  });

  it('from XLSX and GeoJSON as well', async () => {
    const file = path.join(database.folder, 'list.geojson');
    const point = { type: 'Point', coordinates: [22.58611, 43.15306] };
    const properties = {
      name_sr: 'Sunce',
      basis: 'called_by_source',
      sector: ['crafts', 'textile'],
      founded_year: 2010,
    };
    writeFileSync(
      file,
      JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: point, properties }] }),
    );
    const report = await importFile(file);
    expect(report).toMatchObject({ new: 1, errors: [] });
    // A point of unknown precision is claimed for no more than the municipality.
    expect(report.warnings).toMatchObject([{ row: 1, column: 'geo_precision', code: 'precisionAssumed' }]);
    expect(await byName('Sunce')).toMatchObject({ lat: 43.15306, lng: 22.58611, precision: 'municipality' });

    const { default: writeXlsxFile } = await import('write-excel-file/node');
    const workbook = await writeXlsxFile([
      [{ value: 'name_sr' }, { value: 'basis' }, { value: 'founded_year' }],
      [{ value: 'Luna' }, { value: 'called_by_source' }, { value: 2011, type: Number }],
    ]);
    const sheet = path.join(database.folder, 'list.xlsx');
    writeFileSync(sheet, await workbook.toBuffer());
    expect(await importFile(sheet)).toMatchObject({ new: 1, errors: [] });
    expect(await byName('Luna')).toMatchObject({ foundedYear: 2011 });
  });
});

describe('the same file twice', () => {
  it('changes nothing, not even the content version', async () => {
    const file = saveCsv(database, HEADER + SUNCE + LUNA);
    await importFile(file);
    const before = await wholeContent(database);
    const report = await importFile(file);
    expect(report).toMatchObject({ new: 0, updated: 0, unchanged: 2, duplicates: 0, errors: [] });
    expect(await wholeContent(database)).toEqual(before);
    expect(await database.prisma.recordChange.count()).toBe(2);
    expect(await database.prisma.importRun.findMany({ select: { created: true, unchanged: true } })).toEqual([
      { created: 2, unchanged: 0 },
      { created: 0, unchanged: 2 },
    ]);
  });
});

describe('an update', () => {
  beforeEach(async () => {
    await importFile(saveCsv(database, HEADER + SUNCE));
  });

  it('replaces the fields that the file has, and leaves the others', async () => {
    await importFile(
      saveCsv(database, 'name_sr,municipality,founded_year,email\nZADRUGA SUNCE,Pirot,,sunce@sunce.rs\n'),
    );
    const record = await byName('ZADRUGA SUNCE');
    expect(record).toMatchObject({ foundedYear: null, basisId: 'basis:called_by_source', slug: 'zadruga-sunce' });
    expect(record.terms.map(({ termId }) => termId)).toEqual(['activity:crafts']);
    expect(record.contacts.map(({ value }) => value)).toEqual(['sunce@sunce.rs']);
  });

  it('without a source leaves no old source beside a new value', async () => {
    await importFile(saveCsv(database, 'name_sr,municipality,founded_year\nZadruga „Sunce“,Pirot,2012\n'));
    const fields = (await byName('Zadruga „Sunce“')).facts.map(({ field }) => field);
    expect(fields).not.toContain('foundedYear');
    expect(fields).toContain('nameSr');
    expect(fields).toContain('activities');
  });

  it('from another source keeps both where they agree', async () => {
    const row = 'Zadruga „Sunce“,Pirot,2010,,https://drugi.rs,Drugi\n';
    await importFile(saveCsv(database, `name_sr,municipality,founded_year,town,source_url,source_title\n${row}`));
    const sources = (await byName('Zadruga „Sunce“')).facts
      .filter(({ field }) => field === 'foundedYear')
      .map(({ source }) => source.title);
    expect(sources).toEqual(['Izvor', 'Drugi']);
  });

  it('that renames a record leaves its old address working', async () => {
    await importFile(saveCsv(database, 'slug,name_sr,municipality\nzadruga-sunce,Zadruga „Novo sunce“,Pirot\n'));
    const record = await byName('Zadruga „Novo sunce“');
    expect(record.slug).toBe('zadruga-novo-sunce');
    expect(await database.prisma.slugAlias.findMany()).toEqual([{ slug: 'zadruga-sunce', enterpriseId: record.id }]);
    expect(await importFile(saveCsv(database, 'slug,name_sr\nzadruga-sunce,Zadruga „Sunce“\n'))).toMatchObject({
      updated: 1,
    });
    expect(await byName('Zadruga „Sunce“')).toMatchObject({ id: record.id, slug: 'zadruga-sunce' });
  });

  it('by registration number follows the record to another name and place', async () => {
    const numbered = (name: string, place: string) =>
      saveCsv(database, `name_sr,municipality,registration_number\n${name},${place},17162543\n`);
    await importFile(numbered('Zadruga „Sunce“', 'Pirot'));
    expect(await importFile(numbered('Sunčana njiva', 'Bor'))).toMatchObject({ updated: 1, new: 0, duplicates: 0 });
    expect(await database.prisma.enterprise.count()).toBe(1);
  });

  it('with empty cells does not erase a hidden position or a contact given with consent', async () => {
    const { id } = await byName('Zadruga „Sunce“');
    await database.prisma.enterprise.update({ where: { id }, data: { lat: 43.1, lng: 22.5, precision: 'hidden' } });
    await database.prisma.contact.create({
      data: { enterpriseId: id, kind: 'phone', value: '+381641234567', personal: true, consentOn: '2026-01-01' },
    });
    const file = saveCsv(database, 'name_sr,municipality,lat,lon,geo_precision,phone\nZadruga „Sunce“,Pirot,,,,\n');
    expect(await importFile(file)).toMatchObject({ unchanged: 1 });
  });

  it('in the other script is no change', async () => {
    const file = saveCsv(database, 'name_sr,municipality\nЗадруга „Сунце“,Пирот\n');
    expect(await importFile(file)).toMatchObject({ unchanged: 1, updated: 0 });
  });
});

describe('a duplicate', () => {
  beforeEach(async () => {
    await importFile(saveCsv(database, HEADER + SUNCE + LUNA));
  });

  it('is held back, with the record and the reason', async () => {
    const file = saveCsv(database, `${HEADER}Zadruga Sunce,,,,,,,,\nNešto drugo,Bor,,,,https://luna.rs,,,\n`);
    const report = await importFile(file);
    expect(report).toMatchObject({ new: 0, duplicates: 2, errors: [] });
    expect(report.duplicateRows).toMatchObject([
      { row: 2, of: { record: { slug: 'zadruga-sunce' } }, reasons: ['sameName'] },
      { row: 3, of: { record: { slug: 'udruzenje-luna' } }, reasons: ['sameSite'] },
    ]);
    expect(await database.prisma.enterprise.count()).toBe(2);
  });

  it('of an earlier row of the file is one too', async () => {
    const file = saveCsv(database, `${HEADER}Novo,Bor,,,,,,,\nNOVO,Bor,,,,,,,\n${SUNCE}${SUNCE}`);
    const report = await importFile(file);
    expect(report).toMatchObject({ new: 1, unchanged: 1, duplicates: 2 });
    expect(report.duplicateRows).toMatchObject([
      { row: 3, of: { row: 2 }, reasons: ['sameName'] },
      { row: 5, of: { row: 4 }, reasons: ['sameRecord'] },
    ]);
  });

  it('is written when staff say that it is none', async () => {
    const file = saveCsv(database, `${HEADER}Zadruga Sunce,,,,,,,,\n`);
    expect(await importFile(file, { allowDuplicates: true })).toMatchObject({ new: 1, duplicates: 0 });
    const slugs = await database.prisma.enterprise.findMany({ select: { slug: true }, orderBy: { id: 'asc' } });
    expect(slugs.map(({ slug }) => slug)).toEqual(['zadruga-sunce', 'udruzenje-luna', 'zadruga-sunce-2']);
  });
});

describe('an error', () => {
  it('names row, column, value and what is allowed, and nothing is written', async () => {
    const before = await wholeContent(database);
    const report = await importFile(
      saveCsv(
        database,
        `${HEADER}${SUNCE}Luna,Atlantida,1500,mleko,nema,nije,,,2999-01-01\n,Bor,,,,,,,\nNiva,Palilula,,,,,,,\nZora,Bor\n`,
      ),
    );
    expect(report).toMatchObject({ run: null, rejectedFile: null });
    expect(report.errors.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [3, 'sector', 'mleko', 'unknownTerm'],
      [3, 'basis', 'nema', 'unknownTerm'],
      [3, 'website', 'nije', 'notAnAddress'],
      [3, 'municipality', 'Atlantida', 'unknownMunicipality'],
      [3, 'read_on', '2999-01-01', 'readOnWithoutSource'],
      [3, 'founded_year', '1500', 'notAYear'],
      [4, 'name_sr', '', 'empty'],
      [5, 'municipality', 'Palilula', 'ambiguousMunicipality'],
      [6, null, '', 'tooFewCells'],
    ]);
    expect(report.errors[0]?.params.allowed).toContain('food_processing');
    expect(report.errors[7]?.params.allowed).toBe('Palilula (Grad Beograd), Palilula (Niš) (Nišavski okrug)');
    expect(await wholeContent(database)).toEqual(before);
    expect(await database.prisma.importRun.count()).toBe(0);
  });

  it('is a position outside Serbia, or with its numbers exchanged; in another district it is a warning', async () => {
    const at = (lat: string, lon: string) => `Sunce ${lat},Pirot,${lat},${lon},settlement\n`;
    const rows = at('52.5', '13.4') + at('22.58611', '43.15306') + at('44.80401', '20.46513') + at('43.15', '');
    const report = await importFile(saveCsv(database, `name_sr,municipality,lat,lon,geo_precision\n${rows}`), {
      dryRun: true,
    });
    expect(report.errors.map(({ row, code }) => [row, code])).toEqual([
      [2, 'positionOutside'],
      [3, 'positionSwapped'],
      [5, 'positionHalf'],
    ]);
    expect(report.warnings.filter(({ code }) => code === 'pointInOtherDistrict').map(({ row }) => row)).toEqual([4]);
  });

  it('is a number of another record', async () => {
    await importFile(
      saveCsv(database, 'name_sr,registration_number,tax_id\nSunce,17162543,\nLuna,20084693,100002887\n'),
    );
    const report = await importFile(
      saveCsv(database, 'name_sr,registration_number,tax_id\nSunce,17162543,100002887\n'),
    );
    expect(report.errors).toMatchObject([
      { row: 2, column: 'tax_id', code: 'numbersDisagree', params: { name: 'Luna' } },
    ]);
  });

  it('does not stop the other rows with skipInvalid; the rejected ones are saved as they came', async () => {
    const broken = '"Lu""na;\r\nnova";Bor;oko 2010\r\n';
    const file = saveCsv(
      database,
      `\uFEFFName SR;municipality;founded_year;boja\r\nSunce;Pirot;2010;plava\r\n${broken.replace('\r\n', '\n').replace(/\r\n$/, ';žuta\r\n')}\r\nZora;"Bor";1;\r\n`,
    );
    const report = await importFile(file, { skipInvalid: true });
    expect(report).toMatchObject({ new: 1, unknownColumns: [{ name: 'boja', nearest: null }] });
    expect(report.errors.map(({ row }) => row)).toEqual([3, 5]);
    expect(report.rejectedFile).toBe(file.replace('.csv', '.rejected.csv'));
    expect(readFileSync(report.rejectedFile ?? '', 'utf8')).toBe(
      '\uFEFFName SR;municipality;founded_year;boja\r\n"Lu""na;\nnova";Bor;oko 2010;žuta\r\nZora;"Bor";1;\r\n',
    );
    const again = await importFile(file, { skipInvalid: true });
    expect(again.rejectedFile).toBe(file.replace('.csv', '.2.rejected.csv'));
    expect(existsSync(file.replace('.csv', '.rejected.csv'))).toBe(true);
    expect(readdirSync(path.dirname(file)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('in a broken file, found after good rows, writes nothing', async () => {
    const before = await wholeContent(database);
    const file = saveCsv(database, `${HEADER}${SUNCE}"Luna,Bor\n`);
    await expect(importFile(file, { skipInvalid: true })).rejects.toMatchObject({ code: 'openQuote', row: 3 });
    expect(await wholeContent(database)).toEqual(before);
  });
});

it('a rehearsal tells the verdicts and writes nothing', async () => {
  const before = await wholeContent(database);
  const report = await importFile(saveCsv(database, HEADER + SUNCE + LUNA), { dryRun: true });
  expect(report).toMatchObject({ run: null, new: 2, dryRun: true });
  expect(await wholeContent(database)).toEqual(before);
  expect(await database.prisma.importRun.count()).toBe(0);
});

it('made-up records do not enter a directory of real ones', async () => {
  const synthetic = saveCsv(database, 'name_sr,synthetic\nZadruga (sintetički),yes\n');
  expect(await importFile(synthetic)).toMatchObject({ new: 1 });
  await importFile(saveCsv(database, HEADER + SUNCE));
  const more = await importFile(saveCsv(database, 'name_sr,synthetic\nDruga (sintetički),yes\n'));
  expect(more.errors).toMatchObject([{ row: 2, column: 'synthetic', code: 'syntheticAmongReal' }]);
});
