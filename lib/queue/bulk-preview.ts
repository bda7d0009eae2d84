import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db, type Tx } from '@/lib/db';
import { nextState, type State } from '@/lib/moderation/rules';
import { onlyInScope } from '@/lib/moderation/scope';
import { actorOf } from '@/lib/moderation/staff-rights';
import { ok, type Result } from '@/lib/shared/result';
import { BULK_ACTIONS, type BulkAction } from './bulk-rules';

/** What would become of one story. */
export interface BulkEffect {
  submissionId: number;
  revision: number;
  reference: string;
  title: string;
  from: State;
  /** State afterwards; the same where only the person changes. */
  to: State | null;
  /** Why it cannot be done: no way from this state, not for this person, with a colleague, waiting for a second person. */
  refusal: 'notAllowed' | 'wrongActor' | 'claimed' | 'alreadyProposed' | null;
}

/** States in which a story can be given to somebody. */
const ASSIGNABLE: readonly State[] = [
  'pending',
  'in_review',
  'recommended',
  'approved',
  'scheduled',
  'appealed',
  'hidden',
];

/**
 * What an act would do to each of these stories, as things stand; nothing is changed. Stories that are not there are left
 * out. Needs the right of the act.
 */
export async function previewBulk(
  staff: Staff,
  { action, ids }: { action: BulkAction; ids: readonly number[] },
  now = new Date(),
): Promise<Result<BulkEffect[], Refusal>> {
  const allowed = authorise(staff, BULK_ACTIONS[action].right, now);
  if (!allowed.ok) return allowed;
  return ok(await effectsOf(db(), staff, action, ids));
}

/** The same without a look at the right, inside a transaction or beside one. */
export async function effectsOf(
  tx: Tx,
  staff: Staff,
  action: BulkAction,
  ids: readonly number[],
): Promise<BulkEffect[]> {
  const seen = await onlyInScope(tx, staff, ids);
  const where = { submissionId: { in: seen } };
  const stories = await tx.submission.findMany({
    where: { id: { in: seen }, NOT: { state: 'erased' } },
    select: { id: true, revision: true, reference: true, title: true, state: true, versionNumber: true },
    orderBy: { id: 'asc' },
  });
  const claims = await tx.storyClaim.findMany({ where, select: { submissionId: true, staffId: true } });
  const holders = new Map(claims.map(({ submissionId, staffId }) => [submissionId, staffId]));
  const proposals = await tx.rejectionProposal.findMany({
    where: { ...where, outcome: null },
    select: { submissionId: true, version: true },
  });
  const proposed = new Set(proposals.map(({ submissionId, version }) => `${submissionId} ${version}`));
  return stories.map(({ id, state, title, versionNumber, ...story }) => {
    const from = state as State;
    const holder = holders.get(id) ?? null;
    const hasProposal = proposed.has(`${id} ${versionNumber}`);
    const { to, refusal } = effectOf(staff, action, { from, holder, hasProposal });
    return { submissionId: id, ...story, title: title ?? story.reference, from, to, refusal };
  });
}

function effectOf(
  staff: Staff,
  action: BulkAction,
  { from, holder, hasProposal }: { from: State; holder: string | null; hasProposal: boolean },
): Pick<BulkEffect, 'to' | 'refusal'> {
  const { step } = BULK_ACTIONS[action];
  if (step === null) {
    return ASSIGNABLE.includes(from) ? { to: from, refusal: null } : { to: null, refusal: 'notAllowed' };
  }
  // What a colleague has is theirs to decide; it can be put back or given to somebody first.
  if (holder !== null && holder !== staff.id && step !== 'release') return { to: null, refusal: 'claimed' };
  if (step === 'reject' && hasProposal) return { to: null, refusal: 'alreadyProposed' };
  const actor = actorOf(staff, holder);
  // A rejection waits for a second person; whether there could be one at all is asked here.
  const second = { id: `not:${staff.id}`, roles: ['coordinator'] as const };
  const next = nextState(from, step, step === 'reject' ? { ...actor, second } : actor);
  if (!next.ok) return { to: null, refusal: next.error.code };
  return { to: step === 'reject' ? from : next.value, refusal: null };
}
