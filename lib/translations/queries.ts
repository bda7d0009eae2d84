import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db, reader } from '@/lib/db';
import type { State } from '@/lib/moderation/rules';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { TextLang } from '@/lib/stories/texts';
import type { GlossaryEntry } from './glossary';
import { findTranslation, toSegment } from './records';
import { alignSegments, isWhole, type Segment } from './segments';
import { findContent, findSource, type SourceError, TRANSLATED_STATES, type TranslationSource } from './source';

/** A translation as its page shows it. */
export interface TranslationView extends Omit<TranslationSource, 'content'> {
  /** Of the translation; 0 before the first save. */
  saved: number;
  savedAt: Date | null;
  savedBy: string | null;
  /** When it was last declared whole. */
  finishedAt: Date | null;
  /** Whether the public sees it, or would as soon as the story is public. */
  isShown: boolean;
  segments: Segment[];
  glossary: GlossaryEntry[];
  /** Names of those who wrote a second text, by their id. */
  names: Record<string, string>;
}

/** The translation of a story, put onto its present text; reading it writes nothing. */
export async function openTranslation(
  staff: Staff,
  reference: string,
  now = new Date(),
): Promise<Result<TranslationView, SourceError | Refusal>> {
  const allowed = authorise(staff, 'translate', now);
  if (!allowed.ok) return allowed;
  const source = await findSource(db(), reference);
  if ('code' in source) return fail(source);
  const { content, ...about } = source;
  const row = await findTranslation(db(), source.submissionId, source.to);
  const segments = alignSegments(row?.segments.map(toSegment) ?? [], content);
  const ids = [row?.savedBy, ...segments.map(({ otherBy }) => otherBy)].filter((id) => typeof id === 'string');
  const people = await db().staffUser.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = Object.fromEntries(people.map(({ id, name }) => [id, name]));
  return ok({
    ...about,
    ...{ segments, names },
    saved: row?.version ?? 0,
    savedAt: row?.savedAt ?? null,
    savedBy: row ? (names[row.savedBy] ?? null) : null,
    finishedAt: row?.finishedAt ?? null,
    isShown: segments.every(({ retired, source: text, shownSource }) => retired || shownSource === text),
    glossary: await db().glossaryTerm.findMany({ orderBy: { id: 'asc' } }),
  });
}

/** A story that has no translation, or one of an older text. */
export interface TranslationTask {
  reference: string;
  title: string;
  state: State;
  since: Date;
  to: TextLang;
  /** none was begun; begun and not whole; whole, and the source changed since */
  progress: 'none' | 'begun' | 'outdated';
}

export const TASKS_PER_PAGE = 30;

/**
 * Stories that wait for a translation, oldest first. One whose newer version changed none of the translated words is left out
 * of the page, so a page may have fewer than TASKS_PER_PAGE.
 * @param page from 1
 */
export async function listTranslationTasks(
  staff: Staff,
  page: number,
  now = new Date(),
): Promise<Result<{ tasks: TranslationTask[]; hasMore: boolean }, Refusal>> {
  const allowed = authorise(staff, 'translate', now);
  if (!allowed.ok) return allowed;
  const rows = readTasks(page);
  const tasks: TranslationTask[] = [];
  for (const row of rows.slice(0, TASKS_PER_PAGE)) {
    if (row.wholeFor !== null && (await isStillWhole(row))) continue;
    tasks.push({
      ...{ reference: row.reference, title: row.title ?? row.reference, state: row.state as State, to: row.lang },
      since: new Date(row.stateSince),
      progress: row.wholeFor !== null ? 'outdated' : row.saved === null ? 'none' : 'begun',
    });
  }
  return ok({ tasks, hasMore: rows.length > TASKS_PER_PAGE });
}

interface TaskRow {
  id: number;
  reference: string;
  title: string | null;
  state: string;
  stateSince: string | number;
  source: number;
  lang: TextLang;
  saved: number | null;
  wholeFor: number | null;
}

function readTasks(page: number): TaskRow[] {
  const states = TRANSLATED_STATES.map((state) => `'${state}'`).join(', ');
  return reader()
    .prepare(
      `SELECT s.*, t.version AS saved, t.wholeFor FROM (
         SELECT id, reference, title, state, stateSince,
           CASE WHEN state IN ('published', 'hidden') THEN COALESCE(liveVersion, versionNumber) ELSE versionNumber END AS source,
           CASE WHEN locale = 'en' THEN 'sr' ELSE 'en' END AS lang
         FROM Submission WHERE state IN (${states})) s
       LEFT JOIN StoryTranslation t ON t.submissionId = s.id AND t.lang = s.lang
       WHERE t.wholeFor IS NULL OR t.wholeFor <> s.source
       ORDER BY s.stateSince, s.id LIMIT ? OFFSET ?`,
    )
    .all(TASKS_PER_PAGE + 1, (Math.max(1, page) - 1) * TASKS_PER_PAGE) as TaskRow[];
}

async function isStillWhole({ id, source, lang }: TaskRow): Promise<boolean> {
  const [content, row] = [await findContent(db(), id, source), await findTranslation(db(), id, lang)];
  return content !== null && row !== null && isWhole(alignSegments(row.segments.map(toSegment), content));
}
