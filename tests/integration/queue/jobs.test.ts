import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { addMonths } from '@/lib/submissions/retention-rules';
import type { TestDatabase } from '@/tests/support/database';
import { createStoryDatabase, done, later, mailedToken, NOW, outbox, publish, step } from '../submissions/support';
import { member, waiting } from './support';

/** A Wednesday morning; NOW is one. */
let base: TestDatabase;
let mira: Staff;
beforeAll(async () => {
  base = await createStoryDatabase();
  await member(base.prisma, 'vera', 'volunteer');
  mira = await member(base.prisma, 'mira', 'moderator');
  await member(base.prisma, 'jova', 'coordinator');
  await member(base.prisma, 'edo', 'editor');
});
afterAll(() => base.dispose());
beforeEach(async () => {
  await base.prisma.outboxMail.deleteMany();
  await base.prisma.meta.deleteMany({ where: { key: 'queue.lateToldUntil' } });
});

const stateOf = async (id: number) => (await base.prisma.submission.findUniqueOrThrow({ where: { id } })).state;
const to = async (template: Parameters<typeof outbox>[1]) =>
  (await outbox(base.prisma, template)).map((mail) => mail.to).sort();

describe('the end of leases', () => {
  it('gives back what nobody has touched for 24 hours, tells the claimer once, and leaves no stale claim', async () => {
    const { claimStory } = await import('@/lib/moderation/claims');
    const { hasEndedLease, runLeases } = await import('@/lib/jobs/leases');
    const [kept, over] = [await waiting(base.prisma), await waiting(base.prisma)];
    done(await claimStory(mira, over.id, later(-1)));
    done(await claimStory(mira, kept.id, later(-0.5)));
    expect(await hasEndedLease(NOW)).toBe(true);
    expect(await runLeases({ now: NOW, dryRun: true })).toEqual({ ended: 1 });
    expect(await stateOf(over.id)).toBe('in_review');
    expect(await runLeases({ now: NOW })).toEqual({ ended: 1 });
    expect([await stateOf(over.id), await stateOf(kept.id)]).toEqual(['pending', 'in_review']);
    expect(await to('staffClaimEnded')).toEqual(['mira@primer.example']);
    expect(await runLeases({ now: NOW })).toEqual({ ended: 0 });
    expect(await runLeases({ now: later(3) })).toEqual({ ended: 1 });
    expect(await base.prisma.storyClaim.count()).toBe(0);
  });
});

describe('scheduled publishing', () => {
  it('publishes on the day, once, and tells the author', async () => {
    const { runScheduled } = await import('@/lib/jobs/scheduled');
    const { id } = await waiting(base.prisma);
    await step(base.prisma, id, ['claim', 'approve']);
    await step(base.prisma, id, ['schedule'], { publishOn: '2026-11-27' });
    expect(await runScheduled({ now: later(1) })).toEqual({ published: 0 });
    // Half past midnight in Serbia is still the day before in UTC.
    expect(await runScheduled({ now: new Date('2026-11-26T23:30:00Z') })).toEqual({ published: 1 });
    expect(await stateOf(id)).toBe('published');
    expect(await outbox(base.prisma, 'published')).toHaveLength(1);
    expect(await runScheduled({ now: later(3) })).toEqual({ published: 0 });
  });
});

describe('a story that is hidden too long', () => {
  it('is brought to the coordinator once for each hiding', async () => {
    const { runHidden } = await import('@/lib/jobs/hidden');
    const { id } = await waiting(base.prisma);
    await publish(base.prisma, id);
    await step(base.prisma, id, ['hide']);
    expect(await runHidden({ now: later(6) })).toEqual({ escalated: 0 });
    expect(await runHidden({ now: later(7), dryRun: true })).toEqual({ escalated: 1 });
    expect(await runHidden({ now: later(7) })).toEqual({ escalated: 1 });
    expect(await runHidden({ now: later(8), dryRun: true }), 'told is told').toEqual({ escalated: 0 });
    expect(await runHidden({ now: later(8) })).toEqual({ escalated: 0 });
    expect(await to('staffHidden')).toEqual(['jova@primer.example']);
    await base.prisma.outboxMail.deleteMany();
    expect(await runHidden({ now: later(100) }), 'told, though the mail went after 90 days').toEqual({ escalated: 0 });
    expect(await to('staffHidden')).toEqual([]);
    await step(base.prisma, id, ['unpublish']);
    expect(await runHidden({ now: later(9) })).toEqual({ escalated: 0 });
  });
});

