import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '@/lib/shared/result';

/** Where a page of results begins. It holds for one query and for as long as nothing in the directory changes. */
export interface CursorContext {
  /** The query's canonical address. */
  query: string;
  contentVersion: number;
}

const fingerprint = (query: string) => createHash('sha256').update(query).digest('base64url').slice(0, 10);

/** A cursor for the page that begins at `offset` (0-based). */
export function writeCursor(offset: number, { query, contentVersion }: CursorContext): string {
  return Buffer.from(`1.${contentVersion}.${offset}.${fingerprint(query)}`).toString('base64url');
}

/**
 * Reads a cursor.
 * @returns the offset; `malformed` for one that we did not write or that belongs to another query; `outdated` when
 * records have changed since, so that pages would overlap or leave gaps
 */
export function readCursor(
  cursor: string,
  { query, contentVersion }: CursorContext,
): Result<number, 'malformed' | 'outdated'> {
  const match = /^1\.(\d{1,15})\.(\d{1,9})\.([\w-]{10})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match?.[3] !== fingerprint(query)) return fail('malformed');
  return Number(match[1]) === contentVersion ? ok(Number(match[2])) : fail('outdated');
}
