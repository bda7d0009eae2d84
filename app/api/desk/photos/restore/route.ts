import { restorePhoto } from '@/lib/redaction/commands';
import { deskPost } from '../../desk-post';
import { faultOf, photosPath } from '../photo-answer';

export const POST = deskPost('redact', async ({ staff, field, locale }) => {
  const to = { reference: field('reference'), key: field('photo') };
  const result = await restorePhoto(staff, { ...to, revision: Number.parseInt(field('revision'), 10) });
  return photosPath(locale, to, result.ok ? { done: 'restored' } : faultOf(result.error));
});
