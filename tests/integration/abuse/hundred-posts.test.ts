import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST as save } from '@/app/api/story/save/route';
import { POST as send } from '@/app/api/story/send/route';
import { POST as sendToInterface } from '@/app/api/v1/stories/route';
import { formStamp, STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { HONEYPOT_FIELD } from '@/lib/abuse/honeypot';
import { FORM_PAGES, type FormPage, PAGE_FIELDS } from '@/lib/submissions/fields';
import type { TestDatabase } from '../../support/database';
import { createRealDatabase } from '../../support/real-database';
import { storyAnswers } from '../../support/story-answers';

/*
 * The whole way: the addresses of the site, the real commands, a real database. 100 scripted posts give at most 6 records,
 * and a person behind the same address gets through.
 */

let database: TestDatabase;
beforeAll(async () => {
  database = await createRealDatabase();
});
afterAll(() => database.dispose());
beforeEach(async () => {
  await database.prisma.rateLimiterFlexible.deleteMany();
  await database.prisma.storyDraft.deleteMany();
  await database.prisma.outboxMail.deleteMany();
  await database.prisma.accessToken.deleteMany();
});

const records = () => database.prisma.submission.count();
const HOME = { host: 'mapa.example', origin: 'http://mapa.example', 'x-client-address': '203.0.113.9' };
const other = (n: number | string) => ({
  title: `Komšije su kuvale za one koji nisu smeli napolje ${n}`,
  contactEmail: `osoba${n}@primer.example`,
});

async function postForm(handler: typeof save, form: Record<string, unknown>, cookie: string | null): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) {
    for (const item of Array.isArray(value) ? value : [value]) body.append(name, String(item));
  }
  const headers = { ...HOME, accept: 'application/json', ...(cookie && { cookie }) };
  return handler(new Request('http://mapa.example/api/story', { method: 'POST', body, headers }));
}

/** Controls of one page of the form: months are two. */
function controls(page: FormPage, answers: Record<string, unknown>): Record<string, unknown> {
  const entries = PAGE_FIELDS[page].flatMap((field): [string, unknown][] => {
    const value = answers[field];
    if (value === undefined || field === 'photos' || field === 'documents') return [];
    if (field !== 'startMonth' && field !== 'endMonth') return [[field, value]];
    const [year, month] = String(value).split('-');
    return [[`${field}-month`, Number(month)], [`${field}-year`, year]]; // biome-ignore format: two controls
  });
  return Object.fromEntries(entries);
}

/** A person fills in the six pages; @returns the cookie and the answer to the last page */
async function fillIn(
  answers: Record<string, unknown>,
  stamp: string | null,
): Promise<{ cookie: string | null; last: Response }> {
  let cookie: string | null = null;
  let last = new Response();
  for (const page of FORM_PAGES) {
    const form = { page, locale: 'sr-Latn', ...controls(page, answers), ...(stamp && { [STAMP_FIELD]: stamp }) };
    last = await postForm(save, form, cookie);
    cookie = last.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  }
  return { cookie, last };
}

const writtenSince = (seconds: number) =>
  database.prisma.storyDraft.updateMany({ data: { createdAt: new Date(Date.now() - seconds * 1000) } });
const press = (cookie: string | null, more: Record<string, unknown> = {}) =>
  postForm(send, { locale: 'sr-Latn', [STAMP_FIELD]: formStamp(Date.now() - 60_000), ...more }, cookie);

describe('a hundred scripted posts', () => {
  it('to the interface give at most 6 records and as many mails', async () => {
    const before = await records();
    const statuses: number[] = [];
    for (let n = 0; n < 100; n++) {
      const body = JSON.stringify(storyAnswers(other(n)));
      const headers = { 'content-type': 'application/json', 'x-client-address': '203.0.113.9' };
      const answer = await sendToInterface(
        new Request('http://mapa.example/api/v1/stories', { method: 'POST', body, headers }),
      );
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const made = (await records()) - before;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThanOrEqual(6);
    expect(statuses.filter((status) => status === 202)).toHaveLength(made);
    expect(statuses.filter((status) => status === 429)).toHaveLength(100 - made);
    expect(await database.prisma.outboxMail.count()).toBe(made);

    // And a person behind the same address, who has written for some minutes.
    const { cookie } = await fillIn(storyAnswers(other('Ana')), formStamp(Date.now() - 60_000));
    await writtenSince(400);
    expect((await press(cookie)).headers.get('location')).toMatch(/poslato/);
    expect(await records()).toBe(before + made + 1);
    const person = await database.prisma.submission.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(person).toMatchObject({ title: other('Ana').title, state: 'unconfirmed' });
  });

  it('to the form leave few drafts behind, and a person still gets one', async () => {
    for (let n = 0; n < 100; n++) {
      await postForm(save, { page: 'organisation', locale: 'sr-Latn', organisationName: `Kuhinja ${n}` }, null);
    }
    expect(await database.prisma.storyDraft.count()).toBeLessThanOrEqual(6);
    const { cookie, last } = await fillIn(storyAnswers(other('Bora')), formStamp(Date.now() - 60_000));
    expect(last.status).toBe(200);
    await writtenSince(400);
    expect((await press(cookie)).headers.get('location')).toMatch(/poslato/);
  });
});

describe('the form', () => {
  it('pressed twice at once makes one story, and both answers are the right one', async () => {
    const { cookie } = await fillIn(storyAnswers(other('Vera')), formStamp(Date.now() - 60_000));
    const before = await records();
    const answers = await Promise.all([press(cookie), press(cookie), press(cookie)]);
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual(
      Array(3).fill(expect.stringMatching(/poslato/)),
    );
    expect(await records()).toBe(before + 1);
  });

  it('tells a program that fell into the trap nothing: the same way on, and no mail', async () => {
    const { cookie } = await fillIn(storyAnswers(other('Bot')), formStamp(Date.now() - 60_000));
    await writtenSince(30);
    const answer = await press(cookie, { [HONEYPOT_FIELD]: 'http://x.example' });
    expect(answer.headers.get('location')).toMatch(/poslato/);
    expect(await database.prisma.outboxMail.count()).toBe(0);
    const story = await database.prisma.submission.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(story).toMatchObject({ state: 'spam', spamScore: 10, spamReasons: '["trap"]' });
  });

  it('takes nothing from a page of another site', async () => {
    const body = new FormData();
    const headers = { ...HOME, origin: 'https://zlo.example', accept: 'application/json' };
    const answer = await save(new Request('http://mapa.example/api/story', { method: 'POST', body, headers }));
    expect(answer.status).toBe(403);
    expect(await database.prisma.storyDraft.count()).toBe(0);
  });
});
