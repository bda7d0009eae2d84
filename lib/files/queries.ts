import 'server-only';
import { db, type Tx } from '@/lib/db';
import { hashSecret, isSecretShaped } from '@/lib/secrets';
import { findDraftRow } from '@/lib/submissions/draft-records';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { isFileKey, parseContentName, SERVED_TYPES } from './addresses';
import { type FileAnswers, fileAnswersOf, mergeFileAnswers } from './answers';
import { blobPath, openBlob } from './blobs';
import { shownFileName } from './names';
import {
  type DraftOwner,
  type FileRow,
  findFile,
  findFilesOfDraft,
  findFilesOfSubmission,
  renditionsOf,
  toDocumentView,
  toExisting,
  toPhotoView,
} from './records';
import type { DocumentView, PhotoView, UploadReport } from './schema';

/** Files as the fifth page of the form shows them, in their order. */
export interface FilesOfDraft {
  photos: PhotoView[];
  documents: DocumentView[];
  /** What became of the files of the last upload without a script; empty when there was none. */
  report: UploadReport;
}

const NONE: FilesOfDraft = { photos: [], documents: [], report: [] };

/** Files of the draft that a secret opens; none for a secret that opens none. */
export async function filesOfDraft(secret: string | null | undefined, now = new Date()): Promise<FilesOfDraft> {
  const draft = await findDraftRow(db(), secret, now);
  if (!draft) return NONE;
  const rows = await findFilesOfDraft(db(), { draftId: draft.id, revisesId: draft.revisesId });
  const answers = merged(JSON.parse(draft.answers) as StoryAnswers, rows, draft.id);
  return { ...toViews(rows, answers), report: JSON.parse(draft.uploadReport ?? '[]') as UploadReport };
}

function merged(answers: StoryAnswers, rows: readonly FileRow[], draftId: number): FileAnswers {
  return mergeFileAnswers(
    fileAnswersOf(answers),
    rows.map((row) => toExisting(row, draftId)),
  );
}

function toViews(rows: readonly FileRow[], { photos, documents }: FileAnswers) {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const with_ = <Answer extends { file: string }, View>(list: Answer[], view: (row: FileRow, answer: Answer) => View) =>
    list.flatMap((answer) => {
      const row = byKey.get(answer.file);
      return row ? [view(row, answer)] : [];
    });
  return { photos: with_(photos, toPhotoView), documents: with_(documents, toDocumentView) };
}

/** The files that stand in a sent version or a published story, in the order of its answers; what has no row is left out. */
export async function filesOfSubmission(
  submissionId: number,
  answers: Pick<StoryAnswers, 'photos' | 'documents'>,
): Promise<{ photos: PhotoView[]; documents: DocumentView[] }> {
  return toViews(await findFilesOfSubmission(db(), submissionId), fileAnswersOf(answers));
}

/**
 * The answers of a draft, made to agree with its files (`mergeFileAnswers`). Whoever reads a draft's answers reads them so.
 */
export async function withFiles(
  tx: Tx,
  { answers, ...owner }: DraftOwner & { answers: StoryAnswers },
): Promise<StoryAnswers> {
  const rows = await findFilesOfDraft(tx, owner);
  const { photos, documents } = merged(answers, rows, owner.draftId);
  // A question that nobody has come to yet stays unanswered.
  return {
    ...answers,
    ...(photos.length > 0 || answers.photos !== undefined ? { photos } : {}),
    ...(documents.length > 0 || answers.documents !== undefined ? { documents } : {}),
  };
}

/** Who asks for a file: the holder of a draft's cookie or of a status link, or nobody in particular. */
export interface Viewer {
  draftSecret?: string | null | undefined;
  statusSecret?: string | null | undefined;
  /** Whether a member of staff asks who may read what was sent; looked up only where nothing else opens the file. */
  isStaff?: () => Promise<boolean>;
}

/** A content as it is served. The handle is the caller's to close. */
export interface ServedFile {
  handle: import('node:fs/promises').FileHandle;
  bytes: number;
  type: string;
  sha256: string;
  isPublic: boolean;
  /** Name under which a document is offered for saving; null for what is shown in the page. */
  downloadName: string | null;
}

