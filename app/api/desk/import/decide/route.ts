import { decideRows } from '@/lib/imports/desk/commands';
import { valueOf } from '@/lib/keeping/form-values';
import { deskPost } from '../../desk-post';
import { idOf, toImport } from '../answers';

export const POST = deskPost('importRecords', async ({ staff, field, values }) => {
  const id = idOf(field('id'));
  const decisions = new Map(
    Object.keys(values).flatMap((name) => {
      const row = /^row\.(\d{1,7})$/.exec(name)?.[1];
      return row ? [[Number(row), valueOf(values, name)] as const] : [];
    }),
  );
  const page = idOf(field('page'));
  return toImport(id, await decideRows(staff, { id, decisions }), {
    done: 'decided',
    ...(page > 1 ? { page: String(page) } : {}),
  });
});
