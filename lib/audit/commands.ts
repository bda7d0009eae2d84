import 'server-only';
import type { Tx } from '@/lib/db';
import { BEGINNING, type ChainHead, HEAD_KEY, hashEntry, headFromText, headToText } from './chain';
import { type AuditEvent, assertCode, canonicalDetails } from './schema';

/**
 * Writes one row of the audit log in the caller's transaction: it stands there if, and only if, the act does.
 * Processes that write at once wait for each other here. A transaction that has read before somebody else's commit cannot
 * write any more (SQLITE_BUSY_SNAPSHOT): record first, or write something first, where others may write at the same time.
 * @throws when a text is no code (schema.ts): personal data never stand in the log
 */
export async function recordAudit(tx: Tx, event: AuditEvent): Promise<ChainHead> {
  const { actor, action, object, reason = null, details } = event;
  const actorId = 'id' in actor ? actor.id : null;
  const objectId = object.id === null ? null : String(object.id);
  assertCode(action, 'action');
  assertCode(object.kind, 'kind of the object');
  if (actorId !== null) assertCode(actorId, 'id of the actor');
  if (objectId !== null) assertCode(objectId, 'id of the object');
  if (reason !== null) assertCode(reason, 'reason');
  const text = canonicalDetails(details);

  const before = await takeHead(tx);
  const id = before.entries + 1;
  // As Prisma stores an instant; the hash is of this text.
  const at = new Date().toISOString().replace('Z', '+00:00');
  const content = { actorKind: actor.kind, actorId, action, objectKind: object.kind, objectId, reason, details: text };
  const row = { id, at, ...content, previousHash: before.head };
  const after = { entries: id, head: hashEntry(row) };
  const values = [...Object.values(row), after.head];
  const columns = [...Object.keys(row), 'hash'].map((name) => `"${name}"`).join(', ');
  await tx.$executeRawUnsafe(
    `INSERT INTO "AuditEntry" (${columns}) VALUES (${values.map(() => '?').join(', ')})`,
    ...values,
  );
  await tx.$executeRawUnsafe(`UPDATE "Meta" SET "value" = ? WHERE "key" = ?`, headToText(after), HEAD_KEY);
  return after;
}

/**
 * Reads the end of the chain and takes the write lock with one statement. The end is the one in `Meta`, not the last row:
 * were the last rows removed, the next one would still hold the hash of the last that was there, and the gap stays seen.
 */
async function takeHead(tx: Tx): Promise<ChainHead> {
  const [row] = await tx.$queryRawUnsafe<{ value: string }[]>(
    `INSERT INTO "Meta" ("key", "value") VALUES (?, '') ON CONFLICT ("key") DO UPDATE SET "value" = "value" RETURNING "value"`,
    HEAD_KEY,
  );
  const kept = headFromText(row?.value);
  if (kept) return kept;
  const [last] = await tx.$queryRawUnsafe<{ id: number | bigint; hash: string }[]>(
    `SELECT "id", "hash" FROM "AuditEntry" ORDER BY "id" DESC LIMIT 1`,
  );
  return last ? { entries: Number(last.id), head: last.hash } : BEGINNING;
}
