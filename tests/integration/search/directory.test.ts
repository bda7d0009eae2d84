import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Prisma } from '@/generated/prisma/client';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { ensureIndex, rebuildIndex, reindexEnterprises, removeFromIndex } from '@/lib/search/commands';
import { EMPTY_QUERY } from '@/lib/search/params';
import {
  listMatchingIds,
  listMatchingPositions,
  type SearchContext,
  searchEnterprises,
  suggest,
} from '@/lib/search/queries';
import type { DirectoryQuery, FacetName } from '@/lib/search/schema';
import { loadReferenceData } from '@/lib/taxonomies/commands';
import { createTestDatabase, type TestDatabase } from '../../support/database';

type Enterprise = Prisma.EnterpriseUncheckedCreateInput;

let database: TestDatabase;

const place = (municipalityId: string, districtCode: string, lat: number, lng: number) => ({
  municipalityId,
  districtCode,
  lat,
  lng,
  precision: 'settlement',
});
const BELGRADE = place('beograd', '00', 44.8, 20.46);
const NIS = place('nis', '20', 43.32, 21.9);
const terms = (...ids: string[]) => ({ create: ids.map((termId, position) => ({ termId, position })) });

const ENTERPRISES: Enterprise[] = [
  { id: 1, slug: 'lice-ulice', nameSr: 'Liceulice', basisId: 'basis:called_by_source', town: 'Beograd', ...BELGRADE },
  { id: 2, slug: 'sunce', nameSr: 'Lice sunca', basisId: 'basis:called_by_source', town: 'Beograd', ...BELGRADE, foundedYear: 2014, lastVerifiedOn: '2026-07-01' },
  {
    id: 3, slug: 'api', nameSr: 'Pčelarska zadruga „Čačak med“', basisId: 'basis:wider_social_economy', town: 'Niš', ...NIS,
    legalFormId: 'legalForm:cooperative', foundedYear: 1985, lastVerifiedOn: '2026-02-01',
    activitySr: 'Med i propolis', terms: terms('activity:food_processing', 'product:honey'),
  },
  {
    id: 4, slug: 'cuvari', nameSr: 'Čuvari zanata', nameEn: 'Guardians', basisId: 'basis:called_by_source', town: 'Niš', ...NIS,
    legalFormId: 'legalForm:association', foundedYear: 2021, lastVerifiedOn: '2020-01-01',
    terms: terms('activity:crafts', 'activity:textile', 'targetGroup:rural_women'),
    contacts: { create: [{ kind: 'website', value: 'https://example.org' }] },
  },
  { id: 5, slug: 'ljubav', nameSr: 'Ljubav', basisId: 'basis:called_by_source', names: { create: [{ text: 'Đorđeva kuća' }] } },
  {
    id: 6, slug: 'skriveno', nameSr: 'Luna', basisId: 'basis:called_by_source', ...BELGRADE, precision: 'hidden',
    streetAddress: 'Tajna ulica 7', descriptionSr: 'Zadruga se ovde samo pominje.',
  },
  { id: 7, slug: 'povuceno', nameSr: 'Povučena zadruga', basisId: 'basis:called_by_source', publication: 'withdrawn' },
]; // biome-ignore format: a record is read as a whole

const query = (changes: Partial<DirectoryQuery>): DirectoryQuery => ({ ...EMPTY_QUERY, ...changes });
const find = (changes: Partial<DirectoryQuery>, context: SearchContext = {}) =>
  searchEnterprises(query(changes), { limit: 20, offset: 0, today: '2026-11-23', ...context });
const idsOf = (text: string) => find({ text }).ids;
const countsOf = (facet: FacetName, changes: Partial<DirectoryQuery> = {}) =>
  Object.fromEntries(find(changes).facets[facet].map(({ value, count }) => [value, count]));

beforeAll(async () => {
  database = await createTestDatabase();
  await database.prisma.$transaction(async (tx) => {
    await loadReferenceData(tx, 'prisma/data');
    for (const data of ENTERPRISES) await tx.enterprise.create({ data });
    await rebuildIndex(tx);
  });
});

