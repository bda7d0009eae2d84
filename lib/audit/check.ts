import 'server-only';
import { authorise, type Refusal, type StaffActor } from '@/lib/accounts/access-rules';
import { archiveHeads, backupsIn } from '@/lib/backup/archive-heads';
import { readRestored } from '@/lib/backup/database-facts';
import { backupsFolder } from '@/lib/backup/place';
import { openReader } from '@/lib/db/connect';
import type { StorageTrouble } from '@/lib/db/write';
import { writing } from '@/lib/db/write';
import { databaseFile } from '@/lib/env';
import { fail, ok, type Result } from '@/lib/shared/result';
import { recordAudit } from './commands';
import { type BrokenWhy, verifyChain } from './verify';

/** How a check of the whole log went. */
export interface AuditCheck {
  /** Entries that were followed, when all of them are right. */
  entries: number;
  /** Backups whose memory of the log was compared. */
  backups: number;
  /** The first wrong entry; null when the log is whole. */
  broken: { at: number; why: BrokenWhy['code'] } | null;
}

/** Follows the log from its first entry to its last, as `npm run audit:verify` does, and writes down that it was done. */
export async function checkAudit(actor: StaffActor): Promise<Result<AuditCheck, Refusal | StorageTrouble>> {
  const allowed = authorise(actor, 'readAudit', new Date());
  if (!allowed.ok) return allowed;
  const check = await follow();
  const noted = await writing<null, never>(async (tx) => {
    await recordAudit(tx, {
      action: 'audit.verify',
      actor: actor.kind === 'staff' ? { kind: 'staff', id: actor.id } : actor,
      object: { kind: 'audit', id: null },
      details: { whole: check.broken === null, entries: check.entries },
    });
    return ok(null);
  });
  return noted.ok ? ok(check) : fail(noted.error);
}

async function follow(): Promise<AuditCheck> {
  const connection = openReader(databaseFile());
  try {
    const { marks } = await archiveHeads(backupsIn(backupsFolder()), readRestored(connection));
    const result = await verifyChain(connection, marks);
    if (result.ok) return { entries: result.value.entries, backups: marks.length, broken: null };
    const { brokenAt, why } = result.error;
    return { entries: brokenAt - 1, backups: marks.length, broken: { at: brokenAt, why: why.code } };
  } finally {
    connection.close();
  }
}
