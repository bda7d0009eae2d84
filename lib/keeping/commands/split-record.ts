import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { enterpriseInput } from '@/lib/enterprises/schema';
import { fail, ok, type Result } from '@/lib/shared/result';
import { actorOf, auditRecord, openRecord } from '../open-record';
import { type SplitChoice, splitInput } from '../parts';

export interface SplitRequest {
  id: number;
  version: number;
  /** Name of the new record. */
  name: string;
  choices: Readonly<Record<string, SplitChoice | undefined>>;
}

export type SplitError =
  | Refusal
  | StorageTrouble
  | { code: 'unknown' | 'merged' | 'stale' | 'nameMissing' | 'invalid' };

/** Makes two records of one: facts stay or go with their sources, or both have them. Address and stories stay. */
export async function splitRecord(
  staff: Staff,
  request: SplitRequest,
  now = new Date(),
): Promise<Result<{ id: number }, SplitError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  const name = request.name.trim();
  if (name === '') return fail({ code: 'nameMissing' });
  return writing<{ id: number }, SplitError>(async (tx) => {
    const known = await openRecord(tx, request.id);
    if (!known) return fail({ code: 'unknown' });
    if (known.publication === 'merged') return fail({ code: 'merged' });
    if (known.version !== request.version) return fail({ code: 'stale' });
    const { rest, split } = splitInput(known.input, name, request.choices);
    const checked = [enterpriseInput.safeParse(rest), enterpriseInput.safeParse(split)] as const;
    if (!checked[0].success || !checked[1].success) return fail({ code: 'invalid' });
    const context = { actor: actorOf(staff), runId: null, kind: 'split' } as const;
    // First the rest: numbers that go along must be free.
    await saveEnterprises(tx, [{ id: known.id, input: checked[0].data }], context);
    const saved = await saveEnterprises(tx, [{ id: null, input: checked[1].data }], {
      ...context,
      details: { other: known.id },
    });
    const id = saved.created[0] ?? 0;
    await tx.recordChange.updateMany({
      where: { enterpriseId: known.id, kind: 'split', details: null },
      data: { details: JSON.stringify({ other: id }) },
    });
    await auditRecord(tx, staff, 'split', known.id, { other: id });
    return ok({ id });
  });
}
