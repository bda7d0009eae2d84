import { discardImport } from '@/lib/imports/desk/commands';
import { deskPost } from '../../desk-post';
import { idOf } from '../answers';

export const POST = deskPost('importRecords', async ({ staff, field }) => {
  const result = await discardImport(staff, { id: idOf(field('id')) });
  return { page: '/desk/import', query: result.ok ? { done: 'discarded' } : { fault: result.error.code } };
});
