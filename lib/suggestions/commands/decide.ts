import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { saveEnterprises } from '@/lib/enterprises/commands';
import { type EnterpriseInput, emptyInput, enterpriseInput } from '@/lib/enterprises/schema';
import { readInputs } from '@/lib/enterprises/write-records';
import { fail, ok, type Result } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { checkDecision, type DecisionFault, type FieldChoice, type SuggestionDecision } from '../decision';
import {
  type FieldValue,
  factFieldsOf,
  IDENTITY_NUMBERS,
  isEdited,
  isSuggestField,
  type SuggestField,
} from '../fields';
import { mailOutcome } from '../notify';
import { refreshSuggestionInQueue } from '../queue';
import { applyChanges, checkField } from '../schema';

export type DecideError =
  | Refusal
  | StorageTrouble
  | { code: 'notFound' | 'changed' }
  | { code: 'faults'; faults: DecisionFault[] };
type DecideResult = Result<{ enterpriseId: number | null; accepted: number; refused: number }, DecideError>;

interface Accepted {
  field: SuggestField;
  /** The value for the record: the suggested one, or as staff changed it. */
  after: FieldValue;
  isEdited: boolean;
  choice: FieldChoice;
  changeId: number;
}

/**
 * Decides a suggestion field by field, in one transaction: what is accepted goes into the record, as suggested or as staff
 * changed it, with its source and its history, what is refused keeps its reason, the sender's page and mail say both. What cannot be taken keeps the form as
 * staff filled it in, and changes nothing else.
 */
export async function decideSuggestion(
  staff: Staff,
  decision: SuggestionDecision,
  vocab: Vocabularies,
  now = new Date(),
): Promise<DecideResult> {
  const allowed = authorise(staff, 'decideSuggestions', now);
  if (!allowed.ok) return allowed;
  return writing(async (tx): Promise<DecideResult> => {
    const { suggestionId: id } = decision;
    const suggestion = await tx.suggestion.findUnique({
      where: { id },
      include: { changes: { orderBy: { position: 'asc' } } },
    });
    if (!suggestion) return fail({ code: 'notFound' });
    const keep = (error: DecideError) => keepDraft(tx, decision, error);
    if (suggestion.version !== decision.version || suggestion.state !== 'waiting') return keep({ code: 'changed' });
    const faults = checkDecision(decision, suggestion.changes, vocab);
    if (faults.length > 0) return keep({ code: 'faults', faults });

    const choiceOf = (changeId: number) =>
      decision.choices.find((choice) => choice.changeId === changeId) as FieldChoice;
    const taken = suggestion.changes.filter((change) => choiceOf(change.id).outcome === 'accepted');
    const accepted = taken.flatMap(({ id: changeId, field, after }): Accepted[] =>
      isSuggestField(field)
        ? [acceptedOf(field, JSON.parse(after ?? 'null') as FieldValue, choiceOf(changeId), vocab)]
        : [],
    );
    const written = await writeRecord(tx, { suggestion, decision, accepted, staff, vocab, now });
    if (!written.ok) return keep(written.error);

    for (const { id: changeId } of suggestion.changes) {
      const { outcome, reason, note } = choiceOf(changeId);
      const edited = accepted.find((one) => one.changeId === changeId && one.isEdited);
      const refusal =
        outcome === 'refused' ? { reason, note: note === '' ? null : note } : { reason: null, note: null };
      await tx.suggestionChange.update({
        where: { id: changeId },
        data: { outcome, ...refusal, taken: edited ? JSON.stringify(edited.after) : null },
        select: { id: true },
      });
    }
    await tx.suggestion.update({
      where: { id },
      data: {
        ...{ state: 'decided', stateSince: now, decidedAt: now, decidedBy: staff.id, decisionDraft: null },
        ...{ version: { increment: 1 }, createdEnterpriseId: suggestion.kind === 'add' ? written.value : null },
      },
      select: { id: true },
    });
    await refreshSuggestionInQueue(tx, id);
    const refused = suggestion.changes.length - taken.length;
    await recordAudit(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'suggestion.decide',
      object: { kind: 'suggestion', id },
      details: {
        ...{ kind: suggestion.kind, enterprise: written.value },
        accepted: taken.map(({ field }) => field),
        edited: accepted.filter((one) => one.isEdited).map(({ field }) => field),
        refused: suggestion.changes.filter((change) => !taken.includes(change)).map(({ field }) => field),
      },
    });
    await mailOutcome(tx, id, now);
    return ok({ enterpriseId: written.value, accepted: taken.length, refused });
  });
}

