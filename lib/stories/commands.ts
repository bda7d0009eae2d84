import 'server-only';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { reindexStories, removeStoriesFromIndex } from '@/lib/search/stories/commands';
import { VOCABULARIES } from '@/lib/submissions/fields';
import { vocabularies } from '@/lib/taxonomies/queries';
import { findTranslation, shownTranslation } from '@/lib/translations/records';
import { publicAuthorName } from './author-name';
import type { StoryContent } from './content';
import { publicPlace } from './place';
import { allocateSlug, moveToSlug, slugBase } from './slugs';
import { langOf, TEXT_FIELDS, type TextLang } from './texts';

export interface PublishOptions {
  /** Name of the author as the contact has it; how much of it is shown is the author's choice. null: not at all. */
  contactName?: string | null;
  now?: Date;
}

/**
 * Makes a version of a submission the public story: the first time as a new one, later in place of what was public.
 * Writes the story's texts in the language of the version, its terms, place and files, the search index and the content
 * version, in the caller's transaction. The submission's own state is the caller's. A title that changed gets a new
 * address; the old one goes on to lead to it. A translation of a text that changed leaves the public view until the
 * changed paragraphs are translated again.
 * @throws when there is no such submission or version
 */
export async function publishVersion(
  tx: Tx,
  submissionId: number,
  versionNumber: number,
  { contactName = null, now = new Date() }: PublishOptions = {},
): Promise<{ storyId: number; slug: string }> {
  const submission = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { reference: true, story: { select: { id: true, slug: true } } },
  });
  const version = await tx.submissionVersion.findUniqueOrThrow({
    where: { submissionId_number: { submissionId, number: versionNumber } },
  });
  const content = JSON.parse(version.content) as StoryContent;
  const columns = {
    ...(await toColumns(tx, content, version.createdAt)),
    ...(await answeredSince(tx, submissionId, version.createdAt)),
    authorName: publicAuthorName(contactName, content.showName),
    reference: submission.reference,
    publication: 'published',
    updatedAt: now,
  };
  const story = submission.story
    ? await updateStory(tx, submission.story, content, columns)
    : await tx.story.create({
        data: {
          ...columns,
          ...{ origin: 'submitted', submissionId, publishedAt: now },
          slug: await allocateSlug(tx, content.title, null),
        },
        select: { id: true, slug: true },
      });
  await writeTexts(tx, story.id, content, now);
  await writeTranslation(tx, story.id, submissionId, content, now);
  await writeTerms(tx, story.id, content);
  await reindexStories(tx, [story.id]);
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
  return { storyId: story.id, slug: story.slug };
}

/**
 * Takes a story out of everything public, in the caller's transaction. A hidden one keeps what it was and may come back
 * by `publishVersion`; of a withdrawn one only the address stays, so that it can say that the story was withdrawn.
 * Does nothing where the submission has no story.
 */
export async function unpublishStory(tx: Tx, submissionId: number, how: 'withdrawn' | 'hidden'): Promise<void> {
  const story = await tx.story.findUnique({ where: { submissionId }, select: { id: true } });
  if (!story) return;
  if (how === 'withdrawn') {
    await tx.storyText.deleteMany({ where: { storyId: story.id } });
    await tx.storyTerm.deleteMany({ where: { storyId: story.id } });
  }
  const state = { publication: how, updatedAt: new Date() };
  await tx.story.updateMany({
    where: { id: story.id },
    data: how === 'withdrawn' ? { ...EMPTY, ...state } : state,
  });
  await leavePublic(tx, story.id);
}

/** Notes on the public story whether the practice goes on, as its author said on a day (YYYY-MM-DD). */
export async function confirmPractice(
  tx: Tx,
  submissionId: number,
  { stillAlive, day }: { stillAlive: 'yes' | 'changed' | 'no'; day: string },
): Promise<void> {
  const story = await tx.story.findUnique({ where: { submissionId }, select: { id: true } });
  if (!story) return;
  await tx.story.updateMany({
    where: { id: story.id },
    data: { stillAlive, confirmedOn: stillAlive === 'no' ? null : day },
  });
  await reindexStories(tx, [story.id]);
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
}

/** Removes a story with everything of it, its addresses too, in the caller's transaction; for an erasure. */
export async function removeStory(tx: Tx, submissionId: number): Promise<void> {
  const story = await tx.story.findUnique({ where: { submissionId }, select: { id: true } });
  if (!story) return;
  await tx.story.delete({ where: { id: story.id }, select: { id: true } });
  await leavePublic(tx, story.id);
}

async function leavePublic(tx: Tx, storyId: number): Promise<void> {
  await removeStoriesFromIndex(tx, [storyId]);
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
}

/** A withdrawn story: nothing that was told. */
const EMPTY = {
  ...{ organisationName: null, enterpriseId: null, role: null, authorName: null },
  ...{ period: null, startMonth: null, endMonth: null, ongoing: null, peopleReached: null, stillAlive: null },
  ...{ place: null, settlementId: null, municipalityId: null, districtCode: null, countryCode: null },
  ...{ lat: null, lng: null, precision: null, practiceOther: null, confirmedOn: null },
  ...{ partners: '[]', links: '[]', photos: '[]', documents: '[]' },
};

