import { findImport } from '@/lib/imports/desk/queries';
import { deskPost } from '../../desk-post';
import { idOf } from '../answers';

/** How far an import has come, for the page that waits for it. */
export const POST = deskPost('importRecords', async ({ staff, field }) => {
  const found = await findImport(staff, idOf(field('id')));
  if (!found.ok) return { page: '/desk/import', query: { fault: 'unknown' } };
  const { state, progress } = found.value;
  return Response.json({ state, progress }, { headers: { 'cache-control': 'no-store' } });
});
