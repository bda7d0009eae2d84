import 'server-only';
import { checkStamp } from '@/lib/abuse/form-stamp';
import { admitMail, type NotNow } from '@/lib/abuse/guard';
import { isTrapped } from '@/lib/abuse/honeypot';
import { addressKey, takeBudgets, timesSpent } from '@/lib/abuse/limits';
import { fingerprintOf, judgeSpam, type SpamInput, type SpamVerdict } from '@/lib/abuse/spam';
import { hmac } from '@/lib/secrets';
import { ok, type Result } from '@/lib/shared/result';

/** A suggestion that wants in. */
export interface Knock {
  headers: Headers;
  /** Values of the form's hidden fields, whatever they are. */
  stamp: unknown;
  honeypot: unknown;
  /** Name of the record, and all that was written. */
  name: string;
  text: string;
  email: string | null;
}

/**
 * Whether a suggestion may come in now, and how much it looks like spam. Spends a point of the network address's budget,
 * and of the mailbox's when a mail will go to it.
 */
export async function admitSuggestion(knock: Knock): Promise<Result<SpamVerdict, NotNow>> {
  const input: SpamInput = {
    title: knock.name,
    summary: '',
    organisationName: '',
    whatWasDone: knock.text,
    contactEmail: knock.email ?? '',
  };
  const text = { budget: 'sameText', key: hmac(fingerprintOf(input), 'limit-text').slice(0, 32) } as const;
  const stamp = checkStamp(knock.stamp);
  const verdict = judgeSpam(input, {
    trapped: isTrapped(knock.honeypot),
    stamp: stamp.ok ? 'ok' : stamp.reason,
    sentBefore: await timesSpent(text),
  });
  const taken = await takeBudgets([{ budget: 'suggestFromAddress', key: addressKey(knock.headers) }, text]);
  if (!taken.ok) return taken;
  if (knock.email !== null && verdict.verdict !== 'spam') {
    const mail = await admitMail(knock.headers, knock.email);
    if (!mail.ok) return mail;
  }
  return ok(verdict);
}