async function updateStory(
  tx: Tx,
  story: { id: number; slug: string },
  content: StoryContent,
  columns: Awaited<ReturnType<typeof toColumns>> & object,
): Promise<{ id: number; slug: string }> {
  await tx.story.updateMany({ where: { id: story.id }, data: columns });
  const before = await tx.storyText.findUnique({
    where: { storyId_lang: { storyId: story.id, lang: langOf(content.submissionLocale) } },
    select: { title: true },
  });
  if (before && slugBase(before.title) === slugBase(content.title)) return story;
  const slug = await allocateSlug(tx, content.title, story.id);
  await moveToSlug(tx, story, slug);
  return { id: story.id, slug };
}

async function toColumns(tx: Tx, content: StoryContent, told: Date) {
  const { organisationName, role, licence, period, startMonth, endMonth, peopleReached, stillAlive } = content;
  return {
    ...{ organisationName, role, licence, period, startMonth, endMonth, peopleReached, stillAlive },
    ongoing: content.ongoing || null,
    enterpriseId: await enterpriseOf(tx, content.organisationId),
    ...publicPlace(content, vocabularies()),
    practiceOther: content.practiceOther,
    partners: JSON.stringify(content.partners),
    links: JSON.stringify(content.links),
    photos: JSON.stringify(content.photos),
    documents: JSON.stringify(
      content.documents.filter(({ audience }) => audience === 'public').map(({ file }) => file),
    ),
    confirmedOn: stillAlive === 'yes' || stillAlive === 'changed' ? told.toISOString().slice(0, 10) : null,
  };
}

/** What the author has said since about whether the practice goes on counts, and not what the version says. */
async function answeredSince(tx: Tx, submissionId: number, told: Date) {
  const where = { submissionId, kind: 'follow_up_answered', at: { gt: told } };
  if ((await tx.submissionEvent.count({ where })) === 0) return {};
  const story = await tx.story.findUnique({ where: { submissionId }, select: { stillAlive: true, confirmedOn: true } });
  return story ?? {};
}

/** A record may have left the directory since the story was written; the organisation's name stays. */
async function enterpriseOf(tx: Tx, id: number | null): Promise<number | null> {
  if (id === null) return null;
  const found = await tx.enterprise.findUnique({ where: { id }, select: { id: true, mergedIntoId: true } });
  return found?.mergedIntoId ?? found?.id ?? null;
}

async function writeTexts(tx: Tx, storyId: number, content: StoryContent, now: Date): Promise<void> {
  const lang = langOf(content.submissionLocale);
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, content[field]])) as Pick<
    StoryContent,
    (typeof TEXT_FIELDS)[number]
  >;
  const before = await tx.storyText.findMany({ where: { storyId } });
  const same = before.some((row) => row.lang === lang && TEXT_FIELDS.every((field) => row[field] === texts[field]));
  if (same) return;
  // A translation could still say what the author has just taken out.
  await tx.storyText.deleteMany({ where: { storyId } });
  await tx.storyText.create({ data: { storyId, lang, ...texts, updatedAt: now } });
}

const otherLang = (lang: TextLang): TextLang => (lang === 'sr' ? 'en' : 'sr');

/**
 * The translation beside a version's own texts, as far as it may be seen; a story without any is left as it is.
 * @returns whether anything changed
 */
async function writeTranslation(
  tx: Tx,
  storyId: number,
  submissionId: number,
  content: StoryContent,
  now: Date,
): Promise<boolean> {
  const lang = otherLang(langOf(content.submissionLocale));
  if (!(await findTranslation(tx, submissionId, lang))) return false;
  const texts = await shownTranslation(tx, submissionId, lang, content);
  const before = await tx.storyText.findUnique({ where: { storyId_lang: { storyId, lang } } });
  if (texts ? TEXT_FIELDS.every((field) => before?.[field] === texts[field]) : before === null) return false;
  await tx.storyText.deleteMany({ where: { storyId, lang } });
  if (texts) await tx.storyText.create({ data: { storyId, lang, ...texts, translated: true, updatedAt: now } });
  return true;
}

/**
 * Shows a translation that was declared whole beside a published story's own texts, or takes away one that is whole no more, in
 * the caller's transaction. Does nothing where the story is not public: publishing it brings its translation along.
 * @param content the public version
 */
export async function refreshTranslation(
  tx: Tx,
  submissionId: number,
  content: StoryContent,
  now: Date,
): Promise<void> {
  const story = await tx.story.findUnique({ where: { submissionId }, select: { id: true, publication: true } });
  if (story?.publication !== 'published') return;
  if (!(await writeTranslation(tx, story.id, submissionId, content, now))) return;
  await tx.story.updateMany({ where: { id: story.id }, data: { updatedAt: now } });
  await reindexStories(tx, [story.id]);
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
}

const TERM_FIELDS = Object.keys(VOCABULARIES) as (keyof typeof VOCABULARIES)[];

async function writeTerms(tx: Tx, storyId: number, content: StoryContent): Promise<void> {
  const wanted = TERM_FIELDS.flatMap((field) => content[field].map((code) => `${VOCABULARIES[field]}:${code}`));
  const known = await tx.taxonomyTerm.findMany({ where: { id: { in: wanted } }, select: { id: true } });
  const terms = wanted.filter((id) => known.some((term) => term.id === id));
  await tx.storyTerm.deleteMany({ where: { storyId } });
  await tx.storyTerm.createMany({ data: terms.map((termId, position) => ({ storyId, termId, position })) });
}
