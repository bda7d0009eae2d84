import 'server-only';
import { randomBytes } from 'node:crypto';

export { KEPT_HEADER } from './kept-header';

/*
 * What was typed and could not be saved, between the address that it was sent to and the page that shows it again. It lives
 * in memory for the moment that the page takes: a full disk or a locked database is the very reason why it is here.
 */

/** What went wrong, by a key of `StoryForm.trouble` or a page's own, with what its sentence needs. */
export interface Trouble {
  code: string;
  reference?: string;
  /** What stands in another tab, in words. */
  stored?: string;
  /** Seconds until it is worth trying again. */
  retryAfterSeconds?: number;
  /** What is wrong with single controls, where the page does not find it out itself. */
  faults?: readonly { name: string; code: string; max?: number }[];
}

export interface Kept {
  /** Names and values as they were sent; a long value is a stand-in (`render-kept.ts`). */
  entries: readonly (readonly [name: string, value: string])[];
  trouble: Trouble;
}

const LIFETIME_MS = 30_000;
const MOST = 200;

// Next evaluates modules once per bundle; the address and the page are two.
const shelf = globalThis as unknown as { __keptStories?: Map<string, { kept: Kept; at: number }> };

function shelved(): Map<string, { kept: Kept; at: number }> {
  shelf.__keptStories ??= new Map();
  return shelf.__keptStories;
}

/** Puts something aside. @returns the name to ask for it by, once */
export function putAside(kept: Kept): string {
  const kepts = shelved();
  const now = Date.now();
  for (const [id, { at }] of kepts) if (now - at > LIFETIME_MS || kepts.size >= MOST) kepts.delete(id);
  const id = randomBytes(18).toString('base64url');
  kepts.set(id, { kept, at: now });
  return id;
}

/** What was put aside under a name; the page asks twice, for its title and for itself. */
export function findAside(id: string | null): Kept | null {
  return id === null ? null : (shelved().get(id)?.kept ?? null);
}

export function clearAside(id: string): void {
  shelved().delete(id);
}
