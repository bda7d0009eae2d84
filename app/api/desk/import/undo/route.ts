import { undoRun } from '@/lib/imports/desk/undo-run';
import { deskPost } from '../../desk-post';
import { idOf } from '../answers';

const MOST_NAMES = 5;

export const POST = deskPost('undoImport', async ({ staff, field }) => {
  const run = idOf(field('run'));
  const result = await undoRun(staff, run);
  if (result.ok) {
    const { restored, removed } = result.value;
    return {
      page: '/desk/import',
      query: { done: 'undone', run: String(run), restored: String(restored), removed: String(removed) },
    };
  }
  const { error } = result;
  if (error.code === 'running') return { page: '/desk/import', query: { done: 'undoing', run: String(run) } };
  const records =
    error.code === 'changedSince'
      ? error.records
          .slice(0, MOST_NAMES)
          .map(({ id }) => id)
          .join(',')
      : undefined;
  return { page: '/desk/import', query: { fault: error.code, run: String(run), ...(records ? { records } : {}) } };
});
