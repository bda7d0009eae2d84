import 'server-only';
import type { Prisma, Tx } from '@/lib/db';
import { unsealIfKeyed } from '@/lib/secrets';
import type { IntakeOrigin, TypedConsent } from './schema';

const SELECT = {
  ...{ id: true, origin: true, draftKey: true, consentHow: true, consentOn: true, consentSaid: true },
  ...{ enteredBy: true, createdAt: true, savedAt: true, submissionId: true },
  evidence: { select: { key: true, format: true, bytes: true, createdAt: true, sha256: true }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.StoryIntakeSelect;

export type IntakeRow = Prisma.StoryIntakeGetPayload<{ select: typeof SELECT }>;

export function findIntake(tx: Tx, id: number): Promise<IntakeRow | null> {
  return tx.storyIntake.findUnique({ where: { id }, select: SELECT });
}

export function findIntakeOf(tx: Tx, submissionId: number): Promise<IntakeRow | null> {
  return tx.storyIntake.findUnique({ where: { submissionId }, select: SELECT });
}

/** Secret of the draft that is being typed in; null once it was sent. */
export function draftSecretOfIntake(row: Pick<IntakeRow, 'draftKey'>): string | null {
  return (row.draftKey && unsealIfKeyed<{ secret: string }>(row.draftKey)?.secret) ?? null;
}

/** What is kept of the consent, as it was typed. */
export function consentOf(row: Pick<IntakeRow, 'consentHow' | 'consentOn' | 'consentSaid'>): TypedConsent {
  const said = (row.consentSaid && unsealIfKeyed<{ who: string; note: string }>(row.consentSaid)) ?? {
    who: '',
    note: '',
  };
  return { how: row.consentHow ?? '', on: row.consentOn ?? '', ...said };
}

export function originOf(row: Pick<IntakeRow, 'origin'>): IntakeOrigin {
  return row.origin === 'paper' ? 'paper' : 'phone';
}
