import { setThemes } from '@/lib/duty/commands';
import { deskPost } from '../../desk-post';

export const POST = deskPost('planDuty', async ({ staff, field, fields }) => {
  const [person, seen] = [field('person'), field('seen')];
  const result = await setThemes(staff, { person, all: field('all') !== '', themes: fields('theme'), seen });
  return { page: '/desk/duty', query: result.ok ? { done: 'themes' } : { fault: result.error.code } };
});
