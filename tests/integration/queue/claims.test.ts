import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { NO_FILTER } from '@/lib/queue/filter';
import type { TestDatabase } from '@/tests/support/database';
import { createStoryDatabase, done, later, NOW, outbox, step } from '../submissions/support';
import { member, waiting } from './support';

let base: TestDatabase;
let vera: Staff;
let mira: Staff;
let jova: Staff;
let edo: Staff;
beforeAll(async () => {
  base = await createStoryDatabase();
  vera = await member(base.prisma, 'vera', 'volunteer');
  mira = await member(base.prisma, 'mira', 'moderator');
  jova = await member(base.prisma, 'jova', 'coordinator');
  edo = await member(base.prisma, 'edo', 'editor');
});
afterAll(() => base.dispose());
beforeEach(async () => {
  await base.prisma.outboxMail.deleteMany();
  await base.prisma.storyClaim.deleteMany();
});

const claims = () => import('@/lib/moderation/claims');
const stateOf = async (id: number) =>
  (await base.prisma.submission.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const holderOf = async (id: number) =>
  (await base.prisma.storyClaim.findUnique({ where: { submissionId: id } }))?.staffId;
const itemOf = (id: number) =>
  base.prisma.queueItem.findUnique({ where: { source_objectId: { source: 'story', objectId: id } } });

describe('a claim', () => {
  it('of two who try at once one gets it, and the other is told who', async () => {
    const { claimStory } = await claims();
    const { id } = await waiting(base.prisma);
    const results = await Promise.all([claimStory(mira, id, NOW), claimStory(jova, id, NOW)]);
    const won = results.findIndex(({ ok }) => ok);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results[1 - won]).toEqual({
      ok: false,
      error: { code: 'claimed', by: won === 0 ? 'Osoba mira' : 'Osoba jova' },
    });
    expect(await stateOf(id)).toBe('in_review');
    expect(await holderOf(id)).toBe(won === 0 ? 'mira' : 'jova');
    expect((await itemOf(id))?.holderId).toBe(await holderOf(id));
    const audit = await base.prisma.auditEntry.findMany({
      where: { action: 'submission.claim', objectId: String(id) },
    });
    expect(audit).toHaveLength(1);
  });

  it('is by the right: an editor takes no story', async () => {
    const { claimStory } = await claims();
    const { id } = await waiting(base.prisma);
    expect(await claimStory(edo, id, NOW)).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await stateOf(id)).toBe('pending');
    expect((await claimStory(vera, id, NOW)).ok).toBe(true);
  });

  it('is one at a time for a volunteer, who is led back to it; who decides may have many', async () => {
    const { claimStory, releaseClaim } = await claims();
    const { takeNext } = await import('@/lib/moderation/take-next');
    const ines = await member(base.prisma, 'ines', 'volunteer');
    const [first, second] = [await waiting(base.prisma), await waiting(base.prisma)];
    done(await claimStory(ines, first.id, NOW));
    const refused = { ok: false, error: { code: 'oneAtATime', submissionId: first.id } };
    expect(await claimStory(ines, second.id, NOW)).toEqual(refused);
    expect(done(await takeNext(ines, NO_FILTER, null, NOW)).objectId, 'their own comes first').toBe(first.id);
    expect(await takeNext(ines, NO_FILTER, first.id, NOW)).toEqual(refused);
    expect(await stateOf(second.id)).toBe('pending');
    expect((await claimStory(ines, first.id, NOW)).ok, 'the one that they have stays theirs').toBe(true);
    done(await releaseClaim(ines, first.id, NOW));
    done(await claimStory(ines, second.id, NOW));
    expect((await claimStory(ines, first.id, later(2))).ok, 'a lease that has ended holds nothing').toBe(true);
    for (const { id } of [await waiting(base.prisma), await waiting(base.prisma)]) {
      done(await claimStory(mira, id, NOW));
    }
  });

  it('is put back by whoever has it, and by whoever may assign; the holder is told then', async () => {
    const { claimStory, releaseClaim } = await claims();
    const { id } = await waiting(base.prisma);
    const other = await member(base.prisma, 'olga', 'volunteer');
    done(await claimStory(vera, id, NOW));
    expect(await releaseClaim(other, id, NOW)).toEqual({ ok: false, error: { code: 'wrongActor' } });
    done(await releaseClaim(vera, id, NOW));
    expect([await stateOf(id), await holderOf(id)]).toEqual(['pending', undefined]);
    expect(await outbox(base.prisma, 'staffClaimEnded')).toEqual([]);
    done(await claimStory(vera, id, NOW));
    done(await releaseClaim(mira, id, NOW));
    expect(await stateOf(id)).toBe('pending');
    expect((await outbox(base.prisma, 'staffClaimEnded')).map(({ to }) => to)).toEqual(['vera@primer.example']);
  });

  it('lasts 24 hours from the last sign of life, and not longer', async () => {
    const { claimStory, renewClaim, claimOf } = await claims();
    const { id } = await waiting(base.prisma);
    done(await claimStory(vera, id, NOW));
    expect(done(await claimOf(mira, id, later(0.5)))).toMatchObject({
      staffId: 'vera',
      name: 'Osoba vera',
      atWork: false,
    });
    expect(done(await renewClaim(vera, id, later(0.5)))).toEqual(later(1.5));
    expect(done(await claimOf(mira, id, later(0.5)))?.atWork).toBe(true);
    expect((await claimStory(mira, id, later(1.4))).ok).toBe(false);
    done(await claimStory(mira, id, later(1.6)));
    expect(await holderOf(id)).toBe('mira');
    const [mail] = await outbox(base.prisma, 'staffClaimEnded');
    expect(mail).toMatchObject({ to: 'vera@primer.example', values: { why: 'lease' } });
    expect(await renewClaim(vera, id, later(1.6))).toEqual({ ok: false, error: { code: 'claimed', by: 'Osoba mira' } });
  });

  it('ends with the review: no decided story stays with somebody', async () => {
    const { claimStory } = await claims();
    const { id } = await waiting(base.prisma);
    done(await claimStory(mira, id, NOW));
    await step(base.prisma, id, ['approve']);
    expect(await holderOf(id)).toBeUndefined();
    expect(await itemOf(id)).toMatchObject({ kind: 'publish', holderId: null });
    await step(base.prisma, id, ['publish']);
    expect(await itemOf(id)).toBeNull();
  });

  it('of somebody who leaves goes back to everybody', async () => {
    const { claimStory } = await claims();
    const { closeStaff } = await import('@/lib/accounts/people');
    const { returnWorkToPool } = await import('@/lib/accounts/returned-work');
    const zora = await member(base.prisma, 'zora', 'volunteer');
    const { id } = await waiting(base.prisma);
    done(await claimStory(zora, id, NOW));
    done(await closeStaff({ kind: 'console' }, { id: 'zora' }, returnWorkToPool));
    expect([await stateOf(id), await holderOf(id)]).toEqual(['pending', undefined]);
    expect(await outbox(base.prisma, 'staffClaimEnded')).toEqual([]);
  });
});

