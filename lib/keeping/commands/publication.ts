import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { writeHistory } from '@/lib/enterprises/commands';
import { fail, ok, type Result } from '@/lib/shared/result';
import { actorOf, auditRecord, openRecord, showChange } from '../open-record';

export type PublicationError = Refusal | StorageTrouble | { code: 'unknown' | 'merged' | 'already' | 'reasonMissing' };

/**
 * Takes a record out of sight, or shows it again. Hidden, it is nowhere: not found under its address, in no list, search,
 * map, file or sitemap. Nothing of it is lost.
 * @param reason why it is hidden; staff read it in the history
 */
export async function setPublication(
  staff: Staff,
  { id, shown, reason }: { id: number; shown: boolean; reason: string },
  now = new Date(),
): Promise<Result<null, PublicationError>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  const note = reason.trim().slice(0, LONGEST_REASON) || null;
  if (!shown && note === null) return fail({ code: 'reasonMissing' });
  return writing<null, PublicationError>(async (tx) => {
    const known = await openRecord(tx, id);
    if (!known) return fail({ code: 'unknown' });
    if (known.publication === 'merged') return fail({ code: 'merged' });
    const publication = shown ? 'published' : 'hidden';
    if (known.publication === publication) return fail({ code: 'already' });
    await tx.enterprise.update({ where: { id }, data: { publication, updatedAt: now }, select: { id: true } });
    await writeHistory(tx, [{ id, before: known.input, after: known.input }], {
      actor: actorOf(staff),
      runId: null,
      kind: shown ? 'shown' : 'hidden',
      note,
    });
    await auditRecord(tx, staff, shown ? 'show' : 'hide', id);
    await showChange(tx, [id]);
    return ok(null);
  });
}

const LONGEST_REASON = 1_000;
