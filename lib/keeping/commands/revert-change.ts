import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { type EnterpriseInput, enterpriseInput } from '@/lib/enterprises/schema';
import { fail, ok, type Result } from '@/lib/shared/result';
import { ownerOfNumber } from '../duplicates';
import { actorOf, auditRecord, openRecord } from '../open-record';
import { takeBack } from '../parts';

export type RevertError =
  | Refusal
  | StorageTrouble
  | { code: 'unknown' | 'merged' | 'notRevertible' | 'numberTaken' }
  /** Parts that somebody changed again after it. */
  | { code: 'changedSince'; parts: string[] };

/** Changes whose effect is more than the record's own values: they have ways back of their own. */
const OTHER_WAYS = ['created', 'merged', 'unmerged', 'followed', 'split', 'hidden', 'shown', 'withdrawn'];

export function isRevertible(kind: string, before: string | null, after: string | null): boolean {
  return before !== null && after !== null && before !== after && !OTHER_WAYS.includes(kind);
}

/** Gives a record the values back that a change took from it, with their sources. What else changed since stays. */
export async function revertChange(
  staff: Staff,
  { id, change }: { id: number; change: number },
  now = new Date(),
): Promise<Result<null, RevertError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  return writing<null, RevertError>(async (tx) => {
    const known = await openRecord(tx, id);
    const row = known && (await tx.recordChange.findFirst({ where: { id: change, enterpriseId: id } }));
    if (!known || !row) return fail({ code: 'unknown' });
    if (known.publication === 'merged') return fail({ code: 'merged' });
    if (!isRevertible(row.kind, row.before, row.after)) return fail({ code: 'notRevertible' });
    const state = (json: string | null) => JSON.parse(json ?? '{}') as EnterpriseInput;
    const { input, changedSince } = takeBack(known.input, state(row.before), state(row.after));
    if (changedSince.length > 0) return fail({ code: 'changedSince', parts: changedSince.map(({ key }) => key) });
    const checked = enterpriseInput.safeParse(input);
    if (!checked.success) return fail({ code: 'notRevertible' });
    if (await ownerOfNumber(tx, id, checked.data)) return fail({ code: 'numberTaken' });
    const context = { actor: actorOf(staff), runId: null, kind: 'reverted', details: { change } } as const;
    await saveEnterprises(tx, [{ id, input: checked.data }], context);
    await auditRecord(tx, staff, 'revert', id, { change });
    return ok(null);
  });
}
