import 'server-only';
import type { Prisma, Tx } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import type { State } from '@/lib/moderation/rules';
import { findToken, isOpen } from './tokens';

const SELECT = {
  id: true,
  reference: true,
  state: true,
  stateSince: true,
  origin: true,
  locale: true,
  revision: true,
  versionNumber: true,
  liveVersion: true,
  pendingVersion: true,
  title: true,
  showName: true,
  createdAt: true,
  confirmedAt: true,
  publishedAt: true,
} as const satisfies Prisma.SubmissionSelect;

type Row = Prisma.SubmissionGetPayload<{ select: typeof SELECT }>;
export type OpenedStory = Omit<Row, 'state' | 'locale'> & { state: State; locale: Locale };

/** The story that a status link opens: the one way in for its author. null for any link that opens nothing. */
export async function openStatus(tx: Tx, token: unknown, now: Date): Promise<OpenedStory | null> {
  const found = await findToken(tx, token, 'status');
  if (!found?.submissionId || !isOpen(found, now)) return null;
  const row = await tx.submission.findUnique({ where: { id: found.submissionId }, select: SELECT });
  if (!row || row.state === 'erased') return null;
  return { ...row, state: row.state as State, locale: row.locale as Locale };
}
