import { fixAltText } from '@/lib/redaction/alt-text';
import { deskPost } from '../../desk-post';
import { faultOf, photosPath } from '../photo-answer';

export const POST = deskPost('redact', async ({ staff, field, locale }) => {
  const to = { reference: field('reference'), key: field('photo') };
  const alt = field('alt');
  const result = await fixAltText(staff, { ...to, revision: Number.parseInt(field('revision'), 10), alt });
  return photosPath(locale, to, result.ok ? { done: 'alt' } : { ...faultOf(result.error), alt: alt.slice(0, 600) });
});
