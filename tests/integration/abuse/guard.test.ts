import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { formStamp } from '@/lib/abuse/form-stamp';
import { admitDraft, admitMail, admitSending, type Sending } from '@/lib/abuse/guard';
import { createTestDatabase, type TestDatabase } from '../../support/database';

let database: TestDatabase;
const START = Date.UTC(2026, 10, 26, 12);
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.dispose());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  await database.prisma.rateLimiterFlexible.deleteMany();
  return () => void vi.useRealTimers();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const from = (address: string) => new Headers({ 'x-client-address': address });
const story = (n: number | string, text = `Priča ${n}`): Sending['input'] => ({
  title: `Komšije su kuvale za bolnicu, ${n}`,
  summary: 'Za vreme epidemije smo kuvali obroke za ljude koji rade u bolnici i za one koji ne mogu da izađu iz kuće.',
  organisationName: 'Solidarna kuhinja',
  contactEmail: `osoba${n}@primer.example`,
  whatWasDone: text,
});
let drafts = 0;
/** A new draft that was begun and saved page by page over some seconds. */
function written(seconds: number, version = 12) {
  drafts += 1;
  return { id: drafts, createdAt: new Date(Date.now() - seconds * 1000), version, revises: null };
}

const send = (n: number | string, more: Partial<Sending> = {}) =>
  admitSending({
    headers: from('203.0.113.9'),
    origin: 'web',
    input: story(n),
    draft: written(0, 1),
    stamp: formStamp(Date.now() - 60_000),
    ...more,
  });

describe('a hundred scripted posts in a minute from one address', () => {
  /** One post every 600 ms, each kind of script; how many got through. */
  async function attack(more: (n: number) => Partial<Sending>): Promise<number> {
    let through = 0;
    for (let n = 0; n < 100; n++) {
      if ((await send(n, more(n))).ok) through += 1;
      later(0.6);
    }
    return through;
  }

  it.each<[string, (n: number) => Partial<Sending>]>([
    ['that post to the interface', () => ({ origin: 'api', draft: null })],
    ['that post the whole form at once', () => ({ draft: written(1, 1) })],
    ['with drafts that they grew for half a minute', () => ({ draft: written(30) })],
    ['with drafts that they prepared for an hour', () => ({ draft: written(3_600) })],
  ])('%s give at most 6 records', async (_, more) => {
    const through = await attack(more);
    expect(through).toBeGreaterThan(0);
    expect(through).toBeLessThanOrEqual(6);
  });

  it('at once give at most 6 records', async () => {
    const results = await Promise.all(Array.from({ length: 100 }, (_, n) => send(n, { draft: written(3_600) })));
    const through = results.filter(({ ok }) => ok).length;
    expect(through).toBeGreaterThan(0);
    expect(through).toBeLessThanOrEqual(6);
  });

  it.each<[string, (n: number) => Partial<Sending>]>([
    ['the interface', () => ({ origin: 'api', draft: null })],
    ['the form', () => ({ draft: written(1, 1) })],
  ])('through %s do not keep a person behind the same address from sending', async (_, more) => {
    await attack(more);
    const person = await send('Ana', { draft: written(400) });
    expect(person).toEqual({ ok: true, value: { score: 0, reasons: [], verdict: 'pass' } });
    // Nor a quick one, whose whole form took half a minute.
    expect((await send('Bora', { draft: written(30) })).ok).toBe(true);
  });

  it('with one e-mail address from a hundred network addresses give at most 6 records', async () => {
    let through = 0;
    for (let n = 0; n < 100; n++) {
      const headers = from(`198.51.100.${n}`);
      if ((await send(n, { headers, input: { ...story(n), contactEmail: 'zrtva@primer.example' } })).ok) through += 1;
      later(0.6);
    }
    expect(through).toBeLessThanOrEqual(6);
  });
});

