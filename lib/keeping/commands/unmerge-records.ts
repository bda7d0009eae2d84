import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { saveEnterprises } from '@/lib/enterprises/commands';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { fail, ok, type Result } from '@/lib/shared/result';
import { ownerOfNumber } from '../duplicates';
import { giveMoved, type MovedAway } from '../moved-away';
import { actorOf, auditRecord, openRecord, showChange } from '../open-record';

export type UnmergeError =
  | Refusal
  | StorageTrouble
  | { code: 'unknown' | 'notMerged' | 'changedSince' | 'numberTaken' };

/** Takes a merge back: both records stand as before it, and what led to each. Refused once the one that stayed was changed after it. */
export async function unmergeRecord(
  staff: Staff,
  { id }: { id: number },
  now = new Date(),
): Promise<Result<{ id: number }, UnmergeError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  return writing<{ id: number }, UnmergeError>(async (tx) => {
    const other = await openRecord(tx, id);
    if (!other) return fail({ code: 'unknown' });
    if (other.publication !== 'merged' || other.mergedIntoId === null) return fail({ code: 'notMerged' });
    const kept = await openRecord(tx, other.mergedIntoId);
    if (!kept) return fail({ code: 'changedSince' });
    // What followed another merge changed nothing of its own.
    const change = await tx.recordChange.findFirst({
      where: { enterpriseId: kept.id, kind: { not: 'followed' } },
      orderBy: { id: 'desc' },
    });
    const details = JSON.parse(change?.details ?? '{}') as { other?: number } & Partial<MovedAway>;
    if (change?.kind !== 'merged' || details.other !== id || !change.before) return fail({ code: 'changedSince' });
    const own = await tx.recordChange.findFirst({
      where: { enterpriseId: id, kind: 'merged' },
      orderBy: { id: 'desc' },
    });
    if (!own?.before) return fail({ code: 'changedSince' });

    const [before, after] = [change.before, change.after ?? '{}'].map((json) => JSON.parse(json) as EnterpriseInput);
    if (!before || !after) return fail({ code: 'changedSince' });
    const followed = before.successorId === after.successorId ? { successorId: kept.input.successorId } : {};
    const context = { actor: actorOf(staff), runId: null, kind: 'unmerged', details: { other: id } } as const;
    const input = JSON.parse(own.before) as EnterpriseInput;
    const owner = await ownerOfNumber(tx, id, input);
    if (owner && owner.id !== kept.id) return fail({ code: 'numberTaken' });
    await tx.slugAlias.deleteMany({ where: { slug: other.slug } });
    await saveEnterprises(tx, [{ id: kept.id, input: { ...before, ...followed } }], context);
    await tx.enterprise.update({
      where: { id },
      data: { publication: details.publication ?? 'published', mergedIntoId: null },
      select: { id: true },
    });
    await giveMoved(tx, details, { from: kept.id, to: id, actor: context.actor });
    await saveEnterprises(tx, [{ id, input }], { ...context, details: { other: kept.id } });
    await showChange(tx, [kept.id, id]);
    await auditRecord(tx, staff, 'unmerge', kept.id, { other: id });
    return ok({ id });
  });
}
