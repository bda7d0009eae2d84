import { hrefFor } from '@/lib/i18n/navigation';
import { startIntake } from '@/lib/intake/commands';
import { deskPost } from '../../desk-post';

export const POST = deskPost('enterStory', async ({ staff, field, locale }) => {
  const origin = field('origin') === 'paper' ? 'paper' : 'phone';
  const started = await startIntake(staff, { origin, locale });
  if (!started.ok) return { page: '/desk/intake', query: { fault: started.error.code } };
  return { page: '/desk/intake', path: hrefFor(locale, '/desk/intake/[id]', { id: String(started.value.id) }) };
});
