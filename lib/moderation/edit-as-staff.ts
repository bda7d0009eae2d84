import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import type { Locale } from '@/lib/i18n/locales';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { StoryContent } from '@/lib/stories/content';
import { resolvePlaceName } from '@/lib/story-form/places';
import { summaryOf } from '@/lib/submissions/commands/write-story';
import { appendEvent } from '@/lib/submissions/events';
import { LIST_LIMITS, OTHER_PRACTICE, TEXT_LIMITS, VOCABULARIES } from '@/lib/submissions/fields';
import { tidy } from '@/lib/submissions/values';
import { contentOf, writeVersion } from '@/lib/submissions/versions';
import { vocabularies } from '@/lib/taxonomies/queries';
import {
  EDITABLE_LABELS,
  EDITABLE_TEXTS,
  type EditableText,
  type EditKind,
  isOnlyLeftOut,
  isOnlySpelling,
} from './edit-kinds';
import { nameOf } from './leases';
import type { State } from './rules';
import { actorOf } from './staff-rights';

/** One change, with the kind that it is said to be. */
export type StaffEdit =
  | { field: string; kind: 'personalData' | 'spelling'; text: string }
  | { field: string; kind: 'labels'; codes: readonly string[] }
  | { field: 'place'; kind: 'place'; text: string; precision: string };

export interface StaffEditing {
  submissionId: number;
  /** The revision of the story that was on the page. */
  revision: number;
  edits: readonly StaffEdit[];
  /** The author has asked for the slips to be put right; without it none are. */
  authorAsked: boolean;
}

export type EditFault =
  /** Staff may not change this at all. */
  | 'fieldNotAllowed'
  /** It is more than taking out, or than a slip. */
  | 'notOnlyLeftOut'
  | 'notOnlySpelling'
  | 'notAsked'
  | 'empty'
  | 'labelsWrong'
  | 'placeWrong';

export type StaffEditError =
  | Refusal
  | { code: 'stale' | 'notFound' | 'notAllowed' | 'nothingChanged' }
  | { code: 'claimed'; by: string }
  | { code: 'edit'; fault: EditFault; field: string }
  | StorageTrouble;

/** Only what is about to be decided is edited, so that its author learns of it with the decision (E8). */
const EDITED_IN: readonly string[] = ['in_review', 'recommended'] satisfies State[];

/**
 * Changes in a story what staff may change: personal data taken out, slips put right that the author asked to, labels, place.
 * Anything else is refused whole. It becomes a version of its own; the author's stays beside it, and the mail of the approval
 * shows each change. Needs the right `editStory`.
 */
export async function editAsStaff(
  staff: Staff,
  editing: StaffEditing,
  now = new Date(),
): Promise<Result<{ version: number }, StaffEditError>> {
  const allowed = authorise(staff, 'editStory', now);
  if (!allowed.ok) return allowed;
  return writing<{ version: number }, StaffEditError>(async (tx) => {
    const story = await openForEdit(tx, staff, editing, now);
    if (!story.ok) return story;
    const before = await contentOf(tx, editing.submissionId, story.value);
    let after = before;
    for (const edit of editing.edits) {
      const applied = apply(after, edit, editing.authorAsked);
      if (!applied.ok) return fail({ code: 'edit', fault: applied.error, field: edit.field });
      after = applied.value;
    }
    const kinds = [...new Set(editing.edits.map(({ kind }) => kind))];
    return keepEdit(tx, staff, editing, { number: story.value, before, after, kinds }, now);
  });
}

/** Goes back to the author's own newest version, as a version of its own. Needs the right `editStory`. */
export async function revertStaffEdits(
  staff: Staff,
  wish: { submissionId: number; revision: number },
  now = new Date(),
): Promise<Result<{ version: number }, StaffEditError>> {
  const allowed = authorise(staff, 'editStory', now);
  if (!allowed.ok) return allowed;
  return writing<{ version: number }, StaffEditError>(async (tx) => {
    const { submissionId } = wish;
    const story = await openForEdit(tx, staff, wish, now);
    if (!story.ok) return story;
    const own = await tx.submissionVersion.findFirst({
      where: { submissionId, author: 'submitter' },
      orderBy: { number: 'desc' },
      select: { content: true },
    });
    if (!own) return fail({ code: 'notFound' });
    const before = await contentOf(tx, submissionId, story.value);
    const after = JSON.parse(own.content) as StoryContent;
    return keepEdit(tx, staff, wish, { number: story.value, before, after, kinds: ['reverted'] }, now);
  });
}

