import type { Staff } from '@/lib/accounts/access-rules';
import type { Role } from '@/lib/accounts/permissions';
import type { SuggestRecord } from '@/lib/suggestions/queries';
import type { TestDatabase } from '../../support/database';

export const PASS = { score: 0, reasons: [], verdict: 'pass' as const };

/** A member of staff who is wholly signed in; a row of the table, so that histories can name them. */
export async function staffMember({ prisma }: TestDatabase, role: Role = 'coordinator'): Promise<Staff> {
  const id = `staff-${role}`;
  const email = `${role}@primer.example`;
  const row = { id, email, name: `Osoba ${role}`, role };
  await prisma.staffUser.upsert({ where: { id }, create: row, update: {} });
  const now = new Date();
  return { kind: 'staff', themes: null, ...row, locale: 'sr-Latn', sessionId: 's', hasFactor: true, factorAt: now };
}

export async function recordOf(slug: string): Promise<SuggestRecord> {
  const { recordForSuggestion } = await import('@/lib/suggestions/queries');
  const record = await recordForSuggestion(slug);
  if (!record || 'movedTo' in record) throw new Error('There is no such record');
  return record;
}

/** Sends a correction as its form does, all guards but the limits passed. */
export async function sendCorrection(
  slug: string,
  entries: readonly (readonly [string, string])[],
  other: { verdict?: 'spam'; ownerToken?: string; now?: Date; stamp?: string } = {},
) {
  const { parseCorrection } = await import('@/lib/suggestions/schema');
  const { sendSuggestion } = await import('@/lib/suggestions/commands');
  const { vocabularies } = await import('@/lib/taxonomies/queries');
  const record = await recordOf(slug);
  const parsed = parseCorrection(entries, record.input, vocabularies());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { verdict, stamp = null, ...rest } = other;
  const sent = await sendSuggestion({
    ...{ kind: 'correct', enterpriseId: record.id, name: record.name.sr, locale: 'sr-Latn', stamp, ...parsed.value },
    ...{ verdict: verdict ? { score: 20, reasons: ['trap'], verdict } : PASS, ...rest },
  });
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value;
}

/** The secret in the newest mail of a template, and what else it is filled with. */
export async function mailValues(template: string): Promise<{ to: string; values: Record<string, string> }> {
  const { db } = await import('@/lib/db');
  const { unseal } = await import('@/lib/secrets');
  const mail = await db().outboxMail.findFirstOrThrow({ where: { template }, orderBy: { id: 'desc' } });
  return unseal(mail.sealed as Uint8Array);
}
