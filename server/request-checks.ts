import { FILES_ACTION, INTAKE_ACTION } from '@/lib/files/addresses';
import { LARGEST_UPLOAD } from '@/lib/files/fields';
import { IMPORT_ACTION, LARGEST_IMPORT_REQUEST } from '@/lib/imports/desk/limits';

/** Longest address (path and query, as sent): a query of 10,000 Cyrillic letters takes 60,000 characters. */
export const LONGEST_ADDRESS = 80_000;
/** Longest header block that Node accepts; above it the address did not fit either. */
export const LONGEST_HEADERS = 100_000;
/** Largest body of a request, in bytes; what carries files may be larger (`largestBody`). */
export const LARGEST_BODY = 1_048_576;
/** Where the form of stories saves its pages; ten million signs come back to their writer instead of being lost. */
const TEXT_ADDRESS = '/api/story/save';
export const LARGEST_TEXT = 21 * LARGEST_BODY;
/** A body that is too large is still read and thrown away up to this size, so that its sender sees the answer. */
const LARGEST_DRAINED = 100 * 1_048_576;

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST'];
export const ALLOWED_METHODS = METHODS.join(', ');

/** Why a request goes no further than the server's door. */
export type Refusal =
  | { reason: 'badAddress' }
  | { reason: 'longAddress'; field: string | null }
  | { reason: 'method' }
  | { reason: 'bodyTooLarge' }
  | { reason: 'uploadTooLarge'; drained: boolean };

export interface RequestHead {
  method: string;
  /** Path and query as sent. */
  address: string;
  contentLength: string | undefined;
  transferEncoding: string | undefined;
}

/** Looks at the head of a request before anything is done with it. */
export function refusalOf({ method, address, contentLength, transferEncoding }: RequestHead): Refusal | null {
  if (!METHODS.includes(method)) return { reason: 'method' };
  if (address.length > LONGEST_ADDRESS) return { reason: 'longAddress', field: longestField(address) };
  if (!isReadable(address)) return { reason: 'badAddress' };
  // Without a stated length the size would only show while reading; no program that we serve sends one so.
  if (transferEncoding !== undefined) return { reason: 'bodyTooLarge' };
  const length = Number(contentLength ?? 0);
  if (!carriesFiles(method, address)) return length > largestBody(method, address) ? { reason: 'bodyTooLarge' } : null;
  const largest = pathOf(address) === IMPORT_ACTION ? LARGEST_IMPORT_REQUEST : LARGEST_UPLOAD;
  return length > largest ? { reason: 'uploadTooLarge', drained: length <= LARGEST_DRAINED } : null;
}

function largestBody(method: string, address: string): number {
  return method === 'POST' && pathOf(address) === TEXT_ADDRESS ? LARGEST_TEXT : LARGEST_BODY;
}

function pathOf(address: string): string {
  return address.split('?', 1)[0] ?? '';
}

/** Where files are sent: the form of stories, staff who type in a story from paper, and imports of records. */
const FILE_ADDRESSES: readonly string[] = [FILES_ACTION, INTAKE_ACTION, IMPORT_ACTION];

/** Whether a request may bring files: the only addresses where a body may be larger, and may take its time. */
export function carriesFiles(method: string, address: string): boolean {
  return method === 'POST' && FILE_ADDRESSES.includes(pathOf(address));
}

/** A path that begins with one slash, whose escapes decode to text without control characters or backslashes. */
function isReadable(address: string): boolean {
  const path = address.split('?', 1)[0] ?? '';
  if (!path.startsWith('/') || path.startsWith('//')) return false;
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
    return !/[\u0000-\u001f\u007f\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** Name of the query's longest parameter: the one that made the address too long. */
function longestField(address: string): string | null {
  const query = address.slice(address.indexOf('?') + 1);
  let longest: string | null = null;
  let length = -1;
  for (const pair of query.split('&')) {
    const name = /^([A-Za-z][A-Za-z0-9]{0,40})=/.exec(pair)?.[1];
    if (name !== undefined && pair.length > length) [longest, length] = [name, pair.length];
  }
  return longest;
}

/**
 * Repairs escapes of the query that stand for nothing (`?q=50%`), so that every reader behind takes them as the
 * visitor meant them: a bare percent sign. Escapes that are no UTF-8 become the replacement character.
 */
export function repairQuery(address: string): string {
  const at = address.indexOf('?');
  if (at === -1 || !address.includes('%', at)) return address;
  const query = address.slice(at + 1);
  try {
    decodeURIComponent(query);
    return address;
  } catch {
    const wellFormed = query.replace(/%(?![0-9a-f]{2})/gi, '%25');
    return `${address.slice(0, at)}?${new URLSearchParams(wellFormed)}`;
  }
}
