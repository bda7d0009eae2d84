import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Retention from '@/lib/jobs/retention';
import type { State } from '@/lib/moderation/rules';
import type { TestDatabase } from '@/tests/support/database';
import {
  ANSWERS,
  createStoryDatabase,
  done,
  fillDraft,
  later,
  NOW,
  publish,
  send,
  sendAndConfirm,
  step,
} from '../submissions/support';

let database: TestDatabase;
let retention: typeof Retention;
beforeAll(async () => {
  database = await createStoryDatabase();
  retention = await import('@/lib/jobs/retention');
});
afterAll(() => database.dispose());

let people = 0;
/** Every story has an address of its own: the limits on mails are not what is tested here. */
const somebody = () => {
  people += 1;
  return { ...ANSWERS, contactEmail: `osoba${people}@primer.example`, contactName: `Osoba ${people}` };
};
const stateOf = async (id: number) =>
  (await database.prisma.submission.findUniqueOrThrow({ where: { id }, select: { state: true } })).state as State;
const hasContact = async (submissionId: number) =>
  (await database.prisma.submissionContact.count({ where: { submissionId } })) > 0;
const due = async (now: Date) =>
  Object.fromEntries((await retention.runRetention({ now, dryRun: true })).map((line) => [line.rule, line.due]));
const run = async (now: Date) =>
  Object.fromEntries((await retention.runRetention({ now })).map((line) => [line.rule, line.erased]));
const nothing = (counts: Record<string, number>) => Object.values(counts).every((count) => count === 0);

/** A story that was sent and not confirmed. */
async function unconfirmed(now = NOW) {
  const { reference, secret } = await send(somebody(), now);
  const { id } = await database.prisma.submission.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return { id, secret };
}

describe('what is kept no longer', () => {
  it('a draft goes 28 days after its last save', async () => {
    const secret = await fillDraft(somebody());
    expect((await due(later(27.9))).drafts).toBe(0);
    expect((await due(later(28.1))).drafts).toBe(1);
    expect((await run(later(28.1))).drafts).toBe(1);
    const { openDraft } = await import('@/lib/submissions/drafts');
    expect(await openDraft(secret, NOW)).toBeNull();
    expect(nothing(await due(later(28.1)))).toBe(true);
  });

  it('a story goes seven days after it was sent, when nobody confirmed it; nobody is told', async () => {
    const { id } = await unconfirmed();
    const mailsBefore = await database.prisma.outboxMail.count();
    expect((await run(later(6.9))).unconfirmed).toBe(0);
    expect(await stateOf(id)).toBe('unconfirmed');
    expect((await run(later(7.1))).unconfirmed).toBe(1);
    expect(await stateOf(id)).toBe('erased');
    expect(await hasContact(id)).toBe(false);
    const events = await database.prisma.submissionEvent.findMany({ where: { submissionId: id } });
    expect(events.at(-1)).toMatchObject({ kind: 'expire', actorKind: 'system', toState: 'erased' });
    expect(await database.prisma.outboxMail.count()).toBe(mailsBefore);
  });

  it('a confirmed story stays, however long the desk takes', async () => {
    const { id } = await sendAndConfirm(database.prisma, somebody());
    await run(later(3000));
    expect(await stateOf(id)).toBe('pending');
    expect(await hasContact(id)).toBe(true);
  });

  it('spam goes after 30 days', async () => {
    const { sendStory } = await import('@/lib/submissions/commands');
    const secret = await fillDraft(somebody());
    const spam = { score: 9, reasons: ['links'], verdict: 'spam' } as const;
    const { reference } = done(await sendStory({ secret, origin: 'web', spam, now: NOW }));
    const { id } = await database.prisma.submission.findUniqueOrThrow({ where: { reference } });
    await run(later(29.9));
    expect(await stateOf(id)).toBe('spam');
    expect((await run(later(30.1))).spam).toBe(1);
    expect(await stateOf(id)).toBe('erased');
  });

  it.each([
    ['rejected', ['claim', 'reject']],
    ['merged', ['claim', 'merge']],
    ['unpublished', ['claim', 'approve', 'publish', 'unpublish']],
  ] as const)('the contact of a story that is %s goes after 180 days; the story stays', async (state, road) => {
    const { id } = await sendAndConfirm(database.prisma, somebody());
    await step(database.prisma, id, road);
    await run(later(179.9));
    expect(await hasContact(id)).toBe(true);
    await run(later(180.1));
    expect(await hasContact(id)).toBe(false);
    const row = await database.prisma.submission.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state, emailHash: null, title: ANSWERS.title });
    const events = await database.prisma.submissionEvent.findMany({ where: { submissionId: id } });
    expect(events.at(-1)).toMatchObject({ kind: 'contact_erased', actorKind: 'system' });
  });

  it('the contact of a published story goes after 24 months, unless its author renews it', async () => {
    const { id, statusToken } = await sendAndConfirm(database.prisma, somebody());
    const other = await sendAndConfirm(database.prisma, somebody());
    for (const one of [id, other.id]) await publish(database.prisma, one);
    const { renewContact } = await import('@/lib/submissions/commands');
    done(await renewContact(statusToken, later(700)));
    const month = (n: number) => new Date(Date.UTC(2026, 10 + n, 25, 10, 0, 1));
    await run(new Date(month(24).getTime() - 5000));
    expect([await hasContact(id), await hasContact(other.id)]).toEqual([true, true]);
    await run(month(24));
    expect([await hasContact(id), await hasContact(other.id)]).toEqual([true, false]);
    await run(later(700 + 740));
    expect(await hasContact(id)).toBe(false);
    // The page shows the day beforehand, and the story stays public.
    expect(await stateOf(other.id)).toBe('published');
  });

  it('files that these rules let go of are counted by the dry run, and go; a content that somebody else has stays', async () => {
    const { blobPath } = await import('@/lib/files/blobs');
    const secret = await fillDraft(somebody(), later(-40));
    const { findDraftRow } = await import('@/lib/submissions/draft-records');
    const draft = await findDraftRow(database.prisma, secret, later(-40));
    const kept = await sendAndConfirm(database.prisma, somebody());
    const [own, shared] = ['b'.repeat(64), 'c'.repeat(64)];
    for (const sha256 of [own, shared]) {
      mkdirSync(path.dirname(blobPath(sha256)), { recursive: true });
      writeFileSync(blobPath(sha256), 'x');
    }
    const file = { kind: 'photo', originalName: 'x.jpg', bytes: 1, createdAt: NOW };
    for (const [key, sha256, owner] of [
      ['own', own, { draftId: draft?.id }],
      ['shared', shared, { draftId: draft?.id }],
      ['theirs', shared, { submissionId: kept.id }],
    ] as const)
      await database.prisma.storedFile.create({ data: { ...file, key, sha256, ...owner } });
    // Of today by the clock of the disk: nobody’s content would wait a day.
    const now = new Date();
    expect(await due(now)).toMatchObject({ drafts: 1, files: 1 });
    expect(existsSync(blobPath(own))).toBe(true);
    expect(await run(now)).toMatchObject({ drafts: 1, files: 1 });
    expect([existsSync(blobPath(own)), existsSync(blobPath(shared))]).toEqual([false, true]);
    await database.prisma.storedFile.deleteMany({ where: { key: 'theirs' } });
  });

  it('files of mails that no server took go after 28 days, and nothing else in their folder', async () => {
    const folder = path.join(database.folder, 'outbox');
    mkdirSync(folder, { recursive: true });
    for (const name of ['000001.eml', '000002.eml', 'keep.txt']) writeFileSync(path.join(folder, name), 'x');
    for (const name of ['000001.eml', 'keep.txt']) utimesSync(path.join(folder, name), later(-29), later(-29));
    utimesSync(path.join(folder, '000002.eml'), later(-27), later(-27));
    expect((await run(NOW)).mailFiles).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['000002.eml', 'keep.txt']);
  });
});

