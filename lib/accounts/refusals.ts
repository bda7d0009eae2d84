import 'server-only';
import { db } from '@/lib/db';
import { findStaff } from './access';
import { recordAct } from './record';

/** Writes down that a member of staff wanted what their role may not. */
export async function recordRefusal(headers: Headers, right: string): Promise<void> {
  const staff = await findStaff(headers);
  if (!staff) return;
  await db().$transaction((tx) =>
    recordAct(tx, { action: 'staff.refused', actor: staff, object: { kind: 'right', id: right } }),
  );
}
