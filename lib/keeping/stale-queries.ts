import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { reader } from '@/lib/db';
import { settings } from '@/lib/env';
import { todayInSerbia } from '@/lib/search/today';
import { ok, type Result } from '@/lib/shared/result';
import { ASKED_EVERY_DAYS, monthsBefore } from './stale-rules';
import { STALE_PAGE_SIZE, type StaleList, type StaleQuery, type StaleRow } from './stale-schema';

/**
 * Records that nobody looked at for long: verified, or else read in a source, before the limit, or never. Closed and moved
 * ones do not wait. `oldest` puts those first that were never looked at; `importance` those that most people meet.
 */
const FROM_WAITING = `
  FROM (
    SELECT e.id, e.slug, e.nameSr, e.town, e.municipalityId, e.districtCode, e.lastVerifiedOn, e.lastVerifiedMethod,
      coalesce(e.lastVerifiedOn, (SELECT max(s.retrievedOn) FROM FactSource f JOIN Source s ON s.id = f.sourceId
        WHERE f.enterpriseId = e.id)) AS seenOn,
      (SELECT c.value FROM Contact c WHERE c.enterpriseId = e.id AND c.kind = 'email' AND c.personal = 0
        ORDER BY c.id LIMIT 1) AS email,
      (SELECT max(o.sentAt) FROM OwnerCheck o WHERE o.enterpriseId = e.id) AS askedAt,
      (SELECT max(l.failures) FROM Contact c JOIN LinkCheck l ON l.url = c.value WHERE c.enterpriseId = e.id) AS failures,
      (SELECT l.url FROM Contact c JOIN LinkCheck l ON l.url = c.value WHERE c.enterpriseId = e.id AND l.failures > 1
        ORDER BY l.failures DESC LIMIT 1) AS brokenUrl,
      (e.legalStatusId = 'legalStatus:registered') * 3
        + 2 * min(3, (SELECT count(*) FROM Story st WHERE st.enterpriseId = e.id AND st.publication = 'published'))
        + (SELECT count(*) FROM (SELECT DISTINCT kind FROM Contact c WHERE c.enterpriseId = e.id AND c.personal = 0))
        AS importance
    FROM Enterprise e
    WHERE e.publication = 'published'
      AND coalesce(e.operatingStateId, '') NOT IN ('operatingState:closed', 'operatingState:moved')
  ) r`;

const WHERE: Record<StaleQuery['which'], string> = {
  stale: '(r.seenOn IS NULL OR r.seenOn < :limit)',
  unconfirmed: `(r.lastVerifiedOn IS NULL OR r.lastVerifiedMethod = 'web')`,
  broken: 'r.failures > 1',
};

const ORDER: Record<StaleQuery['sort'], string> = {
  oldest: `coalesce(r.seenOn, '') ASC, coalesce(r.importance, 0) DESC, r.id`,
  importance: `coalesce(r.importance, 0) DESC, coalesce(r.seenOn, '') ASC, r.id`,
};

interface Row extends Omit<StaleRow, 'name' | 'askedAt'> {
  nameSr: string;
  askedAt: string | number | null;
}

/** The records that wait to be verified. */
export async function listStale(
  staff: Staff,
  query: StaleQuery,
  now = new Date(),
): Promise<Result<StaleList, Refusal>> {
  const allowed = authorise(staff, 'editRecords', now);
  if (!allowed.ok) return allowed;
  const months = settings().STALE_MONTHS;
  const bound = { limit: monthsBefore(todayInSerbia(), months) };
  const count = (which: StaleQuery['which']) =>
    reader()
      .prepare(`SELECT count(*) ${FROM_WAITING} WHERE ${WHERE[which]} AND :limit IS NOT NULL`)
      .pluck()
      .get(bound) as number;
  const rows = reader()
    .prepare(
      `SELECT r.* ${FROM_WAITING} WHERE ${WHERE[query.which]} AND :limit IS NOT NULL ORDER BY ${ORDER[query.sort]} LIMIT :take OFFSET :skip`,
    )
    .all({ ...bound, take: STALE_PAGE_SIZE, skip: (query.page - 1) * STALE_PAGE_SIZE }) as Row[];
  const counts = { stale: count('stale'), unconfirmed: count('unconfirmed'), broken: count('broken') };
  return ok({ rows: rows.map((row) => toRow(row, now)), total: counts[query.which], counts, months });
}

function toRow({ nameSr, askedAt, ...row }: Row, now: Date): StaleRow {
  const asked = askedAt === null ? null : new Date(askedAt);
  return {
    ...row,
    name: nameSr,
    askedAt: asked,
    mayAsk: row.email !== null && (asked === null || now.getTime() - asked.getTime() > ASKED_EVERY_DAYS * 86_400_000),
  };
}

/** Ids of records to be asked tonight: stale, with an address, not asked within the year; the oldest first. */
export function dueForQuestion(limit: number, now = new Date()): number[] {
  const bound = {
    limit: monthsBefore(todayInSerbia(), settings().STALE_MONTHS),
    since: new Date(now.getTime() - ASKED_EVERY_DAYS * 86_400_000).toISOString().replace('Z', '+00:00'),
    take: limit,
  };
  return reader()
    .prepare(
      `SELECT r.id ${FROM_WAITING} WHERE ${WHERE.stale} AND r.email IS NOT NULL AND (r.askedAt IS NULL OR r.askedAt < :since)
       ORDER BY ${ORDER.oldest} LIMIT :take`,
    )
    .pluck()
    .all(bound) as number[];
}
