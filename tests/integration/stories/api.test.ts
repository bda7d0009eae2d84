import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as openApi } from '@/app/api/v1/openapi.json/route';
import { GET as one } from '@/app/api/v1/stories/[id]/route';
import { GET as search, POST as send } from '@/app/api/v1/stories/route';
import { GET as atom } from '@/app/api/v1/stories.atom/route';
import { GET as csv } from '@/app/api/v1/stories.csv/route';
import { GET as geoJson } from '@/app/api/v1/stories.geojson/route';
import { problem } from '@/lib/api/schema';
import { type StoryList, storyDetail, storyList } from '@/lib/api/stories/schema';
import { db } from '@/lib/db';
import { publishVersion, unpublishStory } from '@/lib/stories/commands';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { TOLD, tellStory } from '../../support/stories';

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());

const SITE = 'http://directory.test';
const ask = async (query: string, route: (request: Request) => Response | Promise<Response> = search) =>
  route(new Request(`${SITE}/api/v1/stories${query}`));
const list = async (query: string): Promise<StoryList> => storyList.parse(await (await ask(query)).json());
const find = (id: string, query = '') =>
  one(new Request(`${SITE}/api/v1/stories/${id}${query}`), { params: Promise.resolve({ id }) });
const publish = async (changes: Parameters<typeof tellStory>[0]) => {
  const id = await tellStory(changes);
  return { id, ...(await db().$transaction((tx) => publishVersion(tx, id, 1, { contactName: 'Ana Ljubić' }))) };
};

