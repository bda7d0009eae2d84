import 'server-only';
import type { Prisma, Tx } from '@/lib/db';
import { hashSecret, hmac, isSecretShaped, seal, unsealIfKeyed } from '@/lib/secrets';
import { CONTACT_FIELDS, type FieldName } from './fields';
import { type DraftState, EMPTY_DRAFT, type Trail } from './merge-draft';
import type { StoryAnswers } from './schema';

const SELECT = {
  id: true,
  keyHash: true,
  locale: true,
  answers: true,
  contact: true,
  version: true,
  conflict: true,
  trail: true,
  page: true,
  createdAt: true,
  savedAt: true,
  expiresAt: true,
  revisesId: true,
  revisesVersion: true,
  sentAsId: true,
  sentAs: { select: { reference: true } },
  revises: { select: { reference: true } },
} as const satisfies Prisma.StoryDraftSelect;

export type DraftRow = Prisma.StoryDraftGetPayload<{ select: typeof SELECT }>;

/** The personal part of a draft, as it is sealed. */
interface SealedPart {
  answers: StoryAnswers;
  conflicts: StoryAnswers;
}

/** The draft that a secret opens, unless it has expired. */
export async function findDraftRow(tx: Tx, secret: unknown, now: Date): Promise<DraftRow | null> {
  if (!isSecretShaped(secret)) return null;
  const hash = hashSecret(secret);
  const row =
    (await tx.storyDraft.findUnique({ where: { keyHash: hash }, select: SELECT })) ?? (await byOtherKey(tx, hash, now));
  return row && row.expiresAt > now ? row : null;
}

async function byOtherKey(tx: Tx, hash: string, now: Date): Promise<DraftRow | null> {
  const token = await tx.accessToken.findUnique({
    where: { secretHash: hash },
    select: { purpose: true, revokedAt: true, expiresAt: true, draft: { select: SELECT } },
  });
  const open = token?.purpose === 'draft' && token.revokedAt === null && token.expiresAt > now;
  return open ? token.draft : null;
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