afterAll(() => database.dispose());

describe('text', () => {
  test.each([
    ['zadruga', [3, 6]],
    ['задругама', [3, 6]],
    ['Cacak', [3]],
    ['чачак', [3]],
    ['Djordje', [5]],
    ['Ђорђева', [5]],
    ['ljub', [5]],
    ['liceulice', [1]],
    ['lice ulice', [1]],
    ['licesunca', [2]],
    ['"lice sunca"', [2]],
    ['"sunca lice"', []],
    ['lice -ulice', [2]],
    ['zadruga -med', [6]],
    ['guardians', [4]],
    ['bees', [3]],
    ['žene', [4]],
    ['women niš', [4]],
    ['zadruge u Nišu', [3]],
    ['Južna Srbija', [3, 4]],
    ['tajna', []],
    ['povučena', []],
  ])('%s finds the records that it means', (text, expected) => {
    expect(find({ text }, { exact: true }).ids).toEqual(expected);
  });

  test('a name counts more than a description', () => {
    expect(idsOf('zadruga')[0]).toBe(3);
  });

  test('a misspelt text is corrected as people write it, in the script in which it came', () => {
    expect(find({ text: 'pcelraska' })).toMatchObject({ ids: [3], correctedText: 'Pčelarska' });
    expect(find({ text: 'пчелрска Ниш' })).toMatchObject({ ids: [3], correctedText: 'Пчеларска Ниш' });
    expect(find({ text: 'ljubv -med' })).toMatchObject({ ids: [5], correctedText: 'Ljubav -med' });
    expect(find({ text: 'luma' })).toMatchObject({ ids: [6], correctedText: 'Luna' });
  });

  test('the text as typed can be forced, and a text that finds something is never corrected', () => {
    expect(find({ text: 'ljubv' }, { exact: true })).toMatchObject({ total: 0, correctedText: null });
    expect(find({ text: 'luna' }).correctedText).toBeNull();
  });

  test('a filter that leaves nothing is no reason to correct the text', () => {
    expect(find({ text: 'ljubav', facets: { district: ['20'] } })).toMatchObject({ total: 0, correctedText: null });
  });

  test('a text of which nothing is left finds nothing and says why; no text finds everything', () => {
    expect(find({ text: '\u200b!' })).toMatchObject({ total: 0, ids: [], problem: 'nothingToSearch' });
    expect(find({ text: '-med' })).toMatchObject({ total: 0, problem: 'onlyExclusions' });
    expect(find({ text: 'a'.repeat(10_000) })).toMatchObject({ total: 0, problem: 'tooLong' });
    expect(find({})).toMatchObject({ total: 6, totalOfAll: 6, problem: null });
  });
});

