import 'server-only';
import { authorise, type Refusal, type StaffActor } from '@/lib/accounts/access-rules';
import { db, type Prisma } from '@/lib/db';
import { openReader } from '@/lib/db/connect';
import { databaseFile } from '@/lib/env';
import { ok, type Result } from '@/lib/shared/result';
import type { ChainHead } from './chain';
import type { AuditEntryView, AuditFilter } from './schema';
import { type BrokenChain, type ChainMark, verifyChain } from './verify';

/** A page of the log, newest first. */
export interface AuditPage {
  entries: AuditEntryView[];
  /** What `before` must be for the next page; null when this is the last */
  next: number | null;
}

const LARGEST_PAGE = 200;

/** Lists the audit log, newest first, by number and not by count: a page costs the same however long the log is. */
export async function listAudit(
  actor: StaffActor,
  filter: AuditFilter = {},
  { before, size = 50 }: { before?: number | undefined; size?: number } = {},
): Promise<Result<AuditPage, Refusal>> {
  const allowed = authorise(actor, 'readAudit', new Date());
  return allowed.ok ? ok(await readPage(filter, before, size)) : allowed;
}

async function readPage(filter: AuditFilter, before: number | undefined, size: number): Promise<AuditPage> {
  const take = Math.min(Math.max(1, Math.trunc(size)), LARGEST_PAGE);
  const rows = await db().auditEntry.findMany({
    where: { ...toWhere(filter), ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: take + 1,
    omit: { previousHash: true },
  });
  const entries = rows.slice(0, take).map(({ actorKind, actorId, objectKind, objectId, details, ...row }) => ({
    ...row,
    actor: { kind: actorKind, id: actorId },
    object: { kind: objectKind, id: objectId },
    details: JSON.parse(details) as AuditEntryView['details'],
  }));
  return { entries, next: rows.length > take ? (entries.at(-1)?.id ?? null) : null };
}

/**
 * Follows the whole chain of this database.
 * @param marks ends that backups remember (lib/backup/archive-heads)
 */
export async function verifyAudit(marks: readonly ChainMark[] = []): Promise<Result<ChainHead, BrokenChain>> {
  const connection = openReader(databaseFile());
  try {
    return await verifyChain(connection, marks);
  } finally {
    connection.close();
  }
}

function toWhere({ objectId, from, to, ...same }: AuditFilter): Prisma.AuditEntryWhereInput {
  return {
    ...same,
    ...(objectId === undefined ? {} : { objectId: String(objectId) }),
    ...(from || to ? { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
  };
}
