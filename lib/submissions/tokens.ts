import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { hashSecret, hmac, isSecretShaped, newSecret } from '@/lib/secrets';
import { mailboxOf } from './email';

/** What a secret opens: a draft again (by mail), a draft from another device, the confirmation, the status page, an answer. */
export type TokenPurpose = 'resume' | 'draft' | 'confirm' | 'status' | 'follow_up';

const DAY_MS = 86_400_000;
/** How long each lasts. A status link lasts until the story is erased or the link is revoked: a hundred years. */
export const TOKEN_DAYS = {
  resume: 28,
  draft: 28,
  confirm: 7,
  status: 36_500,
  follow_up: 365,
} as const satisfies Record<TokenPurpose, number>;

/** Stand-in for an address, equal for all spellings of one mailbox. */
export function emailHashOf(email: string): string {
  return hmac(mailboxOf(email), 'email');
}

export interface NewToken {
  purpose: TokenPurpose;
  now: Date;
  draftId?: number | null;
  submissionId?: number | null;
  emailHash?: string | null;
  /** A secret that follows from another one; else a new one. */
  secret?: string;
  /** Else by its purpose (TOKEN_DAYS). */
  expiresAt?: Date;
}

/** Writes a token. @returns its secret, which is kept nowhere */
export async function issueToken(tx: Tx, { purpose, now, secret = newSecret(), ...rest }: NewToken): Promise<string> {
  const expiresAt = rest.expiresAt ?? new Date(now.getTime() + TOKEN_DAYS[purpose] * DAY_MS);
  const token = {
    secretHash: hashSecret(secret),
    purpose,
    draftId: rest.draftId ?? null,
    submissionId: rest.submissionId ?? null,
    emailHash: rest.emailHash ?? null,
    createdAt: now,
    expiresAt,
  };
  // The same secret again: whoever has it goes on with it.
  (await rows(tx)).put('AccessToken', ['secretHash'], token, { expiresAt });
  return secret;
}

/** The token of a secret, expired and revoked ones too; null for a secret that nobody has. */
export async function findToken(tx: Tx, secret: unknown, purpose: TokenPurpose) {
  if (!isSecretShaped(secret)) return null;
  const token = await tx.accessToken.findUnique({ where: { secretHash: hashSecret(secret) } });
  return token?.purpose === purpose ? token : null;
}

export type FoundToken = NonNullable<Awaited<ReturnType<typeof findToken>>>;

/** Whether a token still opens what it is for. */
export function isOpen(token: FoundToken, now: Date): boolean {
  return token.revokedAt === null && token.expiresAt > now;
}
