import 'server-only';
import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP advises: 19 MiB, two passes, one lane; about 85 ms on the machine it was measured on. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes that are made at a time, and how many more may wait: a flood of guesses must not take every thread of Node's. */
const AT_A_TIME = 2;
const MOST_WAITING = 60;

/** More guesses wait than this server means to serve. */
export class TooManyPasswordsError extends Error {
  override name = 'TooManyPasswordsError';
}

let running = 0;
const line: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (line.length >= MOST_WAITING) throw new TooManyPasswordsError(`${MOST_WAITING} already wait`);
    await new Promise<void>((resolve) => line.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Argon2id hash of a password, in PHC form. The same letters typed on two keyboards are the same password (NFKC). */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST));
}

/** Whether a password belongs to a hash. Costs the same as making one, so that a missing account takes as long. */
export function verifyPassword({ hash: known, password }: { hash: string; password: string }): Promise<boolean> {
  return inTurn(() => verify(known, password.normalize('NFKC'), COST));
}
