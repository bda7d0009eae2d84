import { beginCheck } from '@/lib/imports/desk/commands';
import { deskPost } from '../../desk-post';
import { idOf, toImport } from '../answers';

const MOST_COLUMNS = 500;

export const POST = deskPost('importRecords', async ({ staff, field }) => {
  const id = idOf(field('id'));
  const columns = Math.min(idOf(field('columns')), MOST_COLUMNS);
  const names = Array.from({ length: columns }, (_, index) => field(`column.${index}`));
  return toImport(id, await beginCheck(staff, { id, names }));
});