describe('one sending', () => {
  it('that comes twice, by a double click or after a fault of ours, costs once and is not taken for a copy', async () => {
    const draft = written(0, 1);
    const twins = await Promise.all([send('Ana', { draft }), send('Ana', { draft }), send('Ana', { draft })]);
    expect(twins.map((sent) => sent.ok && sent.value.verdict)).toEqual(['pass', 'pass', 'pass']);
    expect(await send('Ana', { draft })).toMatchObject({ ok: true, value: { reasons: [] } });
    expect((await send('Bora', { draft: written(0, 1) })).ok).toBe(false);
    later(2);
    expect((await send('Bora', { draft: written(0, 1) })).ok).toBe(true);
  });

  it("through the interface is known by the caller's key", async () => {
    const api = { origin: 'api', draft: null } as const;
    expect((await send('Ana', { ...api, idempotencyKey: 'a' })).ok).toBe(true);
    expect((await send('Ana', { ...api, idempotencyKey: 'a' })).ok).toBe(true);
    expect((await send('Ana', { ...api, idempotencyKey: 'b' })).ok).toBe(false);
    expect((await send('Ana', api)).ok).toBe(false);
  });

  it('of a new version does not climb the ladder of stories', async () => {
    const results: boolean[] = [];
    for (let n = 0; n < 14; n++) {
      results.push((await send('Ana', { draft: { ...written(0, 1), revises: 'DLN-DRL-NDL' } })).ok);
      later(3);
    }
    expect(results.filter(Boolean)).toHaveLength(12);
    expect((await send('Ana')).ok).toBe(true);
  });
});

describe('people behind one address', () => {
  it('all get through: a workshop of twenty in an hour', async () => {
    const refusals: number[] = [];
    for (let n = 0; n < 20; n++) {
      if (!(await send(n, { draft: written(900) })).ok) refusals.push(n);
      later(90);
    }
    expect(refusals).toEqual([]);
  });

  it('are told when to try again, and then get through', async () => {
    let refused = await send(0, { draft: written(30) });
    for (let n = 1; refused.ok && n < 50; n++) refused = await send(n, { draft: written(30) });
    if (refused.ok || refused.error.code !== 'limited') throw new Error('nobody was refused');
    later(refused.error.retryAfterSeconds);
    expect((await send('again', { draft: written(30) })).ok).toBe(true);
  });
});

describe('the score', () => {
  it('knows a text that was sent before, from wherever', async () => {
    const copy = { ...story('x'), whatWasDone: 'Isti tekst' };
    const reasons: string[][] = [];
    for (let n = 0; n < 5; n++) {
      const sent = await send(n, { headers: from(`198.51.100.${n}`), input: { ...copy, contactEmail: `a${n}@primer.example` } });
      if (sent.ok) reasons.push(sent.value.reasons);
    }
    expect(reasons).toEqual([[], ['sentBefore'], ['sentBefore'], ['sentOften'], ['sentOften']]);
  }); // biome-ignore format: read as a table

  it('does not mind a person who presses the last button at once', async () => {
    const sent = await send('Ana', { draft: written(600), stamp: formStamp(Date.now() - 500) });
    expect(sent).toMatchObject({ ok: true, value: { reasons: [] } });
  });

  it('sees the trap, the missing form and the haste of a program, and tells it nothing', async () => {
    const trapped = await send('a', { honeypot: 'http://x.example' });
    const formless = await send('b', { headers: from('198.51.100.1'), stamp: undefined });
    const hasty = await send('c', { headers: from('198.51.100.2'), stamp: formStamp(Date.now()) });
    expect([trapped, formless, hasty].map((sent) => sent.ok && sent.value.reasons)).toEqual([['trap'], ['noForm'], ['tooFast']]);
    expect([trapped, formless, hasty].map((sent) => sent.ok && sent.value.verdict)).toEqual(['spam', 'pass', 'hold']);
  }); // biome-ignore format: read as a table
});

describe('mails', () => {
  it('to one person are three in an hour and six in a day, whoever causes them and however it is spelt', async () => {
    let mails = 0;
    for (let n = 0; n < 24 * 12; n++) {
      const spelt = ['zrtva@primer.example', 'ZRTVA@primer.example', `zrtva+${n}@primer.example`][n % 3] ?? '';
      if ((await admitMail(from(`198.51.${n >> 8}.${n & 255}`), spelt)).ok) mails += 1;
      if (n === 11) expect(mails).toBe(3);
      later(299);
    }
    expect(mails).toBe(6);
  });

  it('that one address causes to many people end soon', async () => {
    let mails = 0;
    for (let n = 0; n < 100; n++) if ((await admitMail(from('203.0.113.9'), `o${n}@primer.example`)).ok) mails += 1;
    expect(mails).toBe(10);
  });
});

describe('drafts', () => {
  it('of a program end soon, and a person with a form gets one', async () => {
    let drafts = 0;
    for (let n = 0; n < 100; n++) if ((await admitDraft({ headers: from('203.0.113.9') })).ok) drafts += 1;
    expect(drafts).toBe(6);
    expect((await admitDraft({ headers: from('203.0.113.9'), stamp: formStamp(Date.now() - 5_000) })).ok).toBe(true);
  });
});
