import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { saveEnterprises, writeHistory } from '@/lib/enterprises/commands';
import { type EnterpriseInput, enterpriseInput } from '@/lib/enterprises/schema';
import { fail, ok, type Result } from '@/lib/shared/result';
import { giveMoved, type MovedAway } from '../moved-away';
import { actorOf, auditRecord, openRecord, showChange } from '../open-record';
import { type MergeChoice, mergeInputs } from '../parts';
import type { OpenRecord } from '../schema';

export interface MergeRequest {
  /** The record that stays, and the one that becomes a part of it, each with the version that was seen. */
  kept: { id: number; version: number };
  other: { id: number; version: number };
  choices: Readonly<Record<string, MergeChoice | undefined>>;
}

export type MergeError =
  | Refusal
  | StorageTrouble
  | { code: 'unknown' | 'merged' | 'sameRecord' | 'stale' | 'invalid' }
  /** The one that would stay is out of sight: what is public would go with it. */
  | { code: 'keptHidden' }
  /** The one that would stay has ended, the other one works, and the state of the other one was not chosen. */
  | { code: 'keptEnded' };

/**
 * Makes one record of two. The other's addresses lead to the one that stays, its stories, its suggestions and the records
 * that it succeeded are its own, its sources go along with the values that are taken. The row of the other stays, out of sight, so that it can be
 * taken back.
 */
export async function mergeRecords(
  staff: Staff,
  request: MergeRequest,
  now = new Date(),
): Promise<Result<{ id: number }, MergeError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  return writing<{ id: number }, MergeError>(async (tx) => {
    const [kept, other] = [await openRecord(tx, request.kept.id), await openRecord(tx, request.other.id)];
    if (!kept || !other) return fail({ code: 'unknown' });
    if (kept.id === other.id) return fail({ code: 'sameRecord' });
    if (kept.publication === 'merged' || other.publication === 'merged') return fail({ code: 'merged' });
    if (kept.publication === 'hidden' && other.publication === 'published') return fail({ code: 'keptHidden' });
    const seen = kept.version === request.kept.version && other.version === request.other.version;
    if (!seen) return fail({ code: 'stale' });
    const merged = mergeInputs(kept.input, other.input, request.choices);
    if (hasEnded(kept.input) && !hasEnded(other.input) && hasEnded(merged)) return fail({ code: 'keptEnded' });
    const checked = enterpriseInput.safeParse({
      ...merged,
      successorId: merged.successorId === other.id ? null : merged.successorId,
    });
    if (!checked.success) return fail({ code: 'invalid' });
    const moved = await moveAway(tx, { kept, other, actor: actorOf(staff) }, now);
    const context = { actor: actorOf(staff), runId: null, kind: 'merged' } as const;
    await writeHistory(tx, [{ id: other.id, before: other.input, after: { ...other.input, ...NO_NUMBERS } }], {
      ...context,
      details: { into: kept.id },
    });
    await saveEnterprises(tx, [{ id: kept.id, input: checked.data }], {
      ...context,
      details: { other: other.id, ...moved },
    });
    await showChange(tx, [kept.id, other.id]);
    await auditRecord(tx, staff, 'merge', kept.id, { other: other.id, stories: moved.stories.length });
    return ok({ id: kept.id });
  });
}

/** Whether a record says that the enterprise does not work any more, or as somebody else. */
const hasEnded = ({ operatingState }: EnterpriseInput) => operatingState === 'closed' || operatingState === 'moved';

const NO_NUMBERS = { registrationNumber: null, taxId: null };

/** Takes the other record out of sight and gives what leads to it to the one that stays. */
async function moveAway(
  tx: Tx,
  { kept, other, actor }: { kept: OpenRecord; other: OpenRecord; actor: string },
  now: Date,
): Promise<MovedAway> {
  const own = { where: { enterpriseId: other.id }, select: { id: true } } as const;
  const moved: MovedAway = {
    publication: other.publication,
    stories: idsOf(await tx.story.findMany(own)),
    suggestions: idsOf(await tx.suggestion.findMany(own)),
    made: idsOf(await tx.suggestion.findMany({ where: { createdEnterpriseId: other.id }, select: { id: true } })),
    // The one that stays does not succeed itself: mergeRecords takes that away.
    predecessors: idsOf(
      await tx.enterprise.findMany({ where: { successorId: other.id, id: { not: kept.id } }, select: { id: true } }),
    ),
    parts: idsOf(await tx.enterprise.findMany({ where: { mergedIntoId: other.id }, select: { id: true } })),
    addresses: (await tx.slugAlias.findMany({ where: { enterpriseId: other.id } })).map(({ slug }) => slug),
  };
  await tx.enterprise.update({
    where: { id: other.id },
    data: { publication: 'merged', mergedIntoId: kept.id, ...NO_NUMBERS, updatedAt: now },
    select: { id: true },
  });
  await giveMoved(tx, moved, { from: other.id, to: kept.id, actor });
  await tx.slugAlias.create({ data: { slug: other.slug, enterpriseId: kept.id } });
  return moved;
}

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);
