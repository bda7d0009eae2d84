import { setDuty } from '@/lib/duty/commands';
import { deskPost } from '../../desk-post';

export const POST = deskPost('planDuty', async ({ staff, field }) => {
  const [week, onDuty, deputy, seen] = [field('week'), field('onDuty'), field('deputy'), field('seen')];
  const result = await setDuty(staff, { week, onDuty, deputy, seen });
  return { page: '/desk/duty', query: result.ok ? { done: 'week' } : { fault: result.error.code, at: week } };
});
