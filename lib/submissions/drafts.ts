import 'server-only';
import { db, type Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { withFiles } from '@/lib/files/queries';
import type { Locale } from '@/lib/i18n/locales';
import { hashSecret, newSecret } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { type DraftRow, findDraftRow, markOf, toDraftColumns, toDraftState } from './draft-records';
import { draftExpiry, isTooLarge, storableAnswers } from './draft-values';
import type { FieldName, FormPage } from './fields';
import { type DraftState, EMPTY_DRAFT, mergeSave, settleConflicts } from './merge-draft';
import type { StoryAnswers } from './schema';

export * from './resume-links';

/** A draft as its writer sees it. */
export interface DraftView {
  id: number;
  locale: Locale;
  /** As typed, valid or not, the contact included; photos and documents as far as their files exist. */
  answers: StoryAnswers;
  /** To be sent along with the next save. */
  version: number;
  /** Last page that was saved. */
  page: FormPage | null;
  createdAt: Date;
  savedAt: Date;
  /** Day after which it is erased. */
  expiresAt: Date;
  /** What was typed over a newer text, by field, until the writer has chosen. `answers` has the stored one. */
  conflict: StoryAnswers;
  /** Reference of the story that it was sent as; then its answers are empty. */
  sentAs: string | null;
  /** Reference of the story that it is an edit of. */
  revises: string | null;
}

export interface DraftToSave {
  /** null begins a new draft. */
  secret: string | null;
  locale: Locale;
  page: FormPage;
  /** Answers of that page. A field that is not there stays as it is; an emptied one is `null`, `''` or `[]`. */
  answers: StoryAnswers;
  /** Version of the draft that the saver had seen; null (a new draft, or one who cannot say) writes over everything. */
  version: number | null;
  /** A random name of the saver's tab, kept while it is open: its own saves whose answers were lost are no conflict. */
  tab?: string | null;
  now?: Date;
}

/** What a save answers. `version` goes along with the saver's next save. */
export interface SavedDraft {
  secret: string;
  version: number;
  savedAt: Date;
  /** Fields whose typed text stands beside a newer one now. */
  conflicts: FieldName[];
}

export type DraftError =
  /** No draft has this secret, or it has expired: save again without one, nothing typed is lost. */
  | { code: 'gone' }
  /** It was sent meanwhile; an answer to the back button. */
  | { code: 'sent'; reference: string }
  /** More than 256 kB of text. */
  | { code: 'tooLarge' }
  | StorageTrouble;

/** The draft that a secret opens; null when there is none, or it has expired. */
export async function openDraft(secret: string | null | undefined, now = new Date()): Promise<DraftView | null> {
  const row = await findDraftRow(db(), secret, now);
  if (!row) return null;
  const view = toDraftView(row);
  const answers = await withFiles(db(), { answers: view.answers, draftId: row.id, revisesId: row.revisesId });
  return { ...view, answers };
}

function toDraftView(row: DraftRow): DraftView {
  const { answers, version, conflicts } = toDraftState(row);
  return {
    id: row.id,
    locale: row.locale as Locale,
    answers,
    version,
    page: row.page as FormPage | null,
    createdAt: row.createdAt,
    savedAt: row.savedAt,
    expiresAt: row.expiresAt,
    conflict: conflicts,
    sentAs: row.sentAs?.reference ?? null,
    revises: row.revises?.reference ?? null,
  };
}

/**
 * Saves what was typed on one page, valid or not. A save that had seen an older version is merged field by field
 * (`mergeSave`): what both changed stays stored as it is, and what was typed waits in `conflict`.
 */
export function saveDraft(save: DraftToSave): Promise<Result<SavedDraft, DraftError>> {
  const { secret, locale, page, now = new Date() } = save;
  const answers = storableAnswers(save.answers, page);
  return changeDraft({ secret, locale, page, now }, (draft) =>
    mergeSave(draft, { answers, seen: save.version, tab: tabOf(save.tab), markOf }),
  );
}

/** A tab names itself, so its name is not believed to be short. */
function tabOf(name: string | null | undefined): string | null {
  return typeof name === 'string' && /^[\w-]{8,64}$/.test(name) ? name : null;
}

/** Takes the writer's choice for fields in conflict. */
export function resolveConflict(choice: {
  secret: string;
  choices: Partial<Record<FieldName, 'typed' | 'stored'>>;
  now?: Date;
}): Promise<Result<SavedDraft, DraftError>> {
  const { secret, choices, now = new Date() } = choice;
  return changeDraft({ secret, now }, (draft) => settleConflicts(draft, choices, markOf));
}

/** Erases a draft that was not sent, at its writer's wish. Files without a draft are swept by the nightly job. */
export async function discardDraft(secret: string, now = new Date()): Promise<Result<null, StorageTrouble>> {
  return writing(async (tx) => {
    const row = await findDraftRow(tx, secret, now);
    if (row && row.sentAsId === null) await tx.storyDraft.deleteMany({ where: { id: row.id } });
    return ok(null);
  });
}

interface Change {
  secret: string | null;
  locale?: Locale;
  page?: FormPage;
  now: Date;
}

async function changeDraft(
  { secret, locale, page, now }: Change,
  change: (draft: DraftState) => DraftState,
): Promise<Result<SavedDraft, DraftError>> {
  return writing<SavedDraft, DraftError>(async (tx) => {
    const row = secret === null ? null : await findDraftRow(tx, secret, now);
    if (secret !== null && !row) return fail({ code: 'gone' });
    if (row?.sentAs) return fail({ code: 'sent', reference: row.sentAs.reference });
    const draft = change(row ? toDraftState(row) : EMPTY_DRAFT);
    if (isTooLarge(draft.answers, draft.conflicts)) return fail({ code: 'tooLarge' });
    const columns = { ...toDraftColumns(draft), savedAt: now, expiresAt: draftExpiry(now) };
    const place = { ...(locale && { locale }), ...(page && { page }) };
    const key = secret ?? newSecret();
    if (row) await tx.storyDraft.updateMany({ where: { id: row.id }, data: { ...columns, ...place } });
    else await createDraft(tx, key, { ...columns, page: page ?? null, locale: locale ?? 'sr-Latn', createdAt: now });
    return ok({
      secret: key,
      version: draft.version,
      savedAt: now,
      conflicts: Object.keys(draft.conflicts) as FieldName[],
    });
  });
}

function createDraft(
  tx: Tx,
  secret: string,
  columns: Omit<Parameters<Tx['storyDraft']['create']>[0]['data'], 'keyHash'>,
) {
  return tx.storyDraft.create({
    data: { ...columns, keyHash: hashSecret(secret) } as Parameters<Tx['storyDraft']['create']>[0]['data'],
    select: { id: true },
  });
}
