import 'server-only';
import type { OnClosed } from './people';

/**
 * Gives the work of somebody who leaves back to the pool. There is no work at the desk yet; with the queue, the claims and
 * locks of `staffId` end here (by lib/moderation, from a file above both), in the transaction that closes the account.
 */
export const returnWorkToPool: OnClosed = async () => {};
