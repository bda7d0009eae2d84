import 'server-only';
import type { StoryDraft } from '@/generated/prisma/client';
import type { Tx } from '@/lib/db';
import { type Rows, rows } from '@/lib/db/rows';
import { hashSecret, hmac, isSecretShaped, seal, unsealIfKeyed } from '@/lib/secrets';
import { CONTACT_FIELDS, type FieldName } from './fields';
import { type DraftState, EMPTY_DRAFT, type Trail } from './merge-draft';
import type { StoryAnswers } from './schema';

const COLUMNS = [
  ...([
    'id',
    'keyHash',
    'locale',
    'answers',
    'contact',
    'version',
    'conflict',
    'trail',
    'uploadReport',
    'page',
  ] as const),
  ...(['createdAt', 'savedAt', 'expiresAt', 'revisesId', 'revisesVersion', 'sentAsId'] as const),
] as const;

export type DraftRow = Pick<StoryDraft, (typeof COLUMNS)[number]> & {
  sentAs: { reference: string } | null;
  revises: { reference: string } | null;
};

/** The personal part of a draft, as it is sealed. */
interface SealedPart {
  answers: StoryAnswers;
  conflicts: StoryAnswers;
}

/** The draft that a secret opens, unless it has expired. */
export async function findDraftRow(tx: Tx, secret: unknown, now: Date): Promise<DraftRow | null> {
  if (!isSecretShaped(secret)) return null;
  const hash = hashSecret(secret);
  const db = await rows(tx);
  const row = db.find('StoryDraft', { keyHash: hash }, COLUMNS) ?? byOtherKey(db, hash, now);
  if (!row || row.expiresAt <= now) return null;
  const referenceOf = (id: number | null) => (id === null ? null : db.find('Submission', { id }, ['reference']));
  return { ...row, sentAs: referenceOf(row.sentAsId), revises: referenceOf(row.revisesId) };
}

function byOtherKey(db: Rows, hash: string, now: Date) {
  const token = db.find('AccessToken', { secretHash: hash }, ['purpose', 'revokedAt', 'expiresAt', 'draftId']);
  const open = token?.purpose === 'draft' && token.revokedAt === null && token.expiresAt > now;
  return open && token.draftId !== null ? db.find('StoryDraft', { id: token.draftId }, COLUMNS) : null;
}

/** The state of a stored draft, its personal part unsealed. */
export function toDraftState(row: DraftRow): DraftState {
  const personal = (row.contact && unsealIfKeyed<SealedPart>(row.contact)) ?? { answers: {}, conflicts: {} };
  return {
    version: row.version,
    answers: { ...(JSON.parse(row.answers) as StoryAnswers), ...personal.answers },
    trail: { ...EMPTY_DRAFT.trail, ...(JSON.parse(row.trail) as Partial<Trail>) },
    conflicts: { ...(JSON.parse(row.conflict ?? '{}') as StoryAnswers), ...personal.conflicts },
  };
}

/** What is stored of a draft's state: the contact apart and sealed, and nothing of it in the rest. */
export function toDraftColumns({ version, answers, trail, conflicts }: DraftState) {
  const [personal, plain] = divide(answers);
  const [personalConflicts, plainConflicts] = divide(conflicts);
  const hasPersonal = Object.keys(personal).length + Object.keys(personalConflicts).length > 0;
  return {
    version,
    answers: JSON.stringify(plain),
    trail: JSON.stringify(trail),
    conflict: Object.keys(plainConflicts).length > 0 ? JSON.stringify(plainConflicts) : null,
    contact: hasPersonal ? seal({ answers: personal, conflicts: personalConflicts } satisfies SealedPart) : null,
  };
}

function divide<T extends Partial<Record<FieldName, unknown>>>(fields: T): [personal: T, plain: T] {
  const isPersonal = (name: string) => (CONTACT_FIELDS as readonly string[]).includes(name);
  const pick = (wanted: boolean) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => isPersonal(name) === wanted)) as T;
  return [pick(true), pick(false)];
}

/** Stands for a value in the trail: with the key, because names and phones can be guessed. */
export function markOf(field: FieldName, value: unknown): string {
  return hmac(`${field} ${JSON.stringify(value)}`, 'trail').slice(0, 16);
}
