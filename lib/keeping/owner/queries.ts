import 'server-only';
import { db, type Tx } from '@/lib/db';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { hashSecret, isSecretShaped } from '@/lib/secrets';
import { openRecord } from '../open-record';

/** What the page of the link shows: whose record it is, and whether it was confirmed. */
export interface OwnerQuestion {
  enterpriseId: number;
  slug: string;
  name: string;
  isPublic: boolean;
  confirmedAt: Date | null;
}

/** The question that a link belongs to; null for one that does not work (any more). */
export async function findOwnerQuestion(secret: unknown, now = new Date()): Promise<OwnerQuestion | null> {
  return ownerQuestionIn(db(), secret, now);
}

/** The same inside a transaction, with the id of the question. */
export async function ownerQuestionIn(
  tx: Tx,
  secret: unknown,
  now: Date,
): Promise<(OwnerQuestion & { id: number }) | null> {
  if (!isSecretShaped(secret)) return null;
  const check = await tx.ownerCheck.findUnique({ where: { secretHash: hashSecret(secret) } });
  if (!check || check.expiresAt <= now) return null;
  const record = await openRecord(tx, check.enterpriseId);
  const present = record?.mergedIntoId ? await openRecord(tx, record.mergedIntoId) : record;
  if (!present) return null;
  return {
    id: check.id,
    enterpriseId: present.id,
    slug: present.slug,
    name: present.input.nameSr,
    isPublic: present.publication === 'published',
    confirmedAt: check.confirmedAt,
  };
}

/** What the public sees of a record: contacts of persons only with their consent. null when the record is not public. */
export async function publicInput(id: number): Promise<EnterpriseInput | null> {
  const record = await openRecord(db(), id);
  if (!record || record.publication !== 'published') return null;
  const contacts = record.input.contacts.filter(({ personal, consentOn }) => !personal || consentOn !== null);
  return { ...record.input, contacts };
}
