import 'server-only';
import type Database from 'better-sqlite3';
import { reader } from '@/lib/db';
import type { EnterpriseName } from '@/lib/enterprises/types';
import {
  PUBLIC,
  SELECT_STORY,
  SELECT_STORY_CARD,
  type StoryCardRow,
  type StoryRow,
  toStoryListItem,
  toStoryRecord,
} from './records';
import type { StoryListItem, StoryOrganisation, StoryRecord } from './types';

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

// Preparing costs more than running, so each statement is prepared once for each connection.
function prepared(sql: string): Database.Statement {
  const connection = reader();
  const ofConnection = statements.get(connection) ?? new Map<string, Database.Statement>();
  statements.set(connection, ofConnection);
  const statement = ofConnection.get(sql) ?? connection.prepare(sql);
  ofConnection.set(sql, statement);
  return statement;
}

/** The public stories with these ids, in the order of the ids; an id that is not public is left out. */
export function listStories(ids: readonly number[]): StoryListItem[] {
  const rows = prepared(
    `${SELECT_STORY_CARD} JOIN json_each(?) wanted ON wanted.value = s.id WHERE ${PUBLIC} ORDER BY wanted.key`,
  ).all(JSON.stringify(ids)) as StoryCardRow[];
  return rows.map(toStoryListItem);
}

/** The public stories with these ids, whole, in the order of the ids. */
export function listStoryRecords(ids: readonly number[]): StoryRecord[] {
  const rows = prepared(
    `${SELECT_STORY} JOIN json_each(?) wanted ON wanted.value = s.id WHERE ${PUBLIC} ORDER BY wanted.key`,
  ).all(JSON.stringify(ids)) as StoryRow[];
  return rows.map(toStoryRecord);
}

/** What an address of a story leads to. */
export type FoundStory =
  | { is: 'story'; story: StoryRecord }
  /** An old address; the present one. */
  | { is: 'moved'; slug: string }
  /** Its author has taken it back: 410. */
  | { is: 'withdrawn' };

/** A story by its slug, an old one, or its id; null when there is none, and when it is hidden. */
export function findStory(slugOrId: string): FoundStory | null {
  const row = prepared(`${SELECT_STORY} WHERE s.slug = ? AND ${PUBLIC}`).get(slugOrId) as StoryRow | undefined;
  if (row) return { is: 'story', story: toStoryRecord(row) };
  const other = prepared(
    `SELECT s.slug, s.publication FROM Story s WHERE s.slug = ? UNION ALL
     SELECT s.slug, s.publication FROM StoryAlias a JOIN Story s ON s.id = a.storyId WHERE a.slug = ? LIMIT 1`,
  ).get(slugOrId, slugOrId) as { slug: string; publication: string } | undefined;
  if (other) return toFound(other);
  if (!/^[1-9]\d{0,9}$/.test(slugOrId)) return null;
  const byId = prepared('SELECT slug, publication FROM Story WHERE id = ?').get(Number(slugOrId));
  return byId ? toFound(byId as { slug: string; publication: string }) : null;
}

function toFound({ slug, publication }: { slug: string; publication: string }): FoundStory | null {
  if (publication === 'published') return { is: 'moved', slug };
  return publication === 'withdrawn' ? { is: 'withdrawn' } : null;
}

/** The stories that were published last, newest first. */
export function listNewestStories(limit: number): StoryListItem[] {
  const rows = prepared(`${SELECT_STORY_CARD} WHERE ${PUBLIC} ORDER BY s.publishedAt DESC, s.id DESC LIMIT ?`).all(
    limit,
  ) as StoryCardRow[];
  return rows.map(toStoryListItem);
}

/** The stories of a record of the directory, newest first. */
export function listStoriesOf(enterpriseId: number, limit: number): StoryListItem[] {
  const rows = prepared(
    `${SELECT_STORY_CARD} WHERE s.enterpriseId = ? AND ${PUBLIC} ORDER BY s.publishedAt DESC, s.id DESC LIMIT ?`,
  ).all(enterpriseId, limit) as StoryCardRow[];
  return rows.map(toStoryListItem);
}

/** Number of public stories of a record of the directory. */
export function countStoriesOf(enterpriseId: number): number {
  return prepared(`SELECT count(*) FROM Story s WHERE s.enterpriseId = ? AND ${PUBLIC}`)
    .pluck()
    .get(enterpriseId) as number;
}

/** Other stories that share most kinds of practice and groups with a story; newer ones first where they share as many. */
export function listSimilarStories(story: StoryRecord, limit: number): StoryListItem[] {
  const ids = prepared(
    `SELECT other.storyId FROM StoryTerm own
     JOIN StoryTerm other ON other.termId = own.termId AND other.storyId <> own.storyId
     JOIN Story s ON s.id = other.storyId
     WHERE own.storyId = ? AND ${PUBLIC} AND own.termId NOT LIKE '%:other'
     GROUP BY other.storyId ORDER BY count(*) DESC, s.publishedAt DESC, s.id DESC LIMIT ?`,
  )
    .pluck()
    .all(story.id, limit) as number[];
  return listStories(ids);
}

/** Address and day of the last change of every public story, for the sitemap; ordered by id. */
export function listStoryAddresses(): { slug: string; updatedAt: Date }[] {
  const rows = prepared(`SELECT s.slug, s.updatedAt FROM Story s WHERE ${PUBLIC} ORDER BY s.id`).all() as {
    slug: string;
    updatedAt: string | number;
  }[];
  return rows.map((row) => ({ slug: row.slug, updatedAt: new Date(row.updatedAt) }));
}

/** Names of the records of the directory that have stories, by id. */
export function storyOrganisations(): Map<string, EnterpriseName> {
  const rows = prepared(
    `SELECT DISTINCT e.id, e.nameSr, e.nameSrCyrl, e.nameEn FROM Story s
     JOIN Enterprise e ON e.id = s.enterpriseId AND e.publication = 'published' WHERE ${PUBLIC}`,
  ).all() as { id: number; nameSr: string; nameSrCyrl: string | null; nameEn: string | null }[];
  return new Map(
    rows.map(({ id, nameSr, nameSrCyrl, nameEn }) => [String(id), { sr: nameSr, srCyrl: nameSrCyrl, en: nameEn }]),
  );
}

/** The record of the directory that a story names; null when there is no such public record. */
export function findOrganisationRecord(id: number | null): StoryOrganisation['record'] {
  if (id === null) return null;
  const row = prepared(
    `SELECT id, slug, nameSr, nameSrCyrl, nameEn FROM Enterprise WHERE id = ? AND publication = 'published'`,
  ).get(id) as
    | { id: number; slug: string; nameSr: string; nameSrCyrl: string | null; nameEn: string | null }
    | undefined;
  if (!row) return null;
  return { id: row.id, slug: row.slug, name: { sr: row.nameSr, srCyrl: row.nameSrCyrl, en: row.nameEn } };
}
