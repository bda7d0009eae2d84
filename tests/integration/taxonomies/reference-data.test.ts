import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { facetLabel, placeLabel, termLabel } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const DATA = path.resolve('prisma/data');

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await load(DATA);
});

afterAll(async () => {
  await database.dispose();
});

afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const load = (dir: string) => database.prisma.$transaction((tx) => loadReferenceData(tx, dir));

/** A folder with vocabulary files of the staff's own. */
function staffFolder(files: Record<string, string>): string {
  folder = mkdtempSync(path.join(tmpdir(), 'staff-terms-'));
  mkdirSync(path.join(folder, 'taxonomies'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, 'taxonomies', name), text);
  return folder;
}

const TERM_HEAD = 'taxonomy,code,parent,label_sr,label_en,note_sr,note_en,position,mark\n';

async function contentVersion(): Promise<string | undefined> {
  return (await database.prisma.meta.findUnique({ where: { key: 'contentVersion' } }))?.value;
}

async function wholeContent(): Promise<unknown> {
  const { prisma } = database;
  return [
    await prisma.taxonomy.findMany(),
    await prisma.taxonomyTerm.findMany(),
    await prisma.termSynonym.findMany(),
    await prisma.termLink.findMany(),
    await prisma.region.findMany(),
    await prisma.district.findMany(),
    await prisma.municipality.findMany(),
    await prisma.settlement.findMany(),
    await contentVersion(),
  ];
}

describe('the reference data of the project', () => {
  test('loading it a second time changes nothing', async () => {
    const before = await wholeContent();
    expect(await load(DATA)).toEqual({ added: 0, changed: 0 });
    expect(await wholeContent()).toEqual(before);
  });

  test('the gazetteer is whole: 30 districts, 199 municipalities, 398 settlements', () => {
    const vocab = vocabularies();
    expect([vocab.regions.size, vocab.districts.size, vocab.municipalities.size, vocab.settlements.length]).toEqual([
      5, 30, 199, 398,
    ]);
    const kosovo = [...vocab.districts.values()].filter((district) => district.regionCode === 'kosovo-metohija');
    expect(kosovo).toHaveLength(5);
  });

  test('no table holds an empty string', async () => {
    const tables = (await wholeContent()) as unknown[];
    const empty = (tables.slice(0, 8) as object[][]).flat().filter((row) => Object.values(row).includes(''));
    expect(empty).toEqual([]);
  });

  test('every code in enterprises.csv is a term, and every place is in the gazetteer', () => {
    const vocab = vocabularies();
    const rows: Record<string, string>[] = parse(readFileSync(path.join(DATA, 'enterprises.csv')), { columns: true });
    const missing: string[] = [];
    const check = (taxonomy: string, codes: string | undefined) => {
      for (const code of (codes ?? '').split(';').filter(Boolean)) {
        if (!vocab.term(taxonomy, code)) missing.push(`${taxonomy}:${code}`);
      }
    };
    for (const row of rows) {
      check('basis', row.basis);
      check('legalForm', row.legal_form);
      check('activity', row.sector);
      check('targetGroup', row.target_groups);
      check('product', row.products);
      if (!row.district) continue;
      if (!vocab.resolveDistrict(row.district)) missing.push(row.district);
      if (!vocab.resolveMunicipality(row.municipality ?? '', row.district)) missing.push(row.municipality ?? '');
    }
    expect(missing).toEqual([]);
  });

  test.each([
    ['sr-Latn', 'Zadruga', 'Južnobanatski okrug', 'Opovo, Južnobanatski okrug'],
    ['sr-Cyrl', 'Задруга', 'Јужнобанатски округ', 'Опово, Јужнобанатски округ'],
    ['en', 'Cooperative', 'South Banat District', 'Opovo, South Banat District'],
  ] as const)('labels speak %s', (locale, form, district, place) => {
    const vocab = vocabularies();
    const opovo = vocab.resolveMunicipality('Opovo');
    expect(termLabel(vocab, 'legalForm', 'cooperative', locale)).toBe(form);
    expect(facetLabel(vocab, 'district', '04', locale)).toBe(district);
    const inDistrict = { town: 'Opovo', municipality: opovo, district: vocab.districts.get('04') ?? null };
    expect(placeLabel(inDistrict, locale)).toBe(place);
  });
});

describe('terms of the staff', () => {
  test('a term from a folder with one file is there at once, and stays when the project’s data load again', async () => {
    const dir = staffFolder({
      'terms.csv': `${TERM_HEAD}product,cheese,product:dairy,Sir i kajmak,Cheese and kaymak,,,900,\n`,
      'synonyms.csv': 'taxonomy,code,lang,text\nproduct,cheese,en,curd\n',
    });
    expect(vocabularies().term('product', 'cheese')).toBeUndefined();
    expect(await load(dir)).toEqual({ added: 2, changed: 0 });
    await load(DATA);
    const term = vocabularies().term('product', 'cheese');
    expect(term?.synonyms).toEqual([{ lang: 'en', text: 'curd' }]);
    expect(vocabularies().ancestors(term ?? expect.fail())[0]?.code).toBe('dairy');
  });

  test('a label that staff correct in a file is corrected in the table, and its code stays', async () => {
    const dir = staffFolder({
      'terms.csv': `${TERM_HEAD}operatingState,closed,,Ne radi više,No longer works,,,30,\n`,
    });
    const versionBefore = await contentVersion();
    expect(await load(dir)).toEqual({ added: 0, changed: 1 });
    expect(termLabel(vocabularies(), 'operatingState', 'closed', 'sr-Latn')).toBe('Ne radi više');
    expect(await contentVersion()).not.toBe(versionBefore);
    await load(DATA);
  });

  test.each([
    ['an empty label', `${TERM_HEAD}product,x,,,Cheese,,,1,\n`, 'taxonomies/terms.csv, row 1, label_sr'],
    ['a position that is missing', `${TERM_HEAD}product,x,,Sir,Cheese,,,,\n`, 'taxonomies/terms.csv, row 1, position'],
    ['a code that cannot stand in an address', `${TERM_HEAD}product,a b,,Sir,Cheese,,,1,\n`, 'row 1, code'],
    ['a vocabulary that does not exist', `${TERM_HEAD}cheeses,x,,Sir,Cheese,,,1,\n`, 'taxonomy cheeses does not exist'],
    ['a parent that does not exist', `${TERM_HEAD}product,x,nothing,Sir,Cheese,,,1,\n`, 'product:nothing'],
    ['the same term twice', `${TERM_HEAD}${'product,x,,Sir,Cheese,,,1,\n'.repeat(2)}`, 'stands there twice'],
    [
      'terms that are each other’s parent',
      `${TERM_HEAD}product,x,y,Sir,Cheese,,,1,\nproduct,y,x,Kajmak,Kaymak,,,2,\n`,
      'form a ring',
    ],
  ])('%s is refused with its place, and nothing is written', async (_what, terms, message) => {
    const before = await wholeContent();
    await expect(load(staffFolder({ 'terms.csv': terms }))).rejects.toThrow(message);
    expect(await wholeContent()).toEqual(before);
  });

  test('a folder that holds none of the files is refused', async () => {
    await expect(load(tmpdir())).rejects.toThrow('holds none of');
  });
});
