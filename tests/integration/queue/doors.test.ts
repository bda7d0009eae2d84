import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { NO_FILTER } from '@/lib/queue/filter';
import type { TestDatabase } from '@/tests/support/database';
import { createStoryDatabase, done, NOW } from '../submissions/support';
import { member, waiting } from './support';

let base: TestDatabase;
let mira: Staff;
let jova: Staff;
beforeAll(async () => {
  base = await createStoryDatabase();
  mira = await member(base.prisma, 'mira', 'moderator');
  jova = await member(base.prisma, 'jova', 'coordinator');
});
afterAll(() => base.dispose());

const NOBODY = 999_999;
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? 'ok' : result.error.code;
const auditRows = () => base.prisma.auditEntry.count();

describe('the forms of the queue', () => {
  it('sent twice change nothing the second time', async () => {
    const { claimStory, releaseClaim } = await import('@/lib/moderation/claims');
    const { assignStory, unassignStory } = await import('@/lib/moderation/assignments');
    const { id } = await waiting(base.prisma);
    done(await claimStory(mira, id, NOW));
    const rows = await auditRows();
    expect(codeOf(await claimStory(mira, id, NOW))).toBe('ok');
    expect(await auditRows(), 'a second claim is the first one').toBe(rows);
    done(await releaseClaim(mira, id, NOW));
    expect(codeOf(await releaseClaim(mira, id, NOW))).toBe('notAllowed');
    done(await assignStory(mira, { submissionId: id, to: 'jova', now: NOW }));
    done(await assignStory(mira, { submissionId: id, to: 'jova', now: NOW }));
    expect(await base.prisma.storyAssignment.count({ where: { submissionId: id } })).toBe(1);
    done(await unassignStory(mira, { submissionId: id, now: NOW }));
    done(await unassignStory(mira, { submissionId: id, now: NOW }));
    expect(await base.prisma.storyAssignment.count()).toBe(0);
    const { takeNext } = await import('@/lib/moderation/take-next');
    expect(done(await takeNext(mira, NO_FILTER, null, NOW)).objectId).toBe(id);
    expect(done(await takeNext(mira, NO_FILTER, null, NOW)).objectId, 'what I have stays the next').toBe(id);
  });

  it('a decision takes the next story in the same act, and stands alone when there is none', async () => {
    const { decideAndTakeNext, takeNext } = await import('@/lib/moderation/take-next');
    await base.prisma.storyClaim.deleteMany();
    await base.prisma.queueItem.deleteMany();
    const [first, second] = [await waiting(base.prisma), await waiting(base.prisma)];
    const taken = done(await takeNext(mira, NO_FILTER, null, NOW));
    const decide = async (id: number) => {
      const { revision } = await base.prisma.submission.findUniqueOrThrow({ where: { id } });
      return done(await decideAndTakeNext(mira, { submissionId: id, transition: 'approve', revision }, NO_FILTER, NOW));
    };
    const decided = await decide(taken.objectId);
    const other = taken.objectId === first.id ? second.id : first.id;
    expect([decided.submissionId, decided.next?.objectId]).toEqual([taken.objectId, other]);
    expect(await base.prisma.storyClaim.findUniqueOrThrow({ where: { submissionId: other } })).toMatchObject({
      staffId: 'mira',
    });
    expect((await decide(other)).next).toBeNull();
    expect(
      await base.prisma.submission.count({ where: { id: { in: [first.id, second.id] }, state: 'approved' } }),
    ).toBe(2);
  });

  it('from an old page meet what is so now: a colleague has it, it was decided, the act is taken back', async () => {
    const { claimStory, releaseClaim, renewClaim } = await import('@/lib/moderation/claims');
    const { id } = await waiting(base.prisma);
    done(await claimStory(jova, id, NOW));
    expect(codeOf(await claimStory(mira, id, NOW))).toBe('claimed');
    expect(codeOf(await renewClaim(mira, id, NOW))).toBe('claimed');
    await base.prisma.submission.update({ where: { id }, data: { state: 'approved' } });
    await base.prisma.storyClaim.deleteMany();
    expect(codeOf(await claimStory(mira, id, NOW))).toBe('notAllowed');
    expect(codeOf(await releaseClaim(mira, id, NOW))).toBe('notAllowed');
  });

  it('with the id of nothing, or of somebody else’s, change nothing', async () => {
    const { claimStory, releaseClaim } = await import('@/lib/moderation/claims');
    const { assignStory, unassignStory } = await import('@/lib/moderation/assignments');
    const { undoBulk } = await import('@/lib/queue/bulk-acts');
    const { doBulk } = await import('@/lib/queue/bulk');
    const { removeFilter } = await import('@/lib/queue/saved-filters');
    const rows = await auditRows();
    expect(codeOf(await claimStory(mira, NOBODY, NOW))).toBe('notFound');
    expect(codeOf(await releaseClaim(mira, NOBODY, NOW))).toBe('notFound');
    expect(codeOf(await assignStory(mira, { submissionId: NOBODY, to: 'jova', now: NOW }))).toBe('notFound');
    expect(codeOf(await unassignStory(mira, { submissionId: NOBODY, now: NOW }))).toBe('notFound');
    expect(codeOf(await doBulk(mira, { action: 'claim', items: [{ id: NOBODY, revision: 0 }] }, NOW))).toBe(
      'nothingTicked',
    );
    expect(codeOf(await undoBulk(mira, 'nema', NOW))).toBe('gone');
    expect(codeOf(await removeFilter(mira, NOBODY, NOW))).toBe('filterGone');
    expect(await auditRows()).toBe(rows);
    expect(await base.prisma.storyAssignment.count()).toBe(0);
  });
});
