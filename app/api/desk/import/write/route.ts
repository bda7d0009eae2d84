import { beginWrite } from '@/lib/imports/desk/commands';
import { deskPost } from '../../desk-post';
import { idOf, toImport } from '../answers';

export const POST = deskPost('importRecords', async ({ staff, field }) => {
  const id = idOf(field('id'));
  return toImport(id, await beginWrite(staff, { id }));
});
