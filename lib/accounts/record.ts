import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditDetails } from '@/lib/audit/schema';
import type { Tx } from '@/lib/db';
import type { StaffActor } from './access-rules';

/** What happens to accounts and is written down. Codes and ids only: no name, no mail address, no client address. */
export interface StaffAct {
  action:
    | 'staff.signIn'
    | 'staff.refused'
    | 'staff.signOut'
    | 'staff.invite'
    | 'staff.invitationRevoke'
    | 'staff.invitationAccept'
    | 'staff.role'
    | 'staff.themes'
    | 'staff.close'
    | 'staff.password'
    | 'staff.passwordReset'
    | 'staff.factorSet'
    | 'staff.factorDrop'
    | 'staff.factorReset'
    | 'staff.recoveryCodes'
    | 'staff.recoveryCodeUsed'
    | 'staff.passkeyAdd'
    | 'staff.passkeyRemove'
    | 'staff.sessionEnd'
    | 'staff.factorShown';
  actor: StaffActor | { kind: 'staff'; id: string };
  /** Id of the member of staff or of the invitation, or name of the right. */
  object: { kind: 'staff' | 'invitation' | 'right'; id: string };
  details?: AuditDetails;
}

/** Writes an act into the audit log, in the transaction that does it. */
export async function recordAct(tx: Tx, { actor, ...act }: StaffAct): Promise<void> {
  await recordAudit(tx, { ...act, actor: actor.kind === 'staff' ? { kind: 'staff', id: actor.id } : actor });
}

/**
 * Takes the write lock of the database at the beginning of a transaction, before anything is read: what it reads then stays
 * true until it ends, whichever process writes (the command line is another one).
 */
export async function lockForWriting(tx: Tx): Promise<void> {
  await tx.$executeRawUnsafe(`UPDATE "StaffUser" SET "id" = "id" WHERE 0`);
}
