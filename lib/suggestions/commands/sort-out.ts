import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { refreshSuggestionInQueue } from '../queue';
import { senderOf } from '../sender';

type Done = Result<null, Refusal | StorageTrouble | { code: 'notFound' | 'changed' }>;

/** Puts a suggestion away as spam (erased after 30 days), or takes it back among those that wait. */
export async function markSuggestion(
  staff: Staff,
  { suggestionId: id, version, spam }: { suggestionId: number; version: number; spam: boolean },
  now = new Date(),
): Promise<Done> {
  const allowed = authorise(staff, 'decideSuggestions', now);
  if (!allowed.ok) return allowed;
  return writing<null, { code: 'changed' }>(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id, version, state: spam ? 'waiting' : 'spam' },
      data: { state: spam ? 'spam' : 'waiting', stateSince: now, version: { increment: 1 } },
    });
    if (count === 0) return fail({ code: 'changed' });
    await refreshSuggestionInQueue(tx, id);
    const action = spam ? 'suggestion.spam' : 'suggestion.notSpam';
    await recordAudit(tx, { actor: { kind: 'staff', id: staff.id }, action, object: { kind: 'suggestion', id } });
    return ok(null);
  });
}

/** Ends what an accepted claim allows: its link sends corrections as anybody's from now on. */
export async function endOwnership(staff: Staff, suggestionId: number, now = new Date()): Promise<Done> {
  const allowed = authorise(staff, 'decideSuggestions', now);
  if (!allowed.ok) return allowed;
  return writing<null, { code: 'changed' }>(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id: suggestionId, kind: 'mine', state: 'decided', ownerEndedAt: null },
      data: { ownerEndedAt: now, version: { increment: 1 } },
    });
    if (count === 0) return fail({ code: 'changed' });
    const object = { kind: 'suggestion', id: suggestionId };
    await recordAudit(tx, { actor: { kind: 'staff', id: staff.id }, action: 'suggestion.endOwnership', object });
    return ok(null);
  });
}

/** The sender's address, for who may see contacts; each look is written down. */
export async function revealSender(
  staff: Staff,
  suggestionId: number,
  now = new Date(),
): Promise<Result<{ email: string }, Refusal | StorageTrouble | { code: 'notFound' }>> {
  const allowed = authorise(staff, 'seeContacts', now);
  if (!allowed.ok) return allowed;
  return writing<{ email: string }, { code: 'notFound' }>(async (tx) => {
    const sender = await senderOf(tx, suggestionId);
    if (!sender?.email) return fail({ code: 'notFound' });
    const object = { kind: 'suggestion', id: suggestionId };
    await recordAudit(tx, { actor: { kind: 'staff', id: staff.id }, action: 'contact.reveal', object });
    return ok({ email: sender.email });
  });
}
