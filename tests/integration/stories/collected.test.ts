import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db';
import { loadCollectedStories } from '@/lib/stories/load-collected';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';

const DATA = path.resolve('prisma/data');
const rows: Record<string, string>[] = parse(readFileSync(path.join(DATA, 'good-practices.csv')), { columns: true });
const load = () => db().$transaction((tx) => loadCollectedStories(tx, DATA));
const contentVersion = async () => (await db().meta.findUnique({ where: { key: 'contentVersion' } }))?.value;

let database: TestDatabase;
afterAll(() => database?.dispose());

describe('the good practices of the dataset', () => {
  beforeAll(async () => {
    database = await createRealDatabase();
  });
  afterAll(() => database.dispose());

  test('are all published, each with its source, as collected and never as sent by somebody', async () => {
    const stories = await db().story.findMany({ include: { texts: true, terms: true } });
    expect(stories).toHaveLength(rows.length);
    for (const story of stories) {
      const row = rows.find(({ title_sr }) => story.texts.some(({ title }) => title === title_sr));
      expect(story).toMatchObject({
        origin: 'collected',
        publication: 'published',
        organisationName: row?.organisation,
        sourceUrl: row?.source_url,
        sourceReadOn: row?.read_on,
        ...{ submissionId: null, reference: null, role: null, authorName: null, period: null, confirmedOn: null },
      });
      expect(story.terms.length).toBeGreaterThan(0);
      // Nothing is said that the row does not say.
      for (const text of story.texts) {
        const { problem, whatWasDone, results, resources, difficulties, whatWouldHelp, transfer } = text;
        expect([problem, whatWasDone, results, resources, difficulties, whatWouldHelp, transfer]).toEqual(
          Array(7).fill(null),
        );
      }
    }
  });

  test('belong to the record of the directory that bears the named name', async () => {
    const linked = await db().story.findMany({
      where: { enterpriseId: { not: null } },
      select: { organisationName: true, enterprise: { select: { nameSr: true } } },
    });
    const wanted = rows.filter(({ record }) => record !== '').map(({ organisation, record }) => [organisation, record]);
    expect(linked.map(({ organisationName, enterprise }) => [organisationName, enterprise?.nameSr]).sort()).toEqual(
      wanted.sort(),
    );
  });

  test('stand where the gazetteer has their place, and nowhere when they are abroad', async () => {
    const stories = await db().story.findMany({ select: { place: true, countryCode: true, lat: true } });
    for (const { place, countryCode, lat } of stories) {
      if (countryCode === 'RS' && place !== null) expect([place, lat === null]).toEqual([place, false]);
      if (countryCode !== 'RS' && countryCode !== 'XK') expect(lat).toBeNull();
    }
  });

  test('are loaded once: a second time changes nothing, whatever became of them', async () => {
    const version = await contentVersion();
    expect(await load()).toBe(0);
    await db().story.deleteMany();
    expect(await load()).toBe(0);
    expect(await db().story.count()).toBe(0);
    expect(await contentVersion()).toBe(version);
  });
});

test('a database of an earlier version gets them with the terms that it lacks; what staff changed stays', async () => {
  database = await createTestDatabase();
  await db().$transaction((tx) => loadReferenceData(tx, DATA));
  // As before the stories: their vocabularies were not there; and staff have renamed a term of another one since.
  await db().taxonomyTerm.deleteMany({ where: { taxonomyCode: { in: ['beneficiary', 'supporter', 'contentLabel'] } } });
  await db().taxonomyTerm.deleteMany({ where: { id: 'practiceType:masks' } });
  const changed = { labelSr: 'Obroci po naški', labelEn: 'Meals our way' };
  await db().taxonomyTerm.update({ where: { id: 'practiceType:meals' }, data: changed });
  await db()
    .taxonomyTerm.delete({ where: { id: 'product:honey' } })
    .catch(() => undefined);
  const others = await db().taxonomyTerm.count({ where: { taxonomyCode: 'product' } });

  expect(await load()).toBe(rows.length);
  expect(await db().taxonomyTerm.findUnique({ where: { id: 'practiceType:meals' } })).toMatchObject(changed);
  expect(await db().taxonomyTerm.findUnique({ where: { id: 'practiceType:masks' } })).not.toBeNull();
  expect(await db().taxonomyTerm.count({ where: { taxonomyCode: 'beneficiary' } })).toBeGreaterThan(10);
  expect(await db().taxonomyTerm.count({ where: { taxonomyCode: 'product' } })).toBe(others);
  expect(await load()).toBe(0);
});
