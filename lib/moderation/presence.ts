import 'server-only';
import type { Refusal, Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import type { StorageTrouble } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { claimOf, renewClaim } from './claims';
import { isInScope } from './scope';
import { noteViewer, viewersOf } from './viewers';

/** Who is at a story besides oneself. */
export interface StoryPresence {
  /** Names of the others who look at it. */
  viewers: string[];
  /** Who has it; null when nobody has. */
  holder: { name: string; isMe: boolean; atWork: boolean } | null;
}

/**
 * Notes that somebody has a story open, and tells who else has. With `atWork` whoever has the story keeps it for another
 * 24 hours. Needs the right `readQueue`.
 */
export async function beat(
  staff: Staff,
  submissionId: number,
  { atWork, now = new Date() }: { atWork: boolean; now?: Date },
): Promise<Result<StoryPresence, Refusal | StorageTrouble | { code: 'notFound' }>> {
  if (!(await isInScope(db(), staff, submissionId))) return fail({ code: 'notFound' });
  const noted = await noteViewer(staff, submissionId, now);
  if (!noted.ok) return noted;
  const claim = await claimOf(staff, submissionId, now);
  if (!claim.ok) return claim;
  const held = claim.value;
  if (atWork && held?.staffId === staff.id) await renewClaim(staff, submissionId, now);
  const viewers = await viewersOf(submissionId, staff, now);
  if (!viewers.ok) return viewers;
  return ok({
    viewers: viewers.value,
    holder: held && { name: held.name, isMe: held.staffId === staff.id, atWork: held.atWork },
  });
}
