/** When a mail that could not be sent is tried again. Pure. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits after the first, second … failure; after the last one it is given up: two days in all. */
export const BACK_OFF_MS = [
  ...[MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS],
  ...[HOUR_MS, 3 * HOUR_MS, 8 * HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS],
];

/** Time after which a mail that somebody was sending counts as not sent: that process ended half-way. */
export const SENDING_MS = 5 * MINUTE_MS;

/** When it is tried again after so many failures; null when it is given up. */
export function nextTry(failures: number, now: Date): Date | null {
  const wait = BACK_OFF_MS[failures - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** How long all mails wait after the server itself did not answer. That counts for no mail as a failure of its own … */
export const SERVER_PAUSE_MS = MINUTE_MS;
/** … until a mail is this old: what it says is no longer so. */
export const TOO_OLD_MS = 7 * 24 * HOUR_MS;

/** How long a mail waits that was sealed with a key which is not there. */
export const KEY_PAUSE_MS = HOUR_MS;
