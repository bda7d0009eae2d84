import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePlaces, type MapAnswer } from '@/lib/map/encoding';
import type { MapItem } from '@/lib/map/present';
import type { TestDatabase } from '@/tests/support/database';
import { createRealDatabase } from '@/tests/support/real-database';

let database: TestDatabase;
let get: (query: string) => Response;
let getItems: (query: string) => Response;
beforeAll(async () => {
  database = await createRealDatabase();
  const { GET } = await import('@/app/api/map/route');
  const { GET: GET_ITEMS } = await import('@/app/api/map/items/route');
  get = (query) => GET(new Request(`http://localhost/api/map?${query}`));
  getItems = (query) => GET_ITEMS(new Request(`http://localhost/api/map/items?${query}`));
});
afterAll(() => database.dispose());

const answerOf = async (query: string) => (await get(query).json()) as MapAnswer;
const idsOf = ({ values }: MapAnswer) => decodePlaces(values).flatMap((place) => place.records.map(({ id }) => id));

describe('the map of a query', () => {
  it.each(['', 'q=zadruga', 'targetGroup=rural_women', 'district=16&q=zene', 'bbox=20,44,21,45', 'q=zzzz'])(
    'shows exactly the hits of the list that have a place, and counts the others: %j',
    async (query) => {
      const answer = await answerOf(`${query}&view=18,41,24,47&zoom=7`);
      const { listMatchingIds } = await import('@/lib/search/queries');
      const { parseDirectoryParams } = await import('@/lib/search/params');
      const { vocabularies } = await import('@/lib/taxonomies/queries');
      const listed = listMatchingIds(parseDirectoryParams(new URLSearchParams(query), vocabularies()).query);
      expect(answer.total).toBe(listed.length);
      expect(idsOf(answer).length + answer.withoutPosition).toBe(listed.length);
      expect(idsOf(answer).filter((id) => !listed.includes(id))).toEqual([]);
    },
  );

  it('goes out whole when it is small, so that the rectangle does not matter', async () => {
    const [country, village] = await Promise.all([
      answerOf('view=18,41,24,47&zoom=7'),
      answerOf('view=20,44,20.1,44.1&zoom=12'),
    ]);
    expect(country).toEqual(village);
    expect(country).toMatchObject({ scope: 'all', form: 'places' });
  });

  it('does not take its rectangle for the way of looking at the list', async () => {
    expect((await answerOf('view=18,41,24,47')).total).toBe((await answerOf('')).total);
  });

  it.each([
    ['view=a,b,c,d', 'view'],
    ['zoom=1e9', 'zoom'],
    ['zoom=-1', 'zoom'],
  ])('refuses %s by name', async (query, field) => {
    const response = get(query);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 400, field });
  });

  it.each([
    `q=${'x'.repeat(10_000)}`,
    'q=%22never%20closed',
    'q=%00%E2%80%8B%E2%80%AE',
    'bbox=a,b,c,d&page=-1&district=nowhere&sort=none',
    'q=NEAR(a%20b)%20OR%20*',
  ])('answers nonsense without an error: %.40s', (query) => {
    expect(get(query).status).toBe(200);
  });
});

describe('the names behind the marks', () => {
  it('are those of one place, in the script asked for, with their addresses', async () => {
    const places = decodePlaces((await answerOf('')).values);
    const fullest = places.reduce((a, b) => (b.records.length > a.records.length ? b : a));
    const { count, items } = (await getItems(`at=${fullest.lat},${fullest.lng}&lang=sr-Cyrl`).json()) as {
      count: number;
      items: MapItem[];
    };
    expect(count).toBe(fullest.records.length);
    expect(items.map(({ id }) => id)).toEqual(fullest.records.map(({ id }) => id).slice(0, 50));
    for (const { href, detail } of items) {
      expect(href).toMatch(/^\/cir\/preduzeca\/[a-z0-9-]+$/);
      expect(detail).toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  it('leave out records that are not there', async () => {
    expect(await getItems('ids=999999').json()).toEqual({ count: 0, items: [] });
  });

  it.each(['', 'ids=x', 'at=x', 'ids=1,,2'])('are refused for %j', (query) => {
    expect(getItems(query).status).toBe(400);
  });
});

describe('the map that the server draws', () => {
  it('has as many records behind its markers as the list has with a place, and each marker leads somewhere', async () => {
    const { findDirectoryMap } = await import('@/lib/map/queries');
    const { EMPTY_QUERY } = await import('@/lib/search/params');
    for (const locale of ['sr-Latn', 'sr-Cyrl', 'en'] as const) {
      const { total, withoutPosition, markers } = findDirectoryMap(EMPTY_QUERY, locale, () => '/box');
      expect(markers.reduce((sum, { count }) => sum + count, 0)).toBe(total - withoutPosition);
      for (const { href, label } of markers) {
        expect(href).toMatch(/^\//);
        expect(label).not.toMatch(/[{}]/);
      }
    }
  });
});
