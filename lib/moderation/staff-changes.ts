import 'server-only';
import type { Tx } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import type { Locale } from '@/lib/i18n/locales';
import { changedPassages } from '@/lib/shared/word-diff';
import { CONTENT_FIELDS, type StoryContent } from '@/lib/stories/content';
import { answerWords } from '@/lib/story-form/answer-words';
import type { FieldName } from '@/lib/submissions/fields';
import { vocabularies } from '@/lib/taxonomies/queries';

/** One field that staff changed: the passage before and after, in the author's language. */
export interface StaffChange {
  field: FieldName;
  before: string;
  after: string;
}

/** What staff changed since the author's newest version; nothing when the newest version is the author's own. */
export async function staffChangesOf(tx: Tx, submissionId: number): Promise<StaffChange[]> {
  const columns = ['author', 'content'] as const;
  const versions = (await rows(tx)).findAll('SubmissionVersion', { submissionId }, columns, ['number', 'desc']);
  const newest = versions[0];
  const own = versions.find(({ author }) => author === 'submitter');
  if (!newest || !own || newest.author === 'submitter') return [];
  return changesBetween(JSON.parse(own.content) as StoryContent, JSON.parse(newest.content) as StoryContent);
}

/** Coordinates and ids follow from a place that has a name, and say nothing to a reader. */
const UNSAID: readonly FieldName[] = ['placeId', 'lng', 'organisationId'];

function changesBetween(before: StoryContent, after: StoryContent): StaffChange[] {
  const locale = after.submissionLocale as Locale;
  const vocab = vocabularies();
  return CONTENT_FIELDS.filter((field) => !UNSAID.includes(field)).flatMap((field) => {
    const said = (content: StoryContent) => (answerWords(locale, field, { ...content }, vocab) ?? []).join('\n\n');
    const [was, is] = [said(before), said(after)];
    return was === is ? [] : [{ field, ...changedPassages(was, is) }];
  });
}
