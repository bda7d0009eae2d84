import 'server-only';
import type { Tx } from '@/lib/db';
import { seal, unsealIfKeyed } from '@/lib/secrets';
import { emailHashOf } from '@/lib/submissions/tokens';
import type { SenderWords } from './schema';

/** Seals what the sender said of themselves and of how they know. */
export async function saveSender(
  tx: Tx,
  suggestionId: number,
  sender: SenderWords,
  { ownDomain, now }: { ownDomain: boolean; now: Date },
): Promise<void> {
  const emailHash = sender.email === null ? null : emailHashOf(sender.email);
  await tx.suggestionSender.create({
    data: { suggestionId, sealed: seal(sender), emailHash, ownDomain, savedAt: now },
    select: { suggestionId: true },
  });
}

/** What the sender said; null once it is erased, and where the key is lost. */
export async function senderOf(tx: Tx, suggestionId: number) {
  const row = await tx.suggestionSender.findUnique({ where: { suggestionId } });
  const words = row && unsealIfKeyed<SenderWords>(row.sealed);
  return words ? { ...words, confirmedAt: row.confirmedAt, ownDomain: row.ownDomain } : null;
}

/** Whether an address stands at the host of one of these sites: who has it speaks for the organisation. */
export function isOwnDomain(email: string | null, sites: readonly string[]): boolean {
  const host = email?.split('@').at(-1)?.toLowerCase() ?? '';
  if (host === '') return false;
  return sites.some((site) => URL.canParse(site) && new URL(site).hostname.replace(/^www\./, '') === host);
}