describe('facets', () => {
  test('a record counts in each of its values, and in "not stated" where it has none', () => {
    expect(countsOf('activity')).toEqual({ food_processing: 1, crafts: 1, textile: 1, not_stated: 4 });
    expect(countsOf('activityField')).toEqual({ food: 1, craft: 1, not_stated: 4 });
    expect(countsOf('legalForm')).toEqual({ association: 1, cooperative: 1, not_stated: 4 });
  });

  test('years, verifications, web sites and positions are counted as they stand today', () => {
    expect(countsOf('founded')).toEqual({ 'before-1990': 1, '2010s': 1, '2020s': 1, not_stated: 3 });
    expect(countsOf('verified')).toEqual({ under6m: 1, '6to12m': 1, over12m: 1, not_stated: 3 });
    expect(countsOf('website')).toEqual({ yes: 1, not_stated: 5 });
    expect(countsOf('precision')).toEqual({ settlement: 4, not_stated: 2 });
  });

  test('a hidden position is no position', () => {
    expect(find({}).withoutPosition).toBe(2);
    expect(find({ bbox: { west: 20, south: 44, east: 21, north: 45 } }).ids.toSorted()).toEqual([1, 2]);
  });

  test('a chosen facet still offers its other values; the others follow the choice', () => {
    const chosen = { facets: { district: ['20'] } };
    expect(countsOf('district', chosen)).toEqual({ '00': 3, '20': 2, not_stated: 1 });
    expect(countsOf('legalForm', chosen)).toEqual({ association: 1, cooperative: 1 });
    expect(find(chosen).facets.district.find(({ value }) => value === '20')?.selected).toBe(true);
  });

  test('values of one facet add up, those of two narrow', () => {
    expect(find({ facets: { legalForm: ['cooperative', 'not_stated'] } }).total).toBe(5);
    expect(find({ facets: { legalForm: ['cooperative'], district: ['00'] } }).total).toBe(0);
  });

  test('"not stated" is the last value; an unknown value finds nothing and is shown as chosen', () => {
    expect(find({}).facets.founded.map(({ value }) => value)).toEqual(['before-1990', '2010s', '2020s', 'not_stated']);
    const { total, facets } = find({ facets: { district: ['99'] } });
    expect(total).toBe(0);
    expect(facets.district).toContainEqual({ value: '99', count: 0, selected: true });
  });

  test('years of founding are a range with both ends', () => {
    expect(find({ yearFrom: 1985, yearTo: 2014 }).ids.toSorted()).toEqual([2, 3]);
    expect(find({ yearFrom: 2015 }).ids).toEqual([4]);
  });
});

