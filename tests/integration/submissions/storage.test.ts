import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Commands from '@/lib/submissions/commands';
import type * as Drafts from '@/lib/submissions/drafts';
import type { TestDatabase } from '@/tests/support/database';
import { createStoryDatabase, done, fillDraft, NOW, PASS } from './support';

let database: TestDatabase;
let commands: typeof Commands;
let drafts: typeof Drafts;
beforeAll(async () => {
  database = await createStoryDatabase();
  commands = await import('@/lib/submissions/commands');
  drafts = await import('@/lib/submissions/drafts');
});
afterAll(() => database.dispose());

const saveLong = (secret: string | null) =>
  drafts.saveDraft({
    ...{ secret, locale: 'sr-Latn', page: 'happened', version: null, now: NOW },
    answers: { problem: 'Duga priča. '.repeat(10_000) },
  });

describe('a full disk', () => {
  it('is an answer: the draft stays as it was, and it works again when there is room', async () => {
    const secret = await fillDraft();
    const { db } = await import('@/lib/db');
    const [pages] = await db().$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count');
    await db().$queryRawUnsafe(`PRAGMA max_page_count = ${pages?.page_count}`);
    try {
      expect(await saveLong(secret)).toEqual({ ok: false, error: { code: 'full' } });
      expect(await saveLong(null)).toEqual({ ok: false, error: { code: 'full' } });
      expect((await drafts.openDraft(secret, NOW))?.version).toBe(6);
    } finally {
      await db().$queryRawUnsafe('PRAGMA max_page_count = 1073741823');
    }
    expect(await saveLong(secret)).toMatchObject({ ok: true });
  });
});

describe('a database that another process has locked', () => {
  it('is an answer after a few seconds, during which the server goes on', async () => {
    const secret = await fillDraft();
    const other = new Database(database.file);
    other.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 50);
    try {
      const sent = await commands.sendStory({ secret, origin: 'web', spam: PASS, now: NOW });
      expect(sent).toEqual({ ok: false, error: { code: 'busy' } });
    } finally {
      clearInterval(ticking);
      other.exec('ROLLBACK');
      other.close();
    }
    // SQLite's own waiting would have stopped the one thread for ten seconds.
    expect(ticks).toBeGreaterThan(20);
    expect((await drafts.openDraft(secret, NOW))?.answers.title).toBeTruthy();
    expect(await commands.sendStory({ secret, origin: 'web', spam: PASS, now: NOW })).toMatchObject({ ok: true });
  });

  it('is waited for when it is soon free', async () => {
    const secret = await fillDraft();
    const other = new Database(database.file);
    other.exec('BEGIN IMMEDIATE');
    setTimeout(() => {
      other.exec('COMMIT');
      other.close();
    }, 400);
    done(await saveLong(secret));
  });
});

describe('many at once', () => {
  it('all get through: twenty people press the button in the same moment', async () => {
    const secrets: string[] = [];
    const { ANSWERS } = await import('./support');
    for (let n = 0; n < 20; n += 1) {
      secrets.push(await fillDraft({ ...ANSWERS, contactEmail: `osoba${n}@primer.example` }));
    }
    const sent = await Promise.all(
      secrets.map((secret) => commands.sendStory({ secret, origin: 'web', spam: PASS, now: NOW })),
    );
    const references = sent.map((one) => done(one).reference);
    expect(new Set(references).size).toBe(20);
  });
});

describe('a lost key', () => {
  it('takes the contacts and no more: a story can still be seen, taken back and erased, and its mail waits', async () => {
    const { forgetSettings } = await import('@/lib/env');
    const { findByStatusToken } = await import('@/lib/submissions/queries');
    const { deliverDueMail } = await import('@/lib/mail/deliver');
    const { ANSWERS, sendAndConfirm } = await import('./support');
    await database.prisma.outboxMail.deleteMany();
    const answers = { ...ANSWERS, contactEmail: 'kljuc@primer.example' };
    const { statusToken } = await sendAndConfirm(database.prisma, answers);
    const draft = await fillDraft(answers);
    const { rename } = await import('node:fs/promises');
    const keys = `${database.folder}/keys`;
    await rename(keys, `${keys}-away`);
    process.env.CONTACT_KEY = 'd4'.repeat(32);
    forgetSettings();
    try {
      expect(await findByStatusToken(statusToken, NOW)).toMatchObject({ state: 'pending', contact: null });
      expect((await drafts.openDraft(draft, NOW))?.answers).toMatchObject({ title: ANSWERS.title });
      expect(
        await commands.requestStatusLink({ reference: 'x', email: 'kljuc@primer.example', now: NOW }),
      ).toMatchObject({ ok: true });
      const report = await deliverDueMail(() => NOW);
      expect(report).toMatchObject({ sent: 0, failed: 0 });
      done(await commands.withdraw(statusToken, NOW));
      done(await commands.erase(statusToken, NOW));
    } finally {
      process.env.CONTACT_KEY = '';
      await rename(`${keys}-away`, keys);
      forgetSettings();
    }
    expect((await drafts.openDraft(draft, NOW))?.answers.contactEmail).toBe('kljuc@primer.example');
  });
});
