import { claimOf, noteViewer, renewClaim, viewersOf } from '@/lib/moderation/claims';
import { deskPost } from '../../desk-post';
import { idOf } from '../back';

/**
 * The heartbeat of a page that shows a story: notes who looks, keeps the claim of whoever has it, and tells who else looks
 * and who has it. Answered with JSON; only scripts post it.
 */
export const POST = deskPost('readQueue', async ({ staff, field }) => {
  const id = idOf(field('story'));
  const noted = await noteViewer(staff, id);
  if (!noted.ok) return { page: '/desk', json: null };
  const claim = await claimOf(staff, id);
  const held = claim.ok ? claim.value : null;
  if (held?.staffId === staff.id && field('atWork') !== '') await renewClaim(staff, id);
  const viewers = await viewersOf(id, staff);
  const holder = held && { name: held.name, isMe: held.staffId === staff.id, atWork: held.atWork };
  return { page: '/desk', json: { viewers: viewers.ok ? viewers.value : [], holder } };
});
