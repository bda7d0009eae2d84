import 'server-only';
import type { Tx } from '@/lib/db';
import { hashSecret, isSecretShaped, newSecret } from '@/lib/secrets';

const DAY_MS = 86_400_000;
/** For how long a mailed link confirms an address. */
export const CONFIRM_DAYS = 7;

/** Writes a link. @returns its secret, which is kept nowhere */
export async function issueLink(
  tx: Tx,
  link: { suggestionId: number; purpose: 'status' | 'confirm'; now: Date; secret?: string },
): Promise<string> {
  const { suggestionId, purpose, now, secret = newSecret() } = link;
  const expiresAt = purpose === 'confirm' ? new Date(now.getTime() + CONFIRM_DAYS * DAY_MS) : null;
  await tx.suggestionLink.upsert({
    where: { secretHash: hashSecret(secret) },
    create: { suggestionId, purpose, secretHash: hashSecret(secret), createdAt: now, expiresAt },
    update: {},
  });
  return secret;
}

/** The link of a secret; null for one that nobody has. One that has run out is still told apart by `expiresAt`. */
export async function findLink(tx: Tx, secret: unknown, purpose: 'status' | 'confirm') {
  if (!isSecretShaped(secret)) return null;
  const link = await tx.suggestionLink.findUnique({ where: { secretHash: hashSecret(secret) } });
  return link?.purpose === purpose ? link : null;
}
