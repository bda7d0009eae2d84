import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { WEB_CONTACT_KINDS } from '@/lib/enterprises/contacts';
import { ok } from '@/lib/shared/result';
import { type LinkOutcome, lookAt, type Reach } from './look';

export interface LinkCheckReport {
  checked: number;
  failing: number;
}

/** Between two requests to one host, in milliseconds. */
const PAUSE_MS = 1_500;
/** Kinds whose platforms answer programs with a door: their answers say nothing. */
const TOLD_NOTHING = ['facebook', 'instagram', 'linkedin', 'x', 'youtube'];
const KINDS = WEB_CONTACT_KINDS.filter((kind) => !TOLD_NOTHING.includes(kind));

/**
 * Looks at the web sites of public records, one request at a time, those first that were not looked at for longest. Twice in
 * a row without success, on different nights, is what the desk calls broken.
 */
export async function checkLinks(
  { limit, reach, pauseMs = PAUSE_MS }: { limit: number; reach: Reach; pauseMs?: number },
  now = new Date(),
  goOn = () => true,
): Promise<LinkCheckReport> {
  const report: LinkCheckReport = { checked: 0, failing: 0 };
  const last = new Map<string, number>();
  for (const url of await addressesDue(limit, now)) {
    if (!goOn()) break;
    const host = URL.canParse(url) ? new URL(url).host : '';
    const wait = (last.get(host) ?? 0) + pauseMs - Date.now();
    if (wait > 0) await sleep(wait);
    const outcome = await lookAt(url, reach);
    last.set(host, Date.now());
    await keep(url, outcome, now);
    report.checked += 1;
    if (isFailure(outcome)) report.failing += 1;
  }
  await forgetGone();
  return report;
}

const NIGHT_MS = 20 * 3_600_000;

/** The addresses that a check of now would look at, at most `limit`. */
export async function addressesDue(limit: number, now = new Date()): Promise<string[]> {
  const contacts = await db().contact.findMany({
    where: { kind: { in: KINDS }, enterprise: { publication: 'published' } },
    select: { value: true },
    distinct: ['value'],
  });
  const known = new Map(
    (await db().linkCheck.findMany({ select: { url: true, checkedAt: true } })).map((row) => [
      row.url,
      row.checkedAt.getTime(),
    ]),
  );
  return contacts
    .map(({ value }) => ({ url: value, at: known.get(value) ?? 0 }))
    .filter(({ at }) => now.getTime() - at > NIGHT_MS)
    .sort((a, b) => a.at - b.at || a.url.localeCompare(b.url))
    .slice(0, limit)
    .map(({ url }) => url);
}

function isFailure({ outcome }: LinkOutcome): boolean {
  return outcome === 'dead' || outcome === 'silent';
}

async function keep(url: string, found: LinkOutcome, now: Date): Promise<void> {
  await writing<null, never>(async (tx) => {
    const before = await tx.linkCheck.findUnique({ where: { url } });
    const failed = isFailure(found);
    const data = {
      checkedAt: now,
      outcome: found.outcome,
      httpStatus: found.httpStatus,
      movedTo: found.outcome === 'moved' ? found.movedTo.slice(0, 2_000) : null,
      failures: failed ? (before?.failures ?? 0) + 1 : 0,
      failingSince: failed ? (before?.failingSince ?? now) : null,
    };
    await tx.linkCheck.upsert({ where: { url }, create: { url, ...data }, update: data });
    return ok(null);
  });
}

/** What is said of addresses that no record has any more goes. */
async function forgetGone(): Promise<void> {
  await writing<null, never>(async (tx) => {
    await tx.$executeRawUnsafe(`DELETE FROM "LinkCheck" WHERE "url" NOT IN (SELECT "value" FROM "Contact")`);
    return ok(null);
  });
}
