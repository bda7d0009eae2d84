import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
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
  const now = new Date();
  // As the database stores an instant; the hash is of this text.
  const at = now.toISOString().replace('Z', '+00:00');
  const content = { actorKind: actor.kind, actorId, action, objectKind: object.kind, objectId, reason, details: text };
  const row = { id, at, ...content, previousHash: before.head };
  const after = { entries: id, head: hashEntry(row) };
  const { insert, update } = await rows(tx);
  insert('AuditEntry', { ...row, at: now, hash: after.head });
  update('Meta', { key: HEAD_KEY }, { value: headToText(after) });
  return after;
}

/**
 * Takes the write lock, then reads the end of the chain. The end is the one in `Meta`, not the last row:
 * were the last rows removed, the next one would still hold the hash of the last that was there, and the gap stays seen.
 */
async function takeHead(tx: Tx): Promise<ChainHead> {
  const { find, put } = await rows(tx);
  put('Meta', ['key'], { key: HEAD_KEY, value: '' }, { key: HEAD_KEY });
  const kept = headFromText(find('Meta', { key: HEAD_KEY }, ['value'])?.value);
  if (kept) return kept;
  const last = find('AuditEntry', {}, ['id', 'hash'], ['id', 'desc']);
  return last ? { entries: last.id, head: last.hash } : BEGINNING;
}
