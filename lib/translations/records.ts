import 'server-only';
import type { Prisma, Tx } from '@/lib/db';
import type { StoryContent } from '@/lib/stories/content';
import type { StoryTexts, TextField, TextLang } from '@/lib/stories/texts';
import { alignSegments, type Segment, shownTexts } from './segments';

export type TranslationRow = Prisma.StoryTranslationGetPayload<{ include: { segments: true } }>;

export function findTranslation(tx: Tx, submissionId: number, lang: TextLang): Promise<TranslationRow | null> {
  return tx.storyTranslation.findUnique({
    where: { submissionId_lang: { submissionId, lang } },
    include: { segments: { orderBy: [{ field: 'asc' }, { position: 'asc' }] } },
  });
}

export function toSegment(row: TranslationRow['segments'][number]): Segment {
  const { submissionId: _, lang: __, field, ...segment } = row;
  return { ...segment, field: field as TextField };
}

/** Writes all segments of a translation as they are now. */
export async function saveSegments(
  tx: Tx,
  { submissionId, lang }: { submissionId: number; lang: TextLang },
  segments: readonly Segment[],
): Promise<void> {
  await tx.translationSegment.deleteMany({ where: { submissionId, lang } });
  await tx.translationSegment.createMany({ data: segments.map((segment) => ({ ...segment, submissionId, lang })) });
}

/**
 * The translation that the public may see beside a version's texts: one that was declared whole, and is whole for this very
 * version. null while a paragraph is still to be done.
 */
export async function shownTranslation(
  tx: Tx,
  submissionId: number,
  lang: TextLang,
  source: Pick<StoryContent, TextField>,
): Promise<StoryTexts | null> {
  const row = await findTranslation(tx, submissionId, lang);
  if (!row?.finishedAt) return null;
  return shownTexts(alignSegments(row.segments.map(toSegment), source));
}