function acceptedOf(field: SuggestField, suggested: FieldValue, choice: FieldChoice, vocab: Vocabularies): Accepted {
  const { changeId, edited } = choice;
  if (edited === undefined) return { field, changeId, choice, after: suggested, isEdited: false };
  const checked = checkField(emptyInput('x', 'wider_social_economy'), field, edited, vocab);
  const after = checked.ok ? checked.value.after : edited;
  return { field, changeId, choice, after, isEdited: isEdited(field, after, suggested) };
}

/** What staff had filled in stays; it is no decision, so the version does not move. */
async function keepDraft(tx: Tx, decision: SuggestionDecision, error: DecideError): Promise<DecideResult> {
  await tx.suggestion.updateMany({
    where: { id: decision.suggestionId },
    data: { decisionDraft: JSON.stringify(decision) },
  });
  // A refusal rolls nothing back: `writing` commits what its work answered, and only this was written.
  return fail(error);
}

interface Writing {
  suggestion: { kind: string; enterpriseId: number | null; ownerOf: number | null };
  decision: SuggestionDecision;
  accepted: readonly Accepted[];
  staff: Staff;
  vocab: Vocabularies;
  now: Date;
}

/** Writes the record with what was accepted. @returns its id; null when nothing is written to any */
async function writeRecord(tx: Tx, writing: Writing): Promise<Result<number | null, DecideError>> {
  const { suggestion, decision, accepted, staff, vocab, now } = writing;
  const { enterpriseId } = suggestion;
  if (accepted.length === 0 && decision.verifiedBy === null) return ok(enterpriseId);
  const stored = enterpriseId === null ? null : (await readInputs(tx, [enterpriseId])).get(enterpriseId);
  if (enterpriseId !== null && !stored) return fail({ code: 'notFound' });
  if (!stored && accepted.length === 0) return ok(null);
  const base = stored?.input ?? newRecord(writing);
  if (base === null) return faulty(null, 'basisNeeded');
  const name = accepted.find(({ field }) => field === 'nameSr');
  if (!stored && !name) return faulty(null, 'nameNeeded');
  const taken = await numberTaken(tx, accepted, enterpriseId);
  if (taken) return faulty(taken.changeId, 'numberTaken');
  const changed = applyChanges(base, accepted, vocab);
  const input = withVerification(withSources(changed, accepted, toDay(now)), writing);
  const parsed = enterpriseInput.safeParse(input);
  if (!parsed.success) return faulty(null, 'notFitting');
  const saved = await saveEnterprises(tx, [{ id: enterpriseId, input: parsed.data }], {
    actor: staff.name,
    runId: null,
  });
  return ok(enterpriseId ?? saved.created[0] ?? null);
}

function faulty(changeId: number | null, code: string): { ok: false; error: DecideError } {
  return fail({ code: 'faults', faults: [{ changeId, code }] });
}

function newRecord({ decision: { basis }, vocab }: Writing): EnterpriseInput | null {
  return basis !== null && vocab.term('basis', basis) ? emptyInput('', basis) : null;
}

/** A number that another record has. */
async function numberTaken(tx: Tx, accepted: readonly Accepted[], except: number | null): Promise<Accepted | null> {
  for (const change of accepted) {
    const field = IDENTITY_NUMBERS.find((name) => name === change.field);
    if (!field || typeof change.after !== 'string') continue;
    const other = await tx.enterprise.findFirst({ where: { [field]: change.after }, select: { id: true } });
    if (other && other.id !== except) return change;
  }
  return null;
}

/** Each accepted field stands on its new source, and no more on those that said the old value. */
function withSources(input: EnterpriseInput, accepted: readonly Accepted[], today: string): EnterpriseInput {
  const fields = accepted.flatMap(({ field }) => factFieldsOf(field));
  const kept = input.sources.map((source) => ({
    ...source,
    fields: source.fields.filter((field) => !fields.includes(field)),
  }));
  const sources = [...kept];
  for (const { field, after, choice } of accepted) {
    if (after === null) continue;
    const url = choice.sourceUrl === '' ? null : choice.sourceUrl;
    const same = sources.find((source) => source.url === url && source.title === choice.sourceTitle);
    const known = same ?? {
      url,
      title: choice.sourceTitle,
      publisher: null,
      licence: null,
      retrievedOn: null,
      fields: [],
    };
    known.fields = [...new Set([...known.fields, ...factFieldsOf(field)])];
    known.retrievedOn = today;
    if (!same) sources.push(known);
  }
  return {
    ...input,
    sources: sources.filter((source) => source.fields.length > 0),
    otherValues: input.otherValues.filter(({ field }) => !fields.includes(field)),
  };
}

function withVerification(input: EnterpriseInput, { decision, staff, now }: Writing): EnterpriseInput {
  if (decision.verifiedBy === null) return input;
  return { ...input, verification: { on: toDay(now), by: staff.name, method: decision.verifiedBy } };
}
