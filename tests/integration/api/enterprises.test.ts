import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as one } from '@/app/api/v1/enterprises/[id]/route';
import { GET as search } from '@/app/api/v1/enterprises/route';
import { GET as csv } from '@/app/api/v1/enterprises.csv/route';
import { GET as geoJson } from '@/app/api/v1/enterprises.geojson/route';
import { GET as openApi } from '@/app/api/v1/openapi.json/route';
import { type EnterpriseList, enterpriseDetail, enterpriseList, problem } from '@/lib/api/schema';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());

const SITE = 'http://directory.test';
const ask = (query: string, route = search) => route(new Request(`${SITE}/api/v1/enterprises${query}`));
const list = async (query: string): Promise<EnterpriseList> => enterpriseList.parse(await (await ask(query)).json());
const find = (id: string, query = '') =>
  one(new Request(`${SITE}/api/v1/enterprises/${id}${query}`), { params: Promise.resolve({ id }) });

describe('the list', () => {
  it('answers in the documented shape, open to every origin', async () => {
    const response = await ask('?q=zadruga');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(enterpriseList.parse(await response.json()).total).toBeGreaterThan(10);
  });

  it('pages through every record once, by its cursors', async () => {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: EnterpriseList = await list(`?limit=50${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    const { total } = await list('');
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });

  it('every value of every facet goes back as a parameter and gives the counted number', async () => {
    const { facets } = await list('?q=žena');
    for (const [name, values] of Object.entries(facets)) {
      for (const { value, count } of values) {
        const { total } = await list(`?q=žena&${name}=${encodeURIComponent(value)}&limit=1`);
        expect(`${name}=${value}: ${total}`).toBe(`${name}=${value}: ${count}`);
      }
    }
  });

  it('says why a text of signs alone finds nothing', async () => {
    expect(await list('?q=*!')).toMatchObject({ total: 0, problem: 'nothingToSearch' });
    expect(await list('?q=zadruga&limit=1')).toMatchObject({ problem: null });
  });

  it('names and texts follow the language', async () => {
    const names = async (lang: string) => (await list(`?q=naša kuća&limit=1&lang=${lang}`)).items[0];
    expect((await names('sr-Latn'))?.name).toBe('Naša kuća');
    expect((await names('sr-Cyrl'))?.name).toBe('Наша кућа');
    expect((await names('en'))?.activity).toMatch(/^Parents' association/);
  });

  it('is asked about again without being sent again while nothing changes', async () => {
    const first = await ask('?q=med');
    const etag = first.headers.get('etag') ?? '';
    const again = await search(new Request(`${SITE}/api/v1/enterprises?q=med`, { headers: { 'If-None-Match': etag } }));
    expect(again.status).toBe(304);
  });

  it.each([
    '?limit=1e9',
    '?bbox=a,b,c,d',
    '?district=99',
    '?legalForm=gmbh',
    '?cursor=made-up',
    '?sort=best',
    '?foo=1',
  ])('%s is a problem that names its field', async (query) => {
    const response = await ask(`${query}&lang=en`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const { errors } = problem.parse(await response.json());
    expect(errors?.[0]?.field).toBe(query.slice(1, query.indexOf('=')));
    expect(errors?.[0]?.reason).toMatch(/\.$/);
  });

  it.each([
    '"',
    '*',
    'AND OR NOT',
    'NEAR(a b)',
    'a"b"c',
    '\u0000',
    '\u202Ezadruga\u200B',
    'name:x',
    '-',
    '^',
    '(',
    'zadruga -',
  ])('the text %j has an answer', async (text) => {
    expect([200, 400]).toContain((await ask(`?q=${encodeURIComponent(text)}`)).status);
  });
});

describe('one record', () => {
  it('is found by id and by slug', async () => {
    const bySlug = enterpriseDetail.parse(await (await find('nasa-kuca')).json());
    const byId = enterpriseDetail.parse(await (await find(String(bySlug.id))).json());
    expect(byId).toEqual(bySlug);
    expect(bySlug.facts.length).toBeGreaterThan(3);
  });

  it('that does not exist is a 404 in the asked language', async () => {
    const response = await find('nema-ga', '?lang=sr-Cyrl');
    expect(response.status).toBe(404);
    expect(problem.parse(await response.json()).title).toBe('Нема таквог записа');
  });
});

describe('exports', () => {
  it('the CSV has exactly the rows of the filter, and Excel reads it', async () => {
    const { total } = await list('?targetGroup=pwd');
    const response = await ask('.csv?targetGroup=pwd', csv);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse(bytes, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(total);
    expect(rows.every((row) => row.target_groups?.split(';').includes('pwd'))).toBe(true);
  });

  it('the GeoJSON has every row, with a null geometry where no place is known', async () => {
    const { total, withoutPosition } = await list('');
    const body = (await (await ask('.geojson', geoJson)).json()) as { features: { geometry: unknown }[] };
    expect(body.features).toHaveLength(total);
    expect(body.features.filter(({ geometry }) => geometry === null)).toHaveLength(withoutPosition);
  });

  it('a wrong filter is a problem, not an empty file', async () => {
    expect((await ask('.csv?district=99', csv)).status).toBe(400);
  });
});

it('the description is OpenAPI 3.1 and knows every path and facet', async () => {
  const document = (await openApi(new Request(`${SITE}/api/v1/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, { get: { parameters: { name: string }[] } }>;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual([
    '/api/v1/enterprises',
    '/api/v1/enterprises/{id}',
    '/api/v1/enterprises.csv',
    '/api/v1/enterprises.geojson',
    ...[
      '/api/v1/stories',
      '/api/v1/stories/{id}',
      '/api/v1/stories.csv',
      '/api/v1/stories.geojson',
      '/api/v1/stories.atom',
    ],
  ]);
  const names = document.paths['/api/v1/enterprises']?.get.parameters.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['q', 'bbox', 'near', 'legalForm', 'municipality', 'cursor', 'lang']));
});