describe('the list of stories', () => {
  it('answers in the documented shape, open to every origin', async () => {
    const response = await ask('?q=maske');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(storyList.parse(await response.json()).total).toBeGreaterThan(10);
  });

  it('pages through every story once, by its cursors', async () => {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: StoryList = await list(`?limit=20${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe((await list('')).total);
    expect(seen).toHaveLength(new Set(seen).size);
  });

  it('every value of every facet goes back as a parameter and gives the counted number', async () => {
    const { facets } = await list('?q=volonteri');
    for (const [name, values] of Object.entries(facets)) {
      for (const { value, count } of values) {
        const { total } = await list(`?q=volonteri&${name}=${encodeURIComponent(value)}&limit=1`);
        expect(`${name}=${value}: ${total}`).toBe(`${name}=${value}: ${count}`);
      }
    }
  });

  it('texts follow the language, and say when they do not', async () => {
    const first = async (lang: string) => (await list(`?q=Liceulice&limit=1&lang=${lang}`)).items[0];
    expect((await first('sr-Cyrl'))?.title).toBe(
      'Улични магазин прелази на дигитално издање и оснива фонд за продавце',
    );
    expect(await first('en')).toMatchObject({ title: expect.stringMatching(/^Street paper/), textLang: null });
    await publish({ title: 'Samo na srpskom napisano' });
    expect((await list('?q="Samo na srpskom napisano"&lang=en')).items[0]).toMatchObject({ textLang: 'sr-Latn' });
  });

  it.each([
    ['?basis=called_by_source', 'basis', 'unknownParameter'],
    ['?country=Srbija', 'country', 'unknownValue'],
    ['?practiceType=maske', 'practiceType', 'unknownValue'],
    ['?sort=verified', 'sort', 'notAllowed'],
    ['?limit=0', 'limit', 'tooSmall'],
    ['?yearFrom=2021&yearTo=2020', 'yearFrom', 'yearsCrossed'],
    ['?cursor=abc', 'cursor', 'unknownCursor'],
  ])('%s is refused, and says of what', async (query, field) => {
    const response = await ask(query);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.parse(await response.json()).errors?.map((error) => error.field)).toEqual([field]);
  });
});

describe('one story', () => {
  it('is found by slug and by id, in the documented shape', async () => {
    const { slug, storyId } = await publish({ title: 'Jedna priča za interfejs', showName: 'initials' });
    const bySlug = storyDetail.parse(await (await find(slug)).json());
    expect(bySlug).toMatchObject({
      whatWasDone: TOLD.whatWasDone,
      authorName: 'A. Lj.',
      licence: 'cc_by',
      origin: 'submitted',
    });
    expect(storyDetail.parse(await (await find(String(storyId))).json())).toEqual(bySlug);
  });

  it('says 404 for what is not there or hidden, 410 for what was withdrawn', async () => {
    const hidden = await publish({ title: 'Sklonjena priča' });
    const withdrawn = await publish({ title: 'Povučena priča' });
    await db().$transaction((tx) => unpublishStory(tx, hidden.id, 'hidden'));
    await db().$transaction((tx) => unpublishStory(tx, withdrawn.id, 'withdrawn'));
    expect((await find('nema-takve')).status).toBe(404);
    expect((await find(hidden.slug)).status).toBe(404);
    expect((await find(withdrawn.slug)).status).toBe(410);
  });
});

describe('the exports', () => {
  it('CSV holds every story of the filter, as it can be read back, with its formulas disarmed', async () => {
    await publish({ title: '=HYPERLINK("http://primer.example")', organisationName: '+381 udruženje; "Ćirilica"' });
    const text = await (await ask('.csv?lang=en', csv)).text();
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    const { total } = await list('');
    expect(rows).toHaveLength(total);
    const row = rows.find(({ organisation }) => organisation?.includes('Ćirilica'));
    expect(row).toMatchObject({
      title_sr: '\'=HYPERLINK("http://primer.example")',
      organisation: '\'+381 udruženje; "Ćirilica"',
      what_was_done_sr: TOLD.whatWasDone,
      practice_types: 'meals;delivery',
    });
    const collected = rows.find(({ title_en }) => title_en === 'Solidarity Kitchen feeds people in need');
    expect(collected).toMatchObject({
      origin: 'collected',
      source_url: expect.stringContaining('vugl.rs'),
      problem_sr: '',
    });
  });

  it('GeoJSON holds the same, without a point for those that have none', async () => {
    const { features } = await (await ask('.geojson?country=ME', geoJson)).json();
    expect(features).toHaveLength((await list('?country=ME')).total);
    for (const { geometry } of features) expect(geometry).toBeNull();
    const serbian = await (await ask('.geojson?q=Kladovo', geoJson)).json();
    expect(serbian.features[0].geometry.coordinates[0]).toBeCloseTo(22.6, 0);
  });

  it('the feed names the newest first, in its language, with plain texts', async () => {
    await publish({ title: 'Obroci & ljubav <b>svaki</b> dan ]]> kraj' });
    const xml = await (await ask('.atom?lang=sr-Cyrl', atom)).text();
    expect(xml).toMatch(/^<\?xml/);
    const [first = ''] = xml.split('<entry>').slice(1);
    expect(first).toContain('&amp; љубав &lt;');
    expect(first).not.toContain('<b>');
    expect(xml).toMatch(/<link rel="alternate" href="http:\/\/[^/]+\/cir\/price"\/>/);
  });
});

const ANSWERS = {
  ...TOLD,
  whatWasDone: 'Kuvali smo u školskoj kuhinji i nosili obroke od vrata do vrata. '.repeat(6),
  contactName: 'Ana Ljubić',
  contactEmail: 'ana@primer.example',
  consentPublish: true,
};
const post = (body: unknown, headers: Record<string, string> = {}, query = '') =>
  send(
    new Request(`${SITE}/api/v1/stories${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'directory.test', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

describe('sending a story', () => {
  it('is taken as through the form: unconfirmed, not public, with a mail that waits', async () => {
    const response = await post(ANSWERS, { 'idempotency-key': 'one' }, '?lang=en');
    expect(response.status).toBe(202);
    const receipt = await response.json();
    expect(receipt).toMatchObject({ state: 'unconfirmed', reference: expect.stringMatching(/^\S{3}-\S{3}-\S{3}$/) });
    expect(receipt.next).toMatch(/confirm the address/);
    expect(JSON.stringify(receipt)).not.toContain('ana@primer.example');
    const submission = await db().submission.findUniqueOrThrow({ where: { reference: receipt.reference } });
    expect(submission).toMatchObject({ origin: 'api', state: 'unconfirmed' });
    expect(await db().story.count({ where: { submissionId: submission.id } })).toBe(0);
    expect(await db().outboxMail.count({ where: { submissionId: submission.id } })).toBe(1);
  });

  it('with answers that are wrong names each, in the asked language, and repeats no contact', async () => {
    const body = {
      ...ANSWERS,
      title: 'Kratko',
      contactEmail: 'nije-adresa',
      practiceTypes: ['nema_takve'],
      links: ['http://a'],
    };
    const response = await post({ ...body, role: { toString: 1 }, summary: 7 }, {}, '?lang=en');
    expect(response.status).toBe(400);
    const { errors = [] } = problem.parse(await response.json());
    const fields = errors.map(({ field }) => field);
    for (const field of ['title', 'contactEmail', 'links.0', 'role', 'summary']) expect(fields).toContain(field);
    for (const { reason } of errors) expect(reason.length).toBeGreaterThan(5);
    expect(JSON.stringify(errors)).not.toContain('nije-adresa');
  });

  it.each([
    ['no JSON', '{"title":', {}, 400],
    ['a list', '[]', {}, 400],
    ['another type', 'title=a', { 'content-type': 'text/plain' }, 400],
    ['too much', `{"problem":"${'а'.repeat(200_000)}"}`, {}, 413],
    ['a page of another site', '{}', { origin: 'https://evil.example' }, 403],
  ])('refuses %s', async (_, body, headers, status) => {
    const response = await post(body, headers as Record<string, string>);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('has its limits, and says when to try again', async () => {
    const sent = [];
    for (let number = 0; number < 8; number += 1) {
      sent.push(
        await post({ ...ANSWERS, contactEmail: `ana${number}@primer.example`, title: `Obroci broj ${number} za sve` }),
      );
    }
    const refused = sent.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

it('the document names every path and every answer of a story', async () => {
  const document = await openApi(new Request(`${SITE}/api/v1/openapi.json`)).json();
  const paths = Object.keys(document.paths).filter((path) => path.includes('stories'));
  expect(paths.sort()).toEqual([
    '/api/v1/stories',
    '/api/v1/stories.atom',
    '/api/v1/stories.csv',
    '/api/v1/stories.geojson',
    '/api/v1/stories/{id}',
  ]);
  expect(Object.keys(document.components.schemas.StoryAnswers.properties)).toContain('whatWasDone');
  expect(document.components.schemas.StoryAnswers.properties.title).toMatchObject({ minLength: 10, maxLength: 100 });
});