/**
 * Opens what an address names, for whoever may see it. Null in every other case: no such file, no such rendition, not public,
 * a draft's that is somebody else's. An answer must not tell which.
 * @param content last part of the address, e.g. `w960.avif`
 */
export async function readFileFor(
  key: string,
  content: string,
  viewer: Viewer,
  now = new Date(),
): Promise<ServedFile | null> {
  const wanted = parseContentName(content);
  if (!wanted || !isFileKey(key)) return null;
  const row = await findFile(db(), key);
  if (!row) return null;
  const isPublic = await isShownToAll(row);
  if (!isPublic && !(await maySee(row, viewer, now))) return null;
  const found = contentOf(row, wanted);
  const blob = found && (await openBlob(found.sha256));
  if (!found || !blob) return null;
  const document = wanted.what === 'document';
  return { ...blob, ...found, isPublic, downloadName: document ? shownFileName(row.originalName) || null : null };
}

function contentOf(row: FileRow, wanted: NonNullable<ReturnType<typeof parseContentName>>) {
  if (wanted.what === 'document') {
    return row.kind === 'document' ? { sha256: row.sha256, type: SERVED_TYPES.pdf } : null;
  }
  const [name, format] =
    wanted.what === 'original' ? ['original', wanted.extension] : ([wanted.name, wanted.format] as const);
  const found = renditionsOf(row).find((rendition) => rendition.name === name && rendition.format === format);
  return found ? { sha256: found.sha256, type: SERVED_TYPES[found.format] } : null;
}

/** Only while the story is: hiding or withdrawing it needs no change of its files. */
async function isShownToAll({ isPublic, submissionId }: FileRow): Promise<boolean> {
  if (!isPublic || submissionId === null) return false;
  const story = await db().story.findUnique({ where: { submissionId }, select: { publication: true } });
  return story?.publication === 'published';
}

async function maySee(row: FileRow, viewer: Viewer, now: Date): Promise<boolean> {
  if (await opensAsAuthor(row, viewer, now)) return true;
  // A draft is nobody's but its writer's.
  return row.submissionId !== null && viewer.isStaff !== undefined && (await viewer.isStaff());
}

async function opensAsAuthor(row: FileRow, { draftSecret, statusSecret }: Viewer, now: Date): Promise<boolean> {
  const draft = await findDraftRow(db(), draftSecret, now);
  if (draft && row.draftId === draft.id) return true;
  if (draft && row.submissionId !== null && [draft.revisesId, draft.sentAsId].includes(row.submissionId)) return true;
  if (row.submissionId === null || !isSecretShaped(statusSecret)) return false;
  const token = await db().accessToken.findUnique({ where: { secretHash: hashSecret(statusSecret) } });
  return (
    token?.purpose === 'status' &&
    token.submissionId === row.submissionId &&
    token.revokedAt === null &&
    token.expiresAt > now
  );
}

/** A file of a story, for its author's export. */
export interface ExportedFile {
  key: string;
  /** Name for the archive: ours, with the ending of the content. */
  name: string;
  /** Name that the sender's file had. */
  originalName: string;
  type: string;
  /** Absolute path of the cleaned content. */
  path: string;
  bytes: number;
}

/** All files of a story, as they are kept. */
export async function filesForExport(submissionId: number): Promise<ExportedFile[]> {
  const rows = await findFilesOfSubmission(db(), submissionId);
  return rows.map((row) => {
    const extension = row.kind === 'document' ? 'pdf' : (originalOf(row)?.format ?? 'jpg');
    return {
      key: row.key,
      name: `${row.kind}-${row.key}.${extension}`,
      originalName: row.originalName,
      type: SERVED_TYPES[extension],
      path: blobPath(row.sha256),
      bytes: row.bytes,
    };
  });
}

function originalOf(row: FileRow) {
  return renditionsOf(row).find(({ name }) => name === 'original');
}
