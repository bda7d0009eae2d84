import 'server-only';
import { RateLimiterPrisma } from 'rate-limiter-flexible';
import { db, type Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { hmac } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { BUDGETS, type BudgetName, type Limited, type Rung } from './budgets';
import { clientAddress, networkOf } from './client-address';

/** One use of one budget. `key` is never an address itself: `addressKey`, `emailKey`. */
export interface Spending {
  budget: BudgetName;
  key: string;
}

/**
 * Spends one point of each budget, or of none when one of them is empty: a refused try costs nothing. What is spent stands
 * in the database, so a restart changes nothing, and no two processes spend the same point.
 * @returns `limited` with the seconds after which all of them have a point again; or that nothing could be written now
 */
export async function takeBudgets(spendings: readonly Spending[]): Promise<Result<null, Limited | StorageTrouble>> {
  // A flood is refused here, without a turn at the one writer.
  const wait = await waitFor(db(), spendings);
  return wait > 0 ? limited(wait) : writing((tx) => takeBudgetsIn(tx, spendings));
}

/** The same inside a transaction that has the write lock already (`writing`): nobody else spends meanwhile. */
export async function takeBudgetsIn(tx: Tx, spendings: readonly Spending[]): Promise<Result<null, Limited>> {
  const wait = await waitFor(tx, spendings);
  if (wait > 0) return limited(wait);
  await sweepNowAndThen(tx);
  for (const { budget, key } of spendings) {
    for (const rung of BUDGETS[budget]) await limiterOf(tx, budget, rung).consume(key);
  }
  return ok(null);
}

/** Spends one point of one budget. */
export function takeBudget(budget: BudgetName, key: string): Promise<Result<null, Limited | StorageTrouble>> {
  return takeBudgets([{ budget, key }]);
}

/** Whether a point is left, without spending it; for budgets that only a failure spends (`wrongSecret`). */
export async function hasBudget(budget: BudgetName, key: string): Promise<Result<null, Limited>> {
  const wait = await waitFor(db(), [{ budget, key }]);
  return wait > 0 ? limited(wait) : ok(null);
}

/** How many points of a budget are spent now, in its longest rung. */
export async function timesSpent({ budget, key }: Spending): Promise<number> {
  const rung = BUDGETS[budget].at(-1);
  const spent = rung && (await limiterOf(db(), budget, rung).get(key));
  return spent?.consumedPoints ?? 0;
}

/** Removes what has run out; it tells nothing any more. @returns how many rows went */
export async function sweepLimits(now: Date = new Date(), client: Tx = db()): Promise<number> {
  const { count } = await client.rateLimiterFlexible.deleteMany({ where: { expire: { lte: now } } });
  return count;
}

/** The key of who asks, by network address. Nobody can read the address back, and none is kept. */
export function addressKey(headers: Headers): string {
  const address = clientAddress(headers);
  return shortened(hmac(address === null ? 'unknown' : networkOf(address), 'limit-address'));
}

/**
 * The key of a mailbox. Spellings that reach the same box count together: capitals, `+anything`, and the dots of Gmail.
 */
export function emailKey(email: string): string {
  const folded = email.normalize('NFKC').trim().toLowerCase();
  const at = folded.lastIndexOf('@');
  const host = folded.slice(at + 1).replace(/\.$/, '');
  const name = folded.slice(0, at).replace(/\+.*$/, '');
  const isGmail = host === 'gmail.com' || host === 'googlemail.com';
  return shortened(hmac(isGmail ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${host}`, 'limit-email'));
}

function shortened(hash: string): string {
  return hash.slice(0, 32);
}

/** A counter of one rung. It holds nothing itself, and so may belong to one transaction. */
function limiterOf(client: Tx, budget: BudgetName, { points, seconds }: Rung): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: client,
    tableName: 'rateLimiterFlexible',
    keyPrefix: `${budget}/${seconds}`,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}

/** Milliseconds until every budget has a point; 0 when all have. One read, however many rungs there are. */
async function waitFor(client: Tx, spendings: readonly Spending[]): Promise<number> {
  const rungs = new Map<string, Rung>(
    spendings.flatMap(({ budget, key }) =>
      BUDGETS[budget].map((rung) => [limiterOf(client, budget, rung).getKey(key), rung] as const),
    ),
  );
  const now = Date.now();
  const rows = await client.rateLimiterFlexible.findMany({ where: { key: { in: [...rungs.keys()] } } });
  const waits = rows.map(({ key, points, expire }) => {
    const isSpent = points >= (rungs.get(key)?.points ?? Number.POSITIVE_INFINITY);
    return isSpent ? Math.max(0, (expire?.getTime() ?? 0) - now) : 0;
  });
  return Math.max(0, ...waits);
}

function limited(ms: number): { ok: false; error: Limited } {
  return fail({ code: 'limited', retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)) });
}

const SWEEP_EVERY_MS = 10 * 60_000;
let nextSweep = 0;

async function sweepNowAndThen(tx: Tx): Promise<void> {
  if (Date.now() < nextSweep) return;
  nextSweep = Date.now() + SWEEP_EVERY_MS;
  await sweepLimits(new Date(), tx);
}
