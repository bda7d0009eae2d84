import 'server-only';
import { writing } from '@/lib/db/write';
import { ok } from '@/lib/shared/result';
import { findStaff } from './access';
import { recordAct } from './record';

/** Writes down that a member of staff wanted what their role may not. */
export async function recordRefusal(headers: Headers, right: string): Promise<void> {
  const staff = await findStaff(headers);
  if (!staff) return;
  const noted = await writing<null, never>(async (tx) => {
    await recordAct(tx, { action: 'staff.refused', actor: staff, object: { kind: 'right', id: right } });
    return ok(null);
  });
  if (!noted.ok) console.warn(`A refusal could not be written down (${noted.error.code}): ${right}`);
}