describe('who looks', () => {
  it('is seen by the others for half a minute, and not by oneself', async () => {
    const { noteViewer, viewersOf } = await claims();
    const { id } = await waiting(base.prisma);
    done(await noteViewer(vera, id, NOW));
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    expect(done(await viewersOf(id, mira, at(20)))).toEqual(['Osoba vera']);
    expect(done(await viewersOf(id, vera, at(20)))).toEqual([]);
    expect(done(await viewersOf(id, mira, at(31)))).toEqual([]);
  });
});

describe('the next one', () => {
  it('is what came back to me, then what waits longest; never what somebody else has', async () => {
    const { claimStory, nextInQueue } = await claims();
    await base.prisma.queueItem.deleteMany();
    const old = await waiting(base.prisma, later(-9));
    const newer = await waiting(base.prisma, later(-5));
    const held = await waiting(base.prisma, later(-20));
    done(await claimStory(vera, held.id, NOW));
    expect(done(nextInQueue(mira, NO_FILTER, null, NOW))?.objectId).toBe(old.id);
    expect(done(nextInQueue(mira, NO_FILTER, old.id, NOW))?.objectId).toBe(newer.id);
    expect(done(nextInQueue(vera, NO_FILTER, null, NOW))?.objectId).toBe(held.id);
    await base.prisma.queueItem.updateMany({ where: { objectId: newer.id }, data: { ownerId: 'mira' } });
    expect(done(nextInQueue(mira, NO_FILTER, null, NOW))?.objectId).toBe(newer.id);
  });
});
