import 'server-only';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '@/lib/abuse/client-address';
import type { Tx } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { hmac } from './key';

/**
 * How often somebody may try. Counted three ways, in the database:
 * - by the address, whatever accounts are tried from it;
 * - by account and address (or account and known device): this is what stops a guesser;
 * - by account over all strangers, i.e. requests without the cookie of a device from which this account was signed in.
 * Nobody can use this to keep others out: a known device has a budget of its own, which strangers cannot touch, and when
 * the strangers' budget is spent, passwords become slow for strangers (one try an hour from each address), not impossible.
 * For codes it does end: whoever spends that one knows the password already.
 */
const MINUTE = 60;
const HOUR = 60 * MINUTE;

const DOORS = {
  password: { address: [40, 15 * MINUTE], pair: [5, 15 * MINUTE], strangers: [60, HOUR], spent: 'slow' },
  code: { address: [40, 15 * MINUTE], pair: [6, 15 * MINUTE], strangers: [20, HOUR], spent: 'stop' },
  link: { address: [30, 15 * MINUTE], pair: [10, 15 * MINUTE], strangers: [30, HOUR], spent: 'stop' },
  mail: { address: [10, HOUR], pair: [3, HOUR], strangers: [5, HOUR], spent: 'stop' },
} as const;

export type Door = keyof typeof DOORS;

export interface Visitor {
  /** Client address (lib/abuse/client-address); null when nobody knows. */
  address: string | null;
  /** Id of a device from which this account was signed in before; null for a stranger. */
  device: string | null;
}

export interface Limited {
  code: 'limited';
  retryAfterSeconds: number;
}

/** A counter. It holds nothing itself, and so belongs to one transaction; what has run out goes with the nightly job. */
function limiter(tx: Tx, name: string, [points, duration]: readonly [number, number]): RateLimiterPrisma {
  return new RateLimiterPrisma({
    ...{ storeClient: tx, tableName: 'rateLimiterFlexible', keyPrefix: `staff-${name}`, points, duration },
    // Its own timer would write beside our transactions, and print whole errors while an import holds the database.
    clearExpiredByTimeout: false,
  });
}

/** What is counted, and under which key; the keys are HMACs, never an address. */
function counters(tx: Tx, door: Door, account: string, { address, device }: Visitor) {
  const from = address === null ? 'unknown' : networkOf(address);
  const rules = DOORS[door];
  return {
    byAddress: { of: limiter(tx, `${door}-address`, rules.address), key: hmac('limits', `a ${from}`) },
    byPair: { of: limiter(tx, `${door}-pair`, rules.pair), key: hmac('limits', `p ${account} ${device ?? from}`) },
    byStrangers: { of: limiter(tx, `${door}-strangers`, rules.strangers), key: hmac('limits', `s ${account}`) },
    slowly: { of: limiter(tx, `${door}-slow`, [1, HOUR]), key: hmac('limits', `p ${account} ${from}`) },
  };
}

/**
 * Counts one try, before it is known whether it is right, so that many at once are no way round. While the database cannot be
 * written nothing is tried: it would not be counted.
 * @param account what is tried: a mail address in small letters (whether or not it is anybody's), or an id
 */
export async function countTry(door: Door, account: string, visitor: Visitor): Promise<Result<null, Limited>> {
  const counted = await writing<null, Limited>(async (tx) => {
    const wait = await spendAll(counters(tx, door, account, visitor), door, visitor);
    return wait === null ? ok(null) : fail(limited(wait));
  });
  if (counted.ok || counted.error.code === 'limited') return counted as Result<null, Limited>;
  console.warn(`A try at the desk’s door could not be counted, and was put off (${counted.error.code})`);
  return fail(limited(PUT_OFF_SECONDS));
}

/** For so long somebody is put off while another program writes, or the disk is full. */
const PUT_OFF_SECONDS = 60;

async function spendAll(
  { byAddress, byPair, byStrangers, slowly }: ReturnType<typeof counters>,
  door: Door,
  { device }: Visitor,
): Promise<number | null> {
  const first = (await spend(byAddress)) ?? (await spend(byPair));
  if (first !== null || device !== null) return first;
  const strangers = await spend(byStrangers);
  return strangers === null || DOORS[door].spent === 'stop' ? strangers : spend(slowly);
}

/** Takes back what `countTry` counted, once the try turned out right. */
export async function forgiveTry(door: Door, account: string, visitor: Visitor): Promise<void> {
  const forgiven = await writing<null, never>(async (tx) => {
    const { byAddress, byPair, byStrangers } = counters(tx, door, account, visitor);
    await byPair.of.delete(byPair.key);
    await byAddress.of.reward(byAddress.key, 1);
    if (visitor.device === null) await byStrangers.of.reward(byStrangers.key, 1);
    return ok(null);
  });
  // It counts on then, and runs out by itself.
  if (!forgiven.ok) console.warn(`A right try at the desk’s door stays counted (${forgiven.error.code})`);
}

/** @returns seconds to wait; null when there was a point left */
async function spend({ of, key }: { of: RateLimiterPrisma; key: string }): Promise<number | null> {
  try {
    await of.consume(key);
    return null;
  } catch (answer) {
    if (answer instanceof RateLimiterRes) return Math.ceil(answer.msBeforeNext / 1000);
    throw answer;
  }
}

function limited(seconds: number): Limited {
  return { code: 'limited', retryAfterSeconds: Math.max(1, seconds) };
}
