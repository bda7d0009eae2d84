import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { isSameRecord } from '@/lib/enterprises/changes';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { changedFacts } from '@/lib/enterprises/fact-sources';
import { type EnterpriseInput, emptyInput } from '@/lib/enterprises/schema';
import { todayInSerbia } from '@/lib/search/today';
import { fail, ok, type Result } from '@/lib/shared/result';
import { vocabularies } from '@/lib/taxonomies/queries';
import { findSuspects, ownerOfNumber, type Suspect } from '../duplicates';
import { type FormValues, toFormValues, valueOf } from '../form-values';
import { actorOf, auditRecord, inputAt, openRecord } from '../open-record';
import { type FormFault, readForm } from '../read-form';
import { needsSource, readSource, withFormSource } from '../read-source';
import { type Conflict, rebase } from '../rebase';
import type { OpenRecord } from '../schema';
import { isMethod, verifiedToday } from '../verification';

export interface SaveRequest {
  /** null makes a new record. */
  id: number | null;
  /** Version that the form showed; of no meaning for a new record. */
  version: number;
  values: FormValues;
  /** Possible duplicates were shown, and they are others. */
  anyway: boolean;
}

export type SaveError =
  | Refusal
  | StorageTrouble
  | { code: 'unknown' }
  | { code: 'merged' }
  | { code: 'unchanged' }
  | { code: 'faults'; faults: FormFault[] }
  /** The record moved on; the values are what was typed over what it is now. */
  | { code: 'stale'; values: FormValues; conflicts: Conflict[]; version: number }
  | { code: 'numberTaken'; field: string; id: number; name: string }
  | { code: 'duplicates'; suspects: Suspect[] };

/**
 * Writes a new record, or the form of one over it. Refused when the form showed an older version, when a number is another
 * record's, and, until `anyway` is said, when it may be the same as another one.
 */
export async function saveRecord(
  staff: Staff,
  request: SaveRequest,
  now = new Date(),
): Promise<Result<{ id: number; slug: string }, SaveError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  return writing<{ id: number; slug: string }, SaveError>(async (tx) => {
    const known = request.id === null ? null : await openRecord(tx, request.id);
    if (request.id !== null && known === null) return fail({ code: 'unknown' });
    if (known?.publication === 'merged') return fail({ code: 'merged' });
    if (known && known.version !== request.version) return fail(await staleness(tx, known, request));
    const composed = compose(request.values, known?.input ?? null);
    if (!composed.ok) return composed;
    const input = composed.value;
    if (known && isSameRecord(known.input, input)) return fail({ code: 'unchanged' });
    const owner = await ownerOfNumber(tx, request.id, input);
    if (owner) return fail({ code: 'numberTaken', ...owner });
    const suspects = request.anyway ? [] : await findSuspects(tx, request.id, input, known?.input ?? null);
    if (suspects.length > 0) return fail({ code: 'duplicates', suspects });
    return ok(await write(tx, staff, request, known, input));
  });
}

function compose(values: FormValues, before: EnterpriseInput | null): Result<EnterpriseInput, SaveError> {
  const base = before ?? emptyInput('', 'wider_social_economy');
  const { input, faults } = readForm(values, base, vocabularies());
  const { source, faults: sourceFaults } = readSource(values);
  const all = [...faults, ...sourceFaults];
  if (all.length === 0 && source === null && needsSource(base, input)) {
    all.push({ field: 'source.url', code: 'sourceMissing', params: {} });
  }
  if (all.length > 0) return fail({ code: 'faults', faults: all });
  const dropped = new Set(values.dropOther ?? []);
  const otherValues = input.otherValues.filter((_, index) => !dropped.has(String(index)));
  const method = valueOf(values, 'verified');
  const verification = isMethod(method) ? verifiedToday(method, todayInSerbia()) : input.verification;
  return ok({ ...withFormSource(base, input, source), otherValues, verification });
}

async function staleness(tx: Tx, known: OpenRecord, { id, version, values }: SaveRequest): Promise<SaveError> {
  const now = toFormValues(known.input);
  const seen = await inputAt(tx, id ?? 0, version);
  // Where the history does not tell what was shown, all that was typed stays, and the difference is shown.
  const rebased = rebase(values, seen === null ? values : toFormValues(seen), now);
  return { code: 'stale', ...rebased, version: known.version };
}

async function write(tx: Tx, staff: Staff, request: SaveRequest, known: OpenRecord | null, input: EnterpriseInput) {
  const context = { actor: actorOf(staff), runId: null, note: valueOf(request.values, 'why').trim() || null };
  const saved = await saveEnterprises(tx, [{ id: request.id, input }], context);
  const id = request.id ?? saved.created[0] ?? 0;
  const facts = changedFacts(known?.input ?? emptyInput('', ''), input);
  await auditRecord(tx, staff, known ? 'update' : 'create', id, { facts });
  const { slug } = await tx.enterprise.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  return { id, slug };
}
