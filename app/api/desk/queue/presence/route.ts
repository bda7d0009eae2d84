import { beat } from '@/lib/moderation/presence';
import { deskPost } from '../../desk-post';
import { idOf } from '../back';

/** The heartbeat of a page that shows a story; answered with JSON, since only scripts post it. */
export const POST = deskPost('readQueue', async ({ staff, field }) => {
  const presence = await beat(staff, idOf(field('story')), { atWork: field('atWork') !== '' });
  return { page: '/desk', json: presence.ok ? presence.value : null };
});
