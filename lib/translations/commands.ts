import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { actorOf } from '@/lib/moderation/staff-rights';
import { fail, ok, type Result } from '@/lib/shared/result';
import { refreshTranslation } from '@/lib/stories/commands';
import { TEXT_FIELDS, type TextField } from '@/lib/stories/texts';
import { appendEvent } from '@/lib/submissions/events';
import { mergeTyped, type TypedSegment } from './merge';
import { findTranslation, saveSegments, toSegment } from './records';
import { alignSegments, declared, isWhole, type Segment, stateOf } from './segments';
import { findContent, findSource, type SourceError, type TranslationSource } from './source';

export interface TranslationSave {
  reference: string;
  /** Number of the story's version that the editor saw. */
  seenVersion: number;
  /** By key of the segment. */
  typed: ReadonlyMap<string, TypedSegment>;
  /** "The translation is whole": it may be seen by everybody, as soon as the story may. */
  finish: boolean;
  now?: Date;
}

export interface SavedTranslation {
  version: number;
  /** Segments with two texts to choose from. */
  conflicts: number;
  /** Segments without a translation, or whose source changed since. */
  open: number;
  /** It was declared whole by this save. */
  finished: boolean;
  submissionId: number;
}

export type TranslationError = SourceError | Refusal | { code: 'tooLong' } | StorageTrouble;

/** Longest translation of one paragraph, in characters: twice the longest answer of the form. */
export const SEGMENT_MAX = 8_000;

/**
 * Saves what was typed, whether or not it is whole. Nothing typed is lost: where somebody else was faster both texts stay
 * (`mergeTyped`), and a paragraph that has left the source meanwhile is kept apart. Only a translation that is declared whole,
 * and is, changes what the public sees, in the same transaction.
 */
export function saveTranslation(
  staff: Staff,
  save: TranslationSave,
): Promise<Result<SavedTranslation, TranslationError>> {
  const { now = new Date() } = save;
  return writing<SavedTranslation, Exclude<TranslationError, StorageTrouble>>(async (tx) => {
    const allowed = authorise(staff, 'translate', now);
    if (!allowed.ok) return allowed;
    const source = await findSource(tx, save.reference);
    if ('code' in source) return fail(source);
    if ([...save.typed.values()].some(({ text }) => text.length > SEGMENT_MAX)) return fail({ code: 'tooLong' });
    const row = await findTranslation(tx, source.submissionId, source.to);
    const merged = await mergeAll(tx, row?.segments.map(toSegment) ?? [], source, save, staff.id);
    const finished = save.finish && isWhole(merged);
    const segments = finished ? declared(merged) : merged;
    const version = (row?.version ?? 0) + 1;
    await writeTranslation(tx, source, { version, finished, by: staff.id, now });
    await saveSegments(tx, { submissionId: source.submissionId, lang: source.to }, segments);
    if (finished) await finish(tx, source, staff, now);
    const present = segments.filter(({ retired }) => !retired).map(stateOf);
    return ok({
      ...{ version, finished, submissionId: source.submissionId },
      conflicts: segments.filter(({ otherText }) => otherText !== null).length,
      open: present.filter((state) => state !== 'done').length,
    });
  });
}

/** What was typed is put onto the version that its editor saw, and then onto the present one. */
async function mergeAll(
  tx: Tx,
  stored: readonly Segment[],
  source: TranslationSource,
  { typed, seenVersion }: TranslationSave,
  by: string,
): Promise<Segment[]> {
  const seen = (await findContent(tx, source.submissionId, seenVersion)) ?? source.content;
  const before = alignSegments(stored, seen);
  const merged = before.map((segment) => {
    const own = typed.get(segment.key);
    return own ? mergeTyped(segment, own, segment.source, by) : segment;
  });
  const unknown = [...typed].filter(([key, { text }]) => text.trim() !== '' && !before.some((one) => one.key === key));
  return alignSegments([...merged, ...unknown.map(([key, { text }]) => strayed(key, text))], source.content);
}

/** A text whose paragraph is nowhere any more. */
function strayed(key: string, text: string): Segment {
  const field = TEXT_FIELDS.find((name) => key.startsWith(`${name}-`)) ?? ('whatWasDone' satisfies TextField);
  return {
    ...{ key, field, position: 0, source: '', sourceSeen: null, text, otherText: null, otherBy: null },
    ...{ shownText: null, shownSource: null, retired: true },
  };
}

async function writeTranslation(
  tx: Tx,
  { submissionId, to, version: wholeFor }: TranslationSource,
  { version, finished, by, now }: { version: number; finished: boolean; by: string; now: Date },
): Promise<void> {
  const changes = { version, savedAt: now, savedBy: by, ...(finished && { finishedAt: now, wholeFor }) };
  await tx.storyTranslation.upsert({
    where: { submissionId_lang: { submissionId, lang: to } },
    create: { ...changes, submissionId, lang: to, startedAt: now },
    update: changes,
  });
}

async function finish(tx: Tx, source: TranslationSource, staff: Staff, now: Date): Promise<void> {
  const { submissionId, content, version, to } = source;
  await refreshTranslation(tx, submissionId, content, now);
  const details = { version, languages: [to] };
  await appendEvent(tx, { submissionId, kind: 'translate', actor: actorOf(staff), details, now });
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action: 'translation.finish',
    object: { kind: 'submission', id: submissionId },
    details: { version, language: to },
  });
}
