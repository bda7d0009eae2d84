import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { isDay } from '@/lib/enterprises/schema';
import { todayInSerbia } from '@/lib/search/today';
import { fail, ok, type Result } from '@/lib/shared/result';
import { findRecord } from '../find-record';
import { type FormValues, valueOf } from '../form-values';
import { actorOf, auditRecord, openRecord } from '../open-record';
import { OPERATING_STATES } from '../operating-states';
import type { FormFault } from '../read-form';
import { readSource, withFormSource } from '../read-source';

export type CloseError =
  | Refusal
  | StorageTrouble
  | { code: 'unknown' | 'merged' }
  | { code: 'faults'; faults: FormFault[] };

/** Says that an enterprise works, rests, closed or moved, since when, to whom, and by which source. */
export async function setOperatingState(
  staff: Staff,
  { id, values }: { id: number; values: FormValues },
  now = new Date(),
): Promise<Result<null, CloseError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  return writing<null, CloseError>(async (tx) => {
    const known = await openRecord(tx, id);
    if (!known) return fail({ code: 'unknown' });
    if (known.publication === 'merged') return fail({ code: 'merged' });
    const faults: FormFault[] = [];
    const refuse = (field: string, code: FormFault['code']) => faults.push({ field, code, params: {} });
    const state = OPERATING_STATES.find((code) => code === valueOf(values, 'state'));
    if (!state) refuse('state', 'unknownTerm');
    const on = valueOf(values, 'on').trim() || null;
    if (on !== null && !isDay(on)) refuse('on', 'notADay');
    else if (on !== null && on > todayInSerbia()) refuse('on', 'inFuture');
    const named = valueOf(values, 'successor').trim();
    const successor = named === '' || state !== 'moved' ? null : await findRecord(tx, named);
    if (named !== '' && state === 'moved' && !successor) refuse('successor', 'recordUnknown');
    if (successor?.id === id) refuse('successor', 'sameRecord');
    const read = readSource(values);
    faults.push(...read.faults);
    if (read.faults.length === 0 && read.source === null) refuse('source.url', 'sourceMissing');
    if (faults.length > 0) return fail({ code: 'faults', faults });
    const after = {
      ...known.input,
      operatingState: state ?? null,
      operatingStateOn: on,
      successorId: successor?.id ?? null,
    };
    const input = withFormSource(known.input, after, read.source);
    const context = { actor: actorOf(staff), runId: null, note: valueOf(values, 'why').trim() || null };
    await saveEnterprises(tx, [{ id, input }], { ...context, kind: 'closed' });
    await auditRecord(tx, staff, 'state', id, { state: state ?? null, successor: successor?.id ?? null });
    return ok(null);
  });
}
