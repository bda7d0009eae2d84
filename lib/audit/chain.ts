import { createHash } from 'node:crypto';

/** The content of one row, each column as it is stored. */
export interface ChainedEntry {
  id: number;
  at: string;
  actorKind: string;
  actorId: string | null;
  action: string;
  objectKind: string;
  objectId: string | null;
  reason: string | null;
  details: string;
  previousHash: string;
}

/** Where a chain ends: how many rows, and the hash of the last. */
export interface ChainHead {
  entries: number;
  head: string;
}

/** What stands before the first row. */
export const BEGINNING: ChainHead = { entries: 0, head: '0'.repeat(64) };

/** Key in `Meta` of the head, which is moved in the transaction of every row. */
export const HEAD_KEY = 'auditHead';

/** SHA-256 of a row, hex. A list in JSON has one form only; its first item is the version of that form. */
export function hashEntry(entry: ChainedEntry): string {
  const { id, at, actorKind, actorId, action, objectKind, objectId, reason, details, previousHash } = entry;
  const content = [1, id, at, actorKind, actorId, action, objectKind, objectId, reason, details, previousHash];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** The head as text, and back. */
export const headToText = ({ entries, head }: ChainHead) => `${entries}:${head}`;

/** @returns null when the text is no head */
export function headFromText(text: string | null | undefined): ChainHead | null {
  const [, entries, head] = /^(\d{1,10}):([0-9a-f]{64})$/.exec(text ?? '') ?? [];
  return head === undefined ? null : { entries: Number(entries), head };
}
