import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { todayInSerbia } from '@/lib/search/today';
import { fail, ok, type Result } from '@/lib/shared/result';
import { actorOf, auditRecord, openRecord } from '../open-record';
import { isMethod, verifiedToday } from '../verification';

export type VerifyError = Refusal | StorageTrouble | { code: 'unknown' | 'merged' | 'methodWrong' };

/** Says that all of a record was found correct today, and how. It changes nothing else, so no version is asked for. */
export async function verifyRecord(
  staff: Staff,
  { id, method }: { id: number; method: string },
  now = new Date(),
): Promise<Result<null, VerifyError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  if (!isMethod(method)) return fail({ code: 'methodWrong' });
  return writing<null, VerifyError>(async (tx) => {
    const known = await openRecord(tx, id);
    if (!known) return fail({ code: 'unknown' });
    if (known.publication === 'merged') return fail({ code: 'merged' });
    const input = { ...known.input, verification: verifiedToday(method, todayInSerbia()) };
    await saveEnterprises(tx, [{ id, input }], { actor: actorOf(staff), runId: null, kind: 'verified' });
    await auditRecord(tx, staff, 'verify', id, { method });
    return ok(null);
  });
}
