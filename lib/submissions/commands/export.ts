import 'server-only';
import { db } from '@/lib/db';
import { type ExportedFile, filesForExport } from '@/lib/files/queries';
import { hrefFor } from '@/lib/i18n/navigation';
import { contactOf } from '../contacts';
import { openStatus } from '../status-door';

/** Everything that we hold of one story, for its author. */
export interface StoryExport {
  /** Name for the archive, without an ending: `price-DFG-LNQ-RVW`. */
  name: string;
  /** To be written as JSON, as it is. */
  json: Record<string, unknown>;
  files: ExportedFile[];
}

/** Gathers everything that we hold of the story that a status link opens; null for a link that opens nothing. */
export async function exportSubmission(token: string, now = new Date()): Promise<StoryExport | null> {
  const story = await openStatus(db(), token, now);
  if (!story) return null;
  const submissionId = story.id;
  const { id: _, revision: __, ...facts } = story;
  const [versions, events, requests, appeals, consents, publicStory, files, translations] = await Promise.all([
    db().submissionVersion.findMany({ where: { submissionId }, orderBy: { number: 'asc' } }),
    db().submissionEvent.findMany({ where: { submissionId }, orderBy: { id: 'asc' } }),
    db().changeRequest.findMany({ where: { submissionId }, orderBy: { id: 'asc' } }),
    db().appeal.findMany({ where: { submissionId }, orderBy: { id: 'asc' } }),
    db().consent.findMany({ where: { submissionId }, orderBy: { id: 'asc' } }),
    db().story.findFirst({ where: { submissionId, publication: 'published' }, select: { slug: true } }),
    filesForExport(submissionId),
    db().translationSegment.findMany({
      where: { submissionId },
      orderBy: [{ lang: 'asc' }, { field: 'asc' }, { position: 'asc' }],
    }),
  ]);
  const json = {
    format: 'solidarna-mapa/story-export',
    formatVersion: 1,
    exportedAt: now,
    story: { ...facts, page: publicStory && hrefFor(story.locale, '/stories/[slug]', { slug: publicStory.slug }) },
    contact: await contactOf(db(), submissionId),
    consents: consents.map(({ purpose, version, givenAt, withdrawnAt }) => ({
      purpose,
      version,
      givenAt,
      withdrawnAt,
    })),
    versions: versions.map(({ number, author, createdAt, content }) => ({
      ...{ number, author, createdAt },
      content: JSON.parse(content),
    })),
    // Who of the staff did what is theirs; that it was staff is the author's.
    events: events.map(({ at, kind, fromState, toState, actorKind, reason, details }) => ({
      ...{ at, kind, fromState, toState, actor: actorKind, reason },
      details: details && JSON.parse(details),
    })),
    requests: requests.map(({ version, field, quote, reason, note, createdAt, answeredAt, solvedAt }) => ({
      ...{ version, field, quote, reason, note, createdAt, answeredAt, solvedAt },
    })),
    appeals: appeals.map(({ text, createdAt, outcome, decidedAt }) => ({ text, createdAt, outcome, decidedAt })),
    // What staff wrote of the story in another language.
    translations: translations.map(({ lang, field, position, source, text }) => ({
      lang,
      field,
      position,
      source,
      text,
    })),
    files: files.map(({ key, name, originalName, type, bytes }) => ({ key, name, originalName, type, bytes })),
  };
  return { name: `${NAMES[story.locale]}-${story.reference}`, json, files };
}

const NAMES = { 'sr-Latn': 'prica', 'sr-Cyrl': 'prica', en: 'story' } as const;