describe('a seeded base', () => {
  it('of everything that can be overdue has 0 overdue rows after one run, and a dry run changes nothing', async () => {
    const { prisma } = database;
    await fillDraft(somebody());
    await unconfirmed();
    const { secret } = await unconfirmed();
    const { mailResumeLink } = await import('@/lib/submissions/drafts');
    const { requestStatusLink } = await import('@/lib/submissions/commands');
    const open = await fillDraft(somebody());
    await mailResumeLink({ secret: open, email: 'neko@primer.example', locale: 'en', now: NOW });
    await requestStatusLink({ reference: 'none', email: 'none', now: NOW });
    const kept = await sendAndConfirm(prisma, somebody());
    const rejected = await sendAndConfirm(prisma, somebody());
    await step(prisma, rejected.id, ['claim', 'reject']);
    await prisma.rateLimiterFlexible.create({ data: { key: 'x', points: 1, expire: later(1) } });
    await prisma.storedFile.create({
      data: { key: 'nobodys', kind: 'photo', originalName: 'x.jpg', sha256: 'a'.repeat(64), bytes: 1, createdAt: NOW },
    });
    await prisma.outboxMail.updateMany({ data: { state: 'sent', createdAt: NOW } });

    const far = later(1000);
    const snapshot = async () =>
      JSON.stringify([
        await prisma.storyDraft.count(),
        await prisma.submission.findMany({ orderBy: { id: 'asc' } }),
        await prisma.submissionContact.count(),
        await prisma.accessToken.count(),
        await prisma.outboxMail.findMany({ select: { id: true, sealed: true } }),
        await prisma.rateLimiterFlexible.count(),
        await prisma.storedFile.count(),
      ]);
    const before = await snapshot();
    const counted = await due(far);
    expect(await snapshot(), 'the dry run changed nothing').toBe(before);
    for (const rule of ['drafts', 'unconfirmed', 'contacts', 'links', 'mails', 'limits', 'files']) {
      expect(counted[rule], rule).toBeGreaterThan(0);
    }
    const { links, ...erased } = await run(far);
    // Some links went with what they opened.
    expect(links).toBeLessThanOrEqual(counted.links ?? 0);
    expect({ links: counted.links, ...erased }, 'what was due was erased').toEqual(counted);
    expect(nothing(await due(far)), JSON.stringify(await due(far))).toBe(true);

    expect(await stateOf(kept.id)).toBe('pending');
    expect(await hasContact(kept.id)).toBe(true);
    const { findSent } = await import('@/lib/submissions/queries');
    expect(await findSent(secret, NOW)).toBeNull();
  });
});
