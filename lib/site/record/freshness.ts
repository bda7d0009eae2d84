import type { EnterpriseRecord } from '@/lib/enterprises/types';

/** How fresh a record is: `now` and the days decide, words come later. */
export type Freshness =
  | { tag: 'verified'; on: string; age: 'fresh' | 'older' | 'overYear' }
  /** Only read in its source; nobody asked the enterprise. */
  | { tag: 'read'; on: string }
  | { tag: 'never' };

/** Methods that ask more than the page from which the record was read. */
const ASKED: readonly (string | null)[] = ['call', 'register', 'owner'];

/**
 * Verified up to 6 months ago is fresh, up to 12 older, beyond that over a year. A record that was only read on a page
 * is not verified: the day of reading is the day of verification by the web, or of its source.
 */
export function freshnessOf(
  record: Pick<EnterpriseRecord, 'lastVerifiedOn' | 'lastVerifiedMethod' | 'source'>,
  now: Date,
): Freshness {
  const { lastVerifiedOn, lastVerifiedMethod, source } = record;
  if (lastVerifiedOn !== null && ASKED.includes(lastVerifiedMethod)) {
    const months = monthsBetween(lastVerifiedOn, now);
    return { tag: 'verified', on: lastVerifiedOn, age: months < 6 ? 'fresh' : months < 12 ? 'older' : 'overYear' };
  }
  const read = lastVerifiedOn ?? source?.retrievedOn ?? null;
  return read === null ? { tag: 'never' } : { tag: 'read', on: read };
}

/** Whole months from a day (YYYY-MM-DD) to an instant. */
function monthsBetween(day: string, now: Date): number {
  const then = new Date(`${day}T00:00:00Z`);
  const months = (now.getUTCFullYear() - then.getUTCFullYear()) * 12 + now.getUTCMonth() - then.getUTCMonth();
  return now.getUTCDate() < then.getUTCDate() ? months - 1 : months;
}