describe('the morning', () => {
  it('tells everybody who takes stories what waits, once a day, on working days only', async () => {
    const { runDigest } = await import('@/lib/jobs/digest');
    await waiting(base.prisma, NOW);
    const saturday = later(3);
    expect(await runDigest({ now: saturday })).toEqual({ digests: 0, late: 0 });
    expect((await runDigest({ now: NOW, dryRun: true })).digests).toBe(3);
    expect((await runDigest({ now: NOW })).digests).toBe(3);
    expect((await runDigest({ now: NOW, dryRun: true })).digests, 'told is told').toBe(0);
    expect((await runDigest({ now: NOW })).digests).toBe(0);
    expect(await to('staffDigest')).toEqual(['jova', 'mira', 'vera'].map((name) => `${name}@primer.example`));
    expect((await runDigest({ now: later(1) })).digests).toBe(3);
    expect(await to('staffDigest')).toHaveLength(6);
  });

  it('tells deputies of what became late, and the coordinator after seven working days', async () => {
    const { runDigest } = await import('@/lib/jobs/digest');
    await base.prisma.queueItem.deleteMany();
    await waiting(base.prisma, NOW);
    expect((await runDigest({ now: later(1) })).late).toBe(0);
    expect((await runDigest({ now: later(5) })).late).toBe(1);
    expect(await to('staffLate')).toEqual(['jova@primer.example', 'mira@primer.example']);
    await runDigest({ now: later(5) });
    expect((await runDigest({ now: later(6) })).late, 'it is told once').toBe(0);
    expect(await to('staffLate')).toHaveLength(2);
    await runDigest({ now: later(9) });
    expect(await to('staffLate'), 'seven working days').toEqual(
      ['jova', 'jova', 'mira'].map((n) => `${n}@primer.example`),
    );
  });

  it('says nothing where nothing waits', async () => {
    const { runDigest } = await import('@/lib/jobs/digest');
    await base.prisma.queueItem.deleteMany();
    expect(await runDigest({ now: NOW })).toEqual({ digests: 0, late: 0 });
    expect(await outbox(base.prisma)).toEqual([]);
  });
});

describe('the queue of an older database', () => {
  it('is made whole, and is left as it is when it is whole', async () => {
    const { runQueue } = await import('@/lib/jobs/queue');
    await runQueue();
    const before = await base.prisma.queueItem.findMany({ orderBy: { objectId: 'asc' }, omit: { id: true } });
    expect(before.length).toBeGreaterThan(2);
    expect(await runQueue()).toEqual({ added: 0, removed: 0 });
    await base.prisma.queueItem.deleteMany();
    expect(await runQueue()).toEqual({ added: before.length, removed: 0 });
    expect(await base.prisma.queueItem.findMany({ orderBy: { objectId: 'asc' }, omit: { id: true } })).toEqual(before);
  });
});

describe('the follow-up of a published story', () => {
  it('asks after half a year, then once a year, and never about what has ended', async () => {
    const { runFollowUp } = await import('@/lib/jobs/follow-up');
    const { answerFollowUp } = await import('@/lib/submissions/commands/follow-up');
    await base.prisma.story.deleteMany();
    const { id } = await waiting(base.prisma);
    await publish(base.prisma, id);
    const month = (n: number) => addMonths(NOW, n);
    expect(await runFollowUp({ now: month(5) })).toEqual({ asked: 0 });
    expect(await runFollowUp({ now: month(6) })).toEqual({ asked: 1 });
    expect(await runFollowUp({ now: month(7) })).toEqual({ asked: 0 });
    expect(await runFollowUp({ now: month(17) })).toEqual({ asked: 0 });
    expect(await runFollowUp({ now: month(18) })).toEqual({ asked: 1 });
    const [mail] = await outbox(base.prisma, 'followUp');
    done(await answerFollowUp(mail?.values.answer ?? '', 'no', month(7)));
    expect(await runFollowUp({ now: month(40) })).toEqual({ asked: 0 });
  });

  it('takes the answer by a link that does nothing when it is opened; the story says it with its day', async () => {
    const { runFollowUp } = await import('@/lib/jobs/follow-up');
    const { answerFollowUp, findFollowUp } = await import('@/lib/submissions/commands/follow-up');
    await base.prisma.story.deleteMany();
    const { id } = await waiting(base.prisma);
    await publish(base.prisma, id);
    const asked = addMonths(NOW, 6);
    await runFollowUp({ now: asked });
    const token = (await outbox(base.prisma, 'followUp')).at(-1)?.values.answer ?? '';
    const story = () => base.prisma.story.findUniqueOrThrow({ where: { submissionId: id } });
    expect(await findFollowUp(token, asked)).toMatchObject({ title: expect.any(String) });
    expect((await story()).confirmedOn).toBeNull();
    done(await answerFollowUp(token, 'changed', asked));
    expect(await story()).toMatchObject({ stillAlive: 'changed', confirmedOn: '2027-05-25' });
    // Hidden and put back, the page says what the author said last, and not what the older version says.
    await step(base.prisma, id, ['hide', 'republish'], { now: addMonths(asked, 1) });
    expect(await story()).toMatchObject({ stillAlive: 'changed', confirmedOn: '2027-05-25' });
    const other = await mailedToken(base.prisma, 'published');
    for (const wrong of ['', 'x', other]) expect(await findFollowUp(wrong, asked)).toBeNull();
    expect(await answerFollowUp(other, 'yes', asked)).toEqual({ ok: false, error: { code: 'notFound' } });
    expect(await findFollowUp(token, addMonths(asked, 13)), 'a year later it opens nothing').toBeNull();
  });
});
