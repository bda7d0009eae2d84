import type Database from 'better-sqlite3';
import { fail, ok, type Result } from '@/lib/shared/result';
import { BEGINNING, type ChainedEntry, type ChainHead, HEAD_KEY, hashEntry, headFromText } from './chain';

/** An end that the chain had once, as something outside it remembers. */
export interface ChainMark extends ChainHead {
  /** Who remembers, for people: the name of a backup */
  source: string;
}

export type BrokenWhy =
  /** The row's content is not what its hash says: changed, or put in another's place */
  | { code: 'changed' }
  /** Rows are missing before the next one */
  | { code: 'removed' }
  /** The row does not hold the hash of the one before: inserted, or one before it was made anew */
  | { code: 'notLinked' }
  /** Rows are missing at the end: `Meta` or a backup knows of more */
  | { code: 'endMissing'; knownTo: string }
  /** There is a row of which `Meta` knows nothing */
  | { code: 'endUnknown' }
  /** Something remembers another row at this place: the chain was made anew */
  | { code: 'differs'; knownTo: string };

/** The first row that is wrong, and why. */
export interface BrokenChain {
  brokenAt: number;
  why: BrokenWhy;
}

interface StoredEntry extends ChainedEntry {
  hash: string;
}

const COLUMNS =
  '"id", "at", "actorKind", "actorId", "action", "objectKind", "objectId", "reason", "details", "previousHash", "hash"';
/** Rows between two breaths: other work of the process goes on. */
const ROWS_AT_A_TIME = 2_000;

/**
 * Reads the whole chain, a piece at a time, and says whether every row is the one that was written. Holds one read
 * transaction on the connection, so that rows which are added meanwhile are not half seen.
 * @param marks ends that the chain must have passed through
 */
export async function verifyChain(
  connection: Database.Database,
  marks: readonly ChainMark[] = [],
): Promise<Result<ChainHead, BrokenChain>> {
  if (!hasAuditLog(connection)) return ok(BEGINNING);
  connection.exec('BEGIN');
  try {
    const kept = headFromText(
      connection.prepare(`SELECT "value" FROM "Meta" WHERE "key" = ?`).pluck().get(HEAD_KEY) as string | undefined,
    );
    return await follow(connection, kept, marks);
  } finally {
    connection.exec('COMMIT');
  }
}

export function hasAuditLog(connection: Database.Database): boolean {
  return (
    connection.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'AuditEntry'`).get() !== undefined
  );
}

/** The end of the chain as its last row has it, unchecked; null where there is no audit log. */
export function lastOfChain(connection: Database.Database): ChainHead | null {
  if (!hasAuditLog(connection)) return null;
  const last = connection.prepare(`SELECT "id", "hash" FROM "AuditEntry" ORDER BY "id" DESC LIMIT 1`).get() as
    | { id: number; hash: string }
    | undefined;
  return last ? { entries: last.id, head: last.hash } : BEGINNING;
}

async function follow(
  connection: Database.Database,
  kept: ChainHead | null,
  marks: readonly ChainMark[],
): Promise<Result<ChainHead, BrokenChain>> {
  const select = connection.prepare(
    `SELECT ${COLUMNS} FROM "AuditEntry" WHERE "id" > ? ORDER BY "id" LIMIT ${ROWS_AT_A_TIME}`,
  );
  const marked = byEntries(marks);
  let end = BEGINNING;
  // Rows with numbers below 1 would stand before the first.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = select.all(after) as StoredEntry[];
    for (const row of rows) {
      const why = faultOf(row, end) ?? faultOfMark(row, marked.get(row.id));
      if (why) return fail({ brokenAt: why.code === 'removed' ? end.entries + 1 : row.id, why });
      if (kept && row.id > kept.entries) return fail({ brokenAt: row.id, why: { code: 'endUnknown' } });
      end = { entries: row.id, head: row.hash };
    }
    const last = rows.at(-1);
    if (rows.length < ROWS_AT_A_TIME || !last) break;
    after = last.id;
    await new Promise(setImmediate);
  }
  return faultAtEnd(end, kept, marks) ?? ok(end);
}

function faultOf(row: StoredEntry, before: ChainHead): BrokenWhy | null {
  if (row.id > before.entries + 1) return { code: 'removed' };
  if (hashEntry(row) !== row.hash) return { code: 'changed' };
  return row.id === before.entries + 1 && row.previousHash === before.head ? null : { code: 'notLinked' };
}

function faultOfMark(row: StoredEntry, marks: readonly ChainMark[] = []): BrokenWhy | null {
  const other = marks.find(({ head }) => head !== row.hash);
  return other ? { code: 'differs', knownTo: other.source } : null;
}

function faultAtEnd(
  end: ChainHead,
  kept: ChainHead | null,
  marks: readonly ChainMark[],
): Result<ChainHead, BrokenChain> | null {
  const brokenAt = end.entries + 1;
  const ahead = marks.find(({ entries }) => entries > end.entries);
  if (ahead) return fail({ brokenAt, why: { code: 'endMissing', knownTo: ahead.source } });
  // Without the number in `Meta` nobody could say that nothing is missing.
  if (kept ? kept.entries > end.entries : end.entries > 0) {
    return fail({ brokenAt, why: { code: 'endMissing', knownTo: 'Meta' } });
  }
  if (kept && kept.head !== end.head) return fail({ brokenAt: end.entries, why: { code: 'differs', knownTo: 'Meta' } });
  return null;
}

function byEntries(marks: readonly ChainMark[]): Map<number, ChainMark[]> {
  const map = new Map<number, ChainMark[]>();
  for (const mark of marks) map.set(mark.entries, [...(map.get(mark.entries) ?? []), mark]);
  return map;
}
