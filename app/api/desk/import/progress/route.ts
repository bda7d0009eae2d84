import { findImport } from '@/lib/imports/desk/queries';
import { undoingOf } from '@/lib/imports/desk/undo-run';
import { deskPost } from '../../desk-post';
import { idOf } from '../answers';

/** How far an import has come, or the undoing of a run, for the page that waits for it. */
export const POST = deskPost('importRecords', async ({ staff, field }) => {
  if (field('run') !== '') {
    const state = undoingOf(idOf(field('run'))) === 'running' ? 'undoing' : 'over';
    return Response.json({ state, progress: null }, { headers: { 'cache-control': 'no-store' } });
  }
  const found = await findImport(staff, idOf(field('id')));
  if (!found.ok) return { page: '/desk/import', query: { fault: 'unknown' } };
  const { state, progress } = found.value;
  return Response.json({ state, progress }, { headers: { 'cache-control': 'no-store' } });
});