/** @returns number of the newest version */
async function openForEdit(
  tx: Tx,
  staff: Staff,
  { submissionId, revision }: { submissionId: number; revision: number },
  now: Date,
): Promise<Result<number, StaffEditError>> {
  const story = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { state: true, revision: true, versionNumber: true },
  });
  if (!story) return fail({ code: 'notFound' });
  if (!EDITED_IN.includes(story.state)) return fail({ code: 'notAllowed' });
  const claim = await tx.storyClaim.findUnique({ where: { submissionId } });
  if (claim && claim.staffId !== staff.id && claim.expiresAt > now)
    return fail({ code: 'claimed', by: await nameOf(tx, claim.staffId) });
  if (story.revision !== revision) return fail({ code: 'stale' });
  return ok(story.versionNumber);
}

interface Edited {
  number: number;
  before: StoryContent;
  after: StoryContent;
  kinds: readonly (EditKind | 'reverted')[];
}

async function keepEdit(
  tx: Tx,
  staff: Staff,
  { submissionId, revision }: { submissionId: number; revision: number },
  { number, before, after, kinds }: Edited,
  now: Date,
): Promise<Result<{ version: number }, StaffEditError>> {
  const keys = Object.keys(after) as (keyof StoryContent)[];
  const fields = keys.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (fields.length === 0) return fail({ code: 'nothingChanged' });
  const version = number + 1;
  await writeVersion(tx, submissionId, version, after, now, 'staff');
  await tx.submission.updateMany({
    where: { id: submissionId },
    data: { ...summaryOf(after), versionNumber: version, revision: revision + 1 },
  });
  const details = { version, fields, kinds };
  await appendEvent(tx, { submissionId, kind: 'staff_edit', actor: actorOf(staff), details, now });
  await refreshStoryInQueue(tx, submissionId);
  await recordAudit(tx, {
    ...{ actor: { kind: 'staff', id: staff.id }, action: 'submission.staff_edit', details },
    object: { kind: 'submission', id: submissionId },
  });
  return ok({ version });
}

function apply(content: StoryContent, edit: StaffEdit, authorAsked: boolean): Result<StoryContent, EditFault> {
  switch (edit.kind) {
    case 'personalData':
    case 'spelling':
      return applyText(content, edit, authorAsked);
    case 'labels':
      return applyLabels(content, edit);
    case 'place':
      return edit.field === 'place' ? applyPlace(content, edit) : fail('fieldNotAllowed');
  }
}

const isText = (field: string): field is EditableText => (EDITABLE_TEXTS as readonly string[]).includes(field);
const isLabels = (field: string): field is (typeof EDITABLE_LABELS)[number] =>
  (EDITABLE_LABELS as readonly string[]).includes(field);

function applyText(
  content: StoryContent,
  { field, kind, text }: Extract<StaffEdit, { text: string; kind: 'personalData' | 'spelling' }>,
  authorAsked: boolean,
): Result<StoryContent, EditFault> {
  if (!isText(field)) return fail('fieldNotAllowed');
  const before = content[field] ?? '';
  const after = tidy(text);
  if (after === before) return ok(content);
  if (kind === 'spelling' && !isOnlySpelling(before, after)) return fail('notOnlySpelling');
  if (kind === 'spelling' && !authorAsked) return fail('notAsked');
  if (kind === 'personalData' && !isOnlyLeftOut(before, after)) return fail('notOnlyLeftOut');
  if (after === '' && TEXT_LIMITS[field].min > 0) return fail('empty');
  return ok({ ...content, [field]: after === '' ? null : after });
}

function applyLabels(
  content: StoryContent,
  { field, codes }: Extract<StaffEdit, { kind: 'labels' }>,
): Result<StoryContent, EditFault> {
  if (!isLabels(field)) return fail('fieldNotAllowed');
  const vocab = vocabularies();
  const wanted = [...new Set(codes)];
  const { min, max } = LIST_LIMITS[field];
  const known = wanted.every((code) => vocab.term(VOCABULARIES[field], code) !== undefined);
  // What "other" means is in the author's own words.
  const keepsOther =
    field !== 'practiceTypes' || content.practiceTypes.includes(OTHER_PRACTICE) === wanted.includes(OTHER_PRACTICE);
  if (!known || !keepsOther || wanted.length < min || wanted.length > max) return fail('labelsWrong');
  return ok({ ...content, [field]: wanted });
}

/** A place that the gazetteer knows. How exactly it is shown may only become less: more is the author's to give. */
function applyPlace(
  content: StoryContent,
  { text, precision }: Extract<StaffEdit, { kind: 'place' }>,
): Result<StoryContent, EditFault> {
  const place = tidy(text);
  const isSame = place === content.place;
  if (precision !== content.precision && precision !== 'settlement' && precision !== 'none') return fail('placeWrong');
  const found = isSame ? null : resolvePlaceName(place, vocabularies(), content.submissionLocale as Locale);
  if (found && found.found !== 'one') return fail('placeWrong');
  const exact = precision === 'exact' && isSame;
  return ok({
    ...content,
    ...(found && { place, placeId: found.place.id }),
    precision: exact ? 'exact' : precision === 'none' ? 'none' : 'settlement',
    ...(!exact && { lat: null, lng: null }),
  });
}
