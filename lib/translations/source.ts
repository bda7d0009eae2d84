import 'server-only';
import type { Prisma, Tx } from '@/lib/db';
import type { State } from '@/lib/moderation/rules';
import type { StoryContent } from '@/lib/stories/content';
import { langOf, type TextLang } from '@/lib/stories/texts';

/** States of stories that are translated: what was approved, and what is or was public and may be again. */
export const TRANSLATED_STATES = ['approved', 'scheduled', 'published', 'hidden'] as const satisfies readonly State[];

const SELECT = {
  id: true,
  reference: true,
  state: true,
  title: true,
  versionNumber: true,
  liveVersion: true,
} as const satisfies Prisma.SubmissionSelect;

/** A story that can be translated: which version, from which language into which. */
export interface TranslationSource {
  submissionId: number;
  reference: string;
  state: State;
  title: string;
  /** Number of the version that is translated: the public one, or the newest where none is. */
  version: number;
  content: StoryContent;
  from: TextLang;
  to: TextLang;
}

export type SourceError = { code: 'notFound' } | { code: 'notYet' };

/** The story of a reference; `notYet` while nobody has approved it. */
export async function findSource(tx: Tx, reference: string): Promise<TranslationSource | SourceError> {
  const story = await tx.submission.findUnique({ where: { reference }, select: SELECT });
  if (!story) return { code: 'notFound' };
  const state = story.state as State;
  if (!(TRANSLATED_STATES as readonly State[]).includes(state)) return { code: 'notYet' };
  const isLive = state === 'published' || state === 'hidden';
  const version = isLive ? (story.liveVersion ?? story.versionNumber) : story.versionNumber;
  const content = await findContent(tx, story.id, version);
  if (!content) return { code: 'notFound' };
  const from = langOf(content.submissionLocale);
  return {
    ...{ submissionId: story.id, reference, state, version, content, from, to: from === 'sr' ? 'en' : 'sr' },
    title: story.title ?? content.title,
  };
}

/** The content of a version; null when there is no such version. */
export async function findContent(tx: Tx, submissionId: number, number: number): Promise<StoryContent | null> {
  const row = await tx.submissionVersion.findUnique({
    where: { submissionId_number: { submissionId, number } },
    select: { content: true },
  });
  return row && (JSON.parse(row.content) as StoryContent);
}
