import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';

/*
 * The address where the form is saved, without a server around it: the page with what was typed cannot be asked for here,
 * so that its last resort is seen, the bare page.
 */

let database: TestDatabase;
let POST: (request: Request) => Promise<Response>;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ POST } = await import('@/app/api/story/save/route'));
});
beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('there is no server'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => database.dispose());

const TEXT = 'Šile smo <maske> & "kecelje"';

function post(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ page: 'happened', locale: 'sr-Cyrl', ...fields })) body.set(name, value);
  return POST(
    new Request('http://site.example/api/story/save', {
      method: 'POST',
      headers: { host: 'site.example', origin: 'http://site.example', ...headers },
      body,
    }),
  );
}

const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
const draftsKept = () => database.prisma.storyDraft.findMany({ orderBy: { id: 'asc' } });

test('what is typed is kept, valid or not, and the way leads back to it with its faults', async () => {
  const answer = await post({ problem: 'kratko', go: 'next' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/cir/imate-rec/upitnik/3?check=1#greske');
  expect(answer.headers.get('set-cookie')).toMatch(
    /^story_draft=[\w-]+; Path=\/; Max-Age=2419200; HttpOnly; SameSite=Lax$/,
  );
  const [draft] = await draftsKept();
  expect(JSON.parse(draft?.answers ?? '{}')).toMatchObject({ problem: 'kratko' });
});

test('the same browser goes on with its draft: going back and forth makes no second one', async () => {
  const before = (await draftsKept()).length;
  const cookie = cookieOf(await post({ problem: 'prvo', go: 'stay' }));
  await post({ page: 'contact', contactName: 'Ana', go: 'back' }, { cookie });
  const answer = await post({ page: 'contact', contactName: 'Ana', go: 'files' }, { cookie });
  expect(answer.headers.get('location')).toBe('/cir/imate-rec/upitnik/5');
  expect((await draftsKept()).length).toBe(before + 1);
});

test('our script saves only the questions that were changed, and is told version, time and personal data', async () => {
  const cookie = cookieOf(await post({ problem: 'prvo', title: 'Naslov' }));
  const answer = await post(
    { title: 'Zovite 064 123 45 67', version: '1', changed: 'title' },
    { cookie, accept: 'application/json' },
  );
  expect(answer.status).toBe(200);
  const body = await answer.json();
  expect(body).toMatchObject({ ok: true, version: 2, conflicts: [] });
  expect(body.line).toMatch(/^Сачувано у \d{1,2}\.\d\d$/);
  expect(body.advice.title[0]).toContain('064 123 45 67');
  const draft = (await draftsKept()).at(-1);
  expect(JSON.parse(draft?.answers ?? '{}')).toMatchObject({ problem: 'prvo', title: 'Zovite 064 123 45 67' });
});

test('a post of another site is refused, makes no draft, and its text is shown', async () => {
  const before = (await draftsKept()).length;
  const answer = await post({ problem: TEXT }, { origin: 'https://zli.example' });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('Šile smo &#60;maske&#62; &#38; &#34;kecelje&#34;');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect((await draftsKept()).length).toBe(before);
});

test('a form that was cut off on the way gets a page, not a fault of the server', async () => {
  const answer = await POST(
    new Request('http://site.example/api/story/save', {
      method: 'POST',
      headers: {
        host: 'site.example',
        origin: 'http://site.example',
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: '--x\r\ncontent-disposition: form-data; name="title"\r\n\r\nNas',
    }),
  );
  expect(answer.status).toBe(400);
});

test('a database that another process keeps locked: the text comes back, and the next press saves it', async () => {
  const other = new Database(database.file);
  other.exec('BEGIN IMMEDIATE');
  const answer = await post({ problem: TEXT, go: 'next' });
  other.exec('ROLLBACK');
  other.close();
  expect(answer.status).toBe(503);
  const page = await answer.text();
  expect(page).toContain('action="/api/story/save"');
  expect(page).toContain('&#60;maske&#62;');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await post({ problem: TEXT, go: 'next' })).status).toBe(303);
}, 20_000);

test('a full disk: the text comes back with what to do', async () => {
  const { db } = await import('@/lib/db');
  const [size] = await db().$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count');
  await db().$queryRawUnsafe(`PRAGMA max_page_count = ${Number(size?.page_count ?? 1)}`);
  const long = 'Šile smo maske. '.repeat(8_000);
  const answer = await post({ problem: long }, { accept: 'application/json' });
  await db().$queryRawUnsafe('PRAGMA max_page_count = 1073741823');
  expect(answer.status).toBe(507);
  expect(await answer.json()).toEqual({ ok: false, code: 'full' });
});

test('two texts that are far too long, sent in the same moment, both come back whole', async () => {
  const texts = ['а', 'б'].map((letter) => `Почетак ${letter.repeat(1_200_000)} крај`);
  const answers = await Promise.all(
    texts.map((problem) => post({ problem }, { 'content-length': String(problem.length * 2) })),
  );
  for (const [index, answer] of answers.entries()) {
    expect(answer.status).toBe(413);
    expect((await answer.text()).includes(texts[index] ?? '-')).toBe(true);
  }
});
