import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import type { BulkWish } from '@/lib/queue/bulk';
import type { TestDatabase } from '@/tests/support/database';
import { createStoryDatabase, done, later, NOW, step } from '../submissions/support';
import { member, waiting } from './support';

let base: TestDatabase;
let mira: Staff;
let jova: Staff;
let vera: Staff;
beforeAll(async () => {
  base = await createStoryDatabase();
  mira = await member(base.prisma, 'mira', 'moderator');
  jova = await member(base.prisma, 'jova', 'coordinator');
  vera = await member(base.prisma, 'vera', 'volunteer');
  if ((await base.prisma.decisionReason.count({ where: { kind: 'reject' } })) === 0) throw new Error('no reasons');
});
afterAll(() => base.dispose());

const bulk = () => import('@/lib/queue/bulk');
const acts = () => import('@/lib/queue/bulk-acts');
const itemsOf = (ids: number[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { revision } = await base.prisma.submission.findUniqueOrThrow({
        where: { id },
        select: { revision: true },
      });
      return { id, revision };
    }),
  );
const statesOf = async (ids: number[]) =>
  (await base.prisma.submission.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).map(
    ({ state }) => state,
  );
const some = async (count: number) => {
  const made: number[] = [];
  for (let i = 0; i < count; i += 1) made.push((await waiting(base.prisma, later(-i - 1))).id);
  return made;
};
const reasonOf = async (kind: string) =>
  (await base.prisma.decisionReason.findFirstOrThrow({ where: { kind, retired: false } })).code;
const run = async (staff: Staff, action: BulkWish['action'], ids: number[], more: Partial<BulkWish> = {}) =>
  (await bulk()).doBulk(staff, { action, items: await itemsOf(ids), ...more }, NOW);

describe('several at once', () => {
  it('are approved and published, one audit row each under one name, and taken back as one', async () => {
    const ids = await some(3);
    done(await run(mira, 'claim', ids));
    const { id } = done(await run(mira, 'approve', ids));
    expect(await statesOf(ids)).toEqual(['approved', 'approved', 'approved']);
    const rows = await base.prisma.auditEntry.findMany({ where: { action: 'submission.approve' } });
    expect(rows.map(({ details }) => JSON.parse(details).batch)).toEqual([id, id, id]);
    const { findBulkAct, undoBulk } = await acts();
    expect(done(await findBulkAct(mira, id, NOW))?.results.map(({ code }) => code)).toEqual(['done', 'done', 'done']);
    expect(done(await findBulkAct(jova, id, NOW)), 'it is one’s own').toBeNull();
    expect(done(await undoBulk(mira, id, later(0.005)))).toEqual({ undone: 3 });
    expect(await statesOf(ids)).toEqual(['in_review', 'in_review', 'in_review']);
    expect(await base.prisma.storyClaim.count({ where: { staffId: 'mira', submissionId: { in: ids } } })).toBe(3);
    expect(await undoBulk(mira, id, later(0.005))).toEqual({ ok: false, error: { code: 'gone' } });
  });

  it('are refused together when one of them cannot: nothing is done, and the preview says which', async () => {
    const [first = 0, second = 0] = await some(2);
    await step(base.prisma, second, ['claim', 'approve']);
    const refused = await run(mira, 'claim', [first, second]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'mixed', refused: [{ submissionId: second }] } });
    expect(await statesOf([first, second])).toEqual(['pending', 'approved']);
    const { previewBulk } = await import('@/lib/queue/bulk-preview');
    const effects = done(await previewBulk(mira, { action: 'claim', ids: [first, second] }, NOW));
    expect(effects.map(({ from, to, refusal }) => [from, to, refusal])).toEqual([
      ['pending', 'in_review', null],
      ['approved', null, 'notAllowed'],
    ]);
  });

  it('leave alone, and name, what somebody changed since the preview', async () => {
    const ids = await some(2);
    done(await run(mira, 'claim', ids));
    const items = await itemsOf(ids);
    await base.prisma.submission.update({ where: { id: ids[0] ?? 0 }, data: { revision: { increment: 1 } } });
    const { doBulk } = await bulk();
    const { id } = done(await doBulk(mira, { action: 'approve', items }, NOW));
    const { findBulkAct } = await acts();
    expect(done(await findBulkAct(mira, id, NOW))?.results.map(({ code }) => code)).toEqual(['stale', 'done']);
    expect(await statesOf(ids)).toEqual(['in_review', 'approved']);
  });

  it('are proposed for rejection with one reason, in each author’s language, and wait for a second person', async () => {
    const ids = [
      (await waiting(base.prisma, NOW)).id,
      (await waiting(base.prisma, NOW, { submissionLocale: 'en' })).id,
    ];
    done(await run(mira, 'claim', ids));
    expect(await run(mira, 'reject', ids)).toEqual({ ok: false, error: { code: 'reasonNeeded' } });
    const reason = await reasonOf('reject');
    done(await run(mira, 'reject', ids, { reason }));
    const { textSr, textEn } = await base.prisma.decisionReason.findUniqueOrThrow({ where: { code: reason } });
    const proposals = await base.prisma.rejectionProposal.findMany({ where: { submissionId: { in: ids } } });
    expect(proposals.map(({ text }) => text)).toEqual([textSr.trim(), textEn.trim()]);
    expect(await statesOf(ids)).toEqual(['pending', 'pending']);
    const items = await base.prisma.queueItem.findMany({ where: { objectId: { in: ids } } });
    expect(items.map(({ kind }) => kind)).toEqual(['second', 'second']);
  });

  it('are given to somebody and back to whom they were given before', async () => {
    const ids = await some(2);
    done(await run(mira, 'assign', [ids[0] ?? 0], { person: 'vera' }));
    const { id } = done(await run(mira, 'assign', ids, { person: 'jova' }));
    const assigned = async () =>
      (await base.prisma.storyAssignment.findMany({ where: { submissionId: { in: ids } } })).map(
        ({ staffId }) => staffId,
      );
    expect(await assigned()).toEqual(['jova', 'jova']);
    const { undoBulk } = await acts();
    expect(done(await undoBulk(mira, id, NOW))).toEqual({ undone: 2 });
    expect(await assigned()).toEqual(['vera']);
  });

  it('take the right of the act, at least one story, and at most a hundred', async () => {
    const ids = await some(1);
    expect(await run(vera, 'approve', ids)).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await run(mira, 'claim', [])).toEqual({ ok: false, error: { code: 'nothingTicked' } });
    const { doBulk } = await bulk();
    const many = Array.from({ length: 101 }, (_, id) => ({ id, revision: 0 }));
    expect(await doBulk(mira, { action: 'claim', items: many }, NOW)).toEqual({
      ok: false,
      error: { code: 'tooMany' },
    });
    expect(await statesOf(ids)).toEqual(['pending']);
  });

  it('cannot be taken back after 15 minutes, nor by a colleague', async () => {
    const ids = await some(1);
    const { id } = done(await run(mira, 'claim', ids));
    const { undoBulk } = await acts();
    expect(await undoBulk(jova, id, NOW)).toEqual({ ok: false, error: { code: 'gone' } });
    expect(await undoBulk(mira, id, later(0.011))).toEqual({ ok: false, error: { code: 'gone' } });
    expect(await statesOf(ids)).toEqual(['in_review']);
  });
});