describe('order', () => {
  test('by name, in the alphabet of the script shown', () => {
    // Latin: Čuvari, Lice, Liceulice, Luna, Ljubav, Pčelarska. Cyrillic: Лице, Лицеулице, Луна, Љубав, Пчеларска, Чувари.
    expect(find({}).ids).toEqual([4, 2, 1, 6, 5, 3]);
    expect(find({}, { locale: 'sr-Cyrl' }).ids).toEqual([2, 1, 6, 5, 3, 4]);
  });

  test('by last verification and by age of the record, unknown last', () => {
    expect(find({ sort: 'verified' }).ids.slice(0, 3)).toEqual([2, 3, 4]);
    expect(find({ sort: 'newest' }).ids).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test('by distance from a place, records without a position last', () => {
    const near = { lat: 43.3, lng: 21.9 };
    expect(find({ near, sort: 'distance' }).ids).toEqual([4, 3, 2, 1, 6, 5]);
    expect(find({ near, radiusKm: 20 }).ids.toSorted()).toEqual([3, 4]);
  });

  test.each(['name', 'newest', 'verified', 'distance', 'relevance', null] as const)(
    'pages of the order %s together are the whole list',
    (sort) => {
      for (const text of ['', 'zadruga OR lice', 'li']) {
        const asked = query({ text, sort, near: { lat: 44, lng: 21 } });
        const all = listMatchingIds(asked);
        const pages = all.flatMap((_, offset) => searchEnterprises(asked, { limit: 1, offset }).ids);
        expect(pages).toEqual(all);
      }
    },
  );
});

describe('map', () => {
  test('the positions are those of the hits, and records on one point share a location', () => {
    const positions = listMatchingPositions(query({}));
    expect(positions.total).toBe(6);
    expect(positions.withoutPosition).toBe(2);
    const locationOf = (id: number) => positions.locationIndex[positions.ids.indexOf(id)];
    expect([...positions.ids].toSorted()).toEqual([1, 2, 3, 4]);
    expect(locationOf(1)).toBe(locationOf(2));
    expect(locationOf(1)).not.toBe(locationOf(3));
  });
});

describe('suggestions', () => {
  const labels = (text: string, locale: 'sr-Latn' | 'sr-Cyrl' | 'en' = 'sr-Latn') =>
    suggest(text, locale, 8).map(({ kind, label }) => `${kind}: ${label}`);

  test('places, terms and enterprises that begin so', () => {
    expect(labels('ni')).toEqual(['place: Niš', 'place: Nišavski okrug']);
    expect(labels('zadr')).toEqual(['term: Zadruga', 'enterprise: Pčelarska zadruga „Čačak med“']);
    expect(labels('Љуб', 'sr-Cyrl')).toEqual(['enterprise: Љубав']);
    expect(labels('honey', 'en')[0]).toBe('term: Honey and bee products');
  });

  test('the number beside a place or a term is the number of hits behind it', () => {
    for (const suggestion of ['ni', 'zadr', 'med', 'be', 'žene'].flatMap((text) => suggest(text, 'sr-Latn', 8))) {
      const { leadsTo } = suggestion;
      if ('slug' in leadsTo || 'story' in leadsTo || 'storyFacet' in leadsTo) continue;
      const led = 'text' in leadsTo ? { text: leadsTo.text } : { facets: { [leadsTo.facet]: [leadsTo.value] } };
      expect(find(led).total).toBe(suggestion.count);
    }
  });

  test('nothing for a text that cannot be searched for', () => {
    for (const text of ['', '  ', '"', '-x', '\u0000', 'x'.repeat(10_000)]) {
      expect(suggest(text, 'sr-Latn', 8)).toEqual([]);
    }
  });
});

describe('the index follows the records', () => {
  const bump = (tx: Prisma.TransactionClient) => tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);

  test('a change is found at once, in text, facets and order', async () => {
    await database.prisma.$transaction(async (tx) => {
      await tx.enterprise.update({
        where: { id: 5 },
        data: {
          nameSr: 'Abrakadabra',
          districtCode: '20',
          foundedYear: 1999,
          terms: terms('targetGroup:roma', 'targetGroup:youth'),
        },
      });
      await reindexEnterprises(tx, [5]);
      await bump(tx);
    });
    expect(idsOf('ljubav')).toEqual([]);
    expect(idsOf('abrakadabra')).toEqual([5]);
    expect(find({}).ids[0]).toBe(5);
    expect(countsOf('district')['20']).toBe(3);
    expect(countsOf('targetGroup')).toMatchObject({ roma: 1, youth: 1 });
  });

  test('nothing of a transaction that is rolled back is found', async () => {
    const before = find({});
    const write = database.prisma.$transaction(async (tx) => {
      await tx.enterprise.update({ where: { id: 1 }, data: { nameSr: 'Nikadviđeno' } });
      await reindexEnterprises(tx, [1]);
      throw new Error('rolled back');
    });
    await expect(write).rejects.toThrow('rolled back');
    expect(idsOf('nikadviđeno')).toEqual([]);
    expect(find({})).toEqual(before);
  });

  test('a withdrawn record and a deleted one are gone, and come back when they are public again', async () => {
    await database.prisma.$transaction(async (tx) => {
      await tx.enterprise.update({ where: { id: 4 }, data: { publication: 'withdrawn' } });
      await reindexEnterprises(tx, [4]);
      await removeFromIndex(tx, [2]);
      await bump(tx);
    });
    expect(find({}).total).toBe(4);
    expect(idsOf('čuvari')).toEqual([]);
    expect(countsOf('website')).toEqual({ not_stated: 4 });
    await database.prisma.$transaction(async (tx) => {
      await tx.enterprise.update({ where: { id: 4 }, data: { publication: 'published' } });
      await reindexEnterprises(tx, [2, 4]);
      await bump(tx);
    });
    expect(find({}).total).toBe(6);
    expect(idsOf('čuvari')).toEqual([4]);
  });

  test('made anew, it answers the same', async () => {
    const texts = ['zadruga', 'niš', 'abrakadabra', 'lice'];
    const before = texts.map((text) => find({ text }));
    await database.prisma.$transaction(async (tx) => {
      expect(await rebuildIndex(tx)).toBe(6);
      await bump(tx);
    });
    expect(texts.map((text) => find({ text }))).toEqual(before);
  });

  test('it is made where it is missing, and left alone where it is there', async () => {
    expect(await ensureIndex(database.file)).toBeNull();
    await database.prisma.$executeRawUnsafe('UPDATE search_state SET format = 0');
    expect(await ensureIndex(database.file)).toBe(6);
    expect(idsOf('abrakadabra')).toEqual([5]);
  });
});
