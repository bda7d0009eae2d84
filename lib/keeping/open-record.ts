import 'server-only';
import type { Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditDetails } from '@/lib/audit/schema';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { readInputs } from '@/lib/enterprises/write-records';
import { reindexEnterprises } from '@/lib/search/commands';
import { reindexStories, storiesNaming } from '@/lib/search/stories/commands';
import type { OpenRecord, Publication } from './schema';

/** A record with its version; null when there is none. */
export async function openRecord(tx: Tx, id: number): Promise<OpenRecord | null> {
  if (!Number.isSafeInteger(id) || id <= 0) return null;
  const row = await tx.enterprise.findUnique({ where: { id }, select: { publication: true, mergedIntoId: true } });
  const stored = row && (await readInputs(tx, [id])).get(id);
  if (!row || !stored) return null;
  const { publication, mergedIntoId } = row;
  return { id, ...stored, publication: publication as Publication, mergedIntoId, version: await versionOf(tx, id) };
}

export async function versionOf(tx: Tx, enterpriseId: number): Promise<number> {
  const { _max } = await tx.recordChange.aggregate({ where: { enterpriseId }, _max: { id: true } });
  return _max.id ?? 0;
}

/** The record as it was at a version; null when the history does not tell. */
export async function inputAt(tx: Tx, enterpriseId: number, version: number): Promise<EnterpriseInput | null> {
  const change = await tx.recordChange.findFirst({ where: { id: version, enterpriseId }, select: { after: true } });
  return change?.after ? (JSON.parse(change.after) as EnterpriseInput) : null;
}

/** How a member of staff stands in the history of records: by id, so that it holds no name. */
export function actorOf(staff: Staff): string {
  return `staff:${staff.id}`;
}

/** Writes what was done to a record into the audit log. */
export async function auditRecord(
  tx: Tx,
  staff: Staff,
  action: string,
  id: number,
  details: AuditDetails = {},
): Promise<void> {
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action: `enterprise.${action}`,
    object: { kind: 'enterprise', id },
    details,
  });
}

/** After records came into sight or went: the index, the stories that name them, the kept pages. */
export async function showChange(tx: Tx, ids: readonly number[]): Promise<void> {
  await reindexEnterprises(tx, ids);
  await reindexStories(tx, await storiesNaming(tx, ids));
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
}
