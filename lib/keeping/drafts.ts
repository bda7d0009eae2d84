import 'server-only';
import type { Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { writing } from '@/lib/db/write';
import { isSecretShaped, newSecret } from '@/lib/secrets';
import { ok } from '@/lib/shared/result';
import type { FormValues } from './form-values';

/** A form that could not be saved: what was typed, and why not. */
export interface KeptDraft<Fault> {
  typed: FormValues;
  fault: Fault;
}

const KEPT_DAYS = 7;
/** In characters: more than the server's door lets through. */
const LONGEST = 2_000_000;

/**
 * Keeps what was typed into a form of the desk, so that the page can show it again: an answer is always a redirect, and an
 * address or a cookie is too small for texts.
 * @returns the draft's key for the address; null when it could not be kept
 */
export async function keepDraft(
  staff: Staff,
  form: string,
  { typed, fault }: KeptDraft<unknown>,
  now = new Date(),
): Promise<string | null> {
  const text = JSON.stringify(typed);
  if (text.length > LONGEST) return null;
  const id = newSecret();
  const kept = await writing<null, never>(async (tx) => {
    await tx.recordDraft.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_DAYS * 86_400_000) } } });
    await tx.recordDraft.create({
      data: { id, staffId: staff.id, form, typed: text, fault: JSON.stringify(fault), createdAt: now },
    });
    return ok(null);
  });
  return kept.ok ? id : null;
}

/** What somebody typed into a form before; null when there is no such draft of theirs. */
export async function findDraft<Fault>(staff: Staff, form: string, id: unknown): Promise<KeptDraft<Fault> | null> {
  if (!isSecretShaped(id)) return null;
  const row = await db().recordDraft.findFirst({ where: { id, staffId: staff.id, form } });
  return row && { typed: JSON.parse(row.typed) as FormValues, fault: JSON.parse(row.fault) as Fault };
}
