import 'server-only';
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { db, type Tx } from '@/lib/db';
import { storageTrouble, writing } from '@/lib/db/write';
import { seal, unseal } from '@/lib/secrets';
import { fail, ok, type Result } from '@/lib/shared/result';
import { type DraftRow, findDraftRow } from '@/lib/submissions/draft-records';
import { draftExpiry } from '@/lib/submissions/draft-values';
import { FILE_MAX_BYTES, LIST_LIMITS } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { fileAnswersOf, mergeFileAnswers } from './answers';
import { dropIncoming, listBlobs, makeIncoming, measure, placeBlob, removeBlob } from './blobs';
import type { CleanOutcome } from './clean/outcome';
import { cleanFile } from './cleaner';
import type { FileKind, RefusalCode } from './fields';
import { shownFileName } from './names';
import { findFilesOfDraft, findFilesOfSubmission, hashesOf, toExisting } from './records';
import type { Rendition, StoredFileView, UploadReport } from './schema';

/** Why a file was not stored. `gone`: the draft is no more, or was sent. */
export type UploadError = { code: RefusalCode | 'gone' };

export interface Upload {
  draftSecret: string;
  kind: FileKind;
  /** Name of the sender's file; kept as text only. */
  originalName: string;
  /** The file: in memory, or on disk where the form was received (it is left there). */
  content: Uint8Array | { path: string };
  now?: Date;
}

/**
 * Checks, cleans and stores one file of a draft. Nothing of what was sent is kept, only what the cleaner wrote anew; when
 * anything fails, nothing is left.
 */
export async function storeUpload(upload: Upload): Promise<Result<StoredFileView, UploadError>> {
  const { draftSecret, kind, content, now = new Date() } = upload;
  if (content instanceof Uint8Array && content.length > FILE_MAX_BYTES) return fail({ code: 'tooLarge' });
  const draft = await findDraftRow(db(), draftSecret, now);
  if (!draft || draft.sentAsId !== null) return fail({ code: 'gone' });
  // Before the work; whether there is still room is looked at again when the file is written down.
  if (!(await hasRoom(db(), draft, kind))) return fail({ code: 'tooMany' });
  let folder: string | null = null;
  try {
    folder = await makeIncoming();
    const input = content instanceof Uint8Array ? path.join(folder, 'received') : content.path;
    if (content instanceof Uint8Array) await writeFile(input, content, { mode: 0o600 });
    const outcome = await cleanFile(kind, input, folder);
    return outcome.ok ? await keep(upload, outcome, folder, now) : fail({ code: outcome.code });
  } catch (error) {
    if (storageTrouble(error) === 'full') return fail({ code: 'diskFull' });
    throw error;
  } finally {
    if (folder) await dropIncoming(folder);
  }
}

async function hasRoom(tx: Tx, draft: DraftRow, kind: FileKind): Promise<boolean> {
  const rows = await findFilesOfDraft(tx, { draftId: draft.id, revisesId: draft.revisesId });
  const { photos, documents } = mergeFileAnswers(
    fileAnswersOf(JSON.parse(draft.answers) as StoryAnswers),
    rows.map((row) => toExisting(row, draft.id)),
  );
  return kind === 'photo' ? photos.length < LIST_LIMITS.photos.max : documents.length < LIST_LIMITS.documents.max;
}

/** Moves the clean files to their place and writes their row, in one transaction. */
async function keep(
  { draftSecret, kind, originalName }: Upload,
  outcome: Extract<CleanOutcome, { ok: true }>,
  folder: string,
  now: Date,
): Promise<Result<StoredFileView, UploadError>> {
  const measured = await Promise.all(
    outcome.files.map(async (file) => ({ ...file, ...(await measure(path.join(folder, file.file))) })),
  );
  const [main] = measured;
  if (!main) throw new Error('The cleaner wrote nothing');
  const renditions: Rendition[] = measured.flatMap(({ name, format, width, height, bytes, sha256 }) =>
    format === 'pdf' ? [] : [{ name, format, width: width ?? 0, height: height ?? 0, bytes, sha256 }],
  );
  const stored = await writing<StoredFileView, UploadError>(async (tx) => {
    const draft = await findDraftRow(tx, draftSecret, now);
    if (!draft || draft.sentAsId !== null) return fail({ code: 'gone' });
    if (!(await hasRoom(tx, draft, kind))) return fail({ code: 'tooMany' });
    for (const { file, sha256 } of measured) await placeBlob(path.join(folder, file), sha256);
    const key = randomBytes(16).toString('hex');
    const name = shownFileName(originalName);
    await tx.storedFile.create({
      data: {
        key,
        kind,
        originalName: name,
        sha256: main.sha256,
        bytes: main.bytes,
        width: main.width,
        height: main.height,
        pages: outcome.pages,
        renditions: JSON.stringify(renditions),
        offeredPlace: outcome.place && (await mayOfferPlace(tx, draft)) ? seal(outcome.place) : null,
        draftId: draft.id,
        createdAt: now,
      },
    });
    await tx.storyDraft.update({ where: { id: draft.id }, data: { savedAt: now, expiresAt: draftExpiry(now) } });
    return ok({ key, kind, name, bytes: main.bytes });
  });
  if (stored.ok) return stored;
  await removeUnnamed(measured.map(({ sha256 }) => sha256));
  return stored.error.code === 'full' ? fail({ code: 'diskFull' }) : fail(stored.error as UploadError);
}

/** One photo is asked about, and only while the story has no pin. */
async function mayOfferPlace(tx: Tx, draft: DraftRow): Promise<boolean> {
  const { lat } = JSON.parse(draft.answers) as StoryAnswers;
  if (lat !== undefined && lat !== null && lat !== '') return false;
  return (await tx.storedFile.count({ where: { draftId: draft.id, kind: 'photo' } })) === 0;
}

/** Takes a file off a draft, and its content off the disk when nothing else has it. False when it is not this draft's. */
export async function removeFile({ draftSecret, key }: { draftSecret: string; key: string }): Promise<boolean> {
  const removed = await writing<string[], never>(async (tx) => {
    const draft = await findDraftRow(tx, draftSecret, new Date());
    const row = draft && (await tx.storedFile.findFirst({ where: { key, draftId: draft.id } }));
    if (!row) return ok([]);
    await tx.storedFile.delete({ where: { id: row.id } });
    return ok(hashesOf(row));
  });
  if (!removed.ok || removed.value.length === 0) return false;
  await removeUnnamed(removed.value);
  return true;
}

/**
 * Answers the offer to use the place of a photo (S9). Whatever the answer, the place is forgotten.
 * @returns the place when it is to be used and there was one
 */
export async function takeOfferedPlace(answer: {
  draftSecret: string;
  key: string;
  use: boolean;
}): Promise<{ lat: number; lng: number } | null> {
  const taken = await writing<{ lat: number; lng: number } | null, never>(async (tx) => {
    const draft = await findDraftRow(tx, answer.draftSecret, new Date());
    const row = draft && (await tx.storedFile.findFirst({ where: { key: answer.key, draftId: draft.id } }));
    if (!row?.offeredPlace) return ok(null);
    await tx.storedFile.update({ where: { id: row.id }, data: { offeredPlace: null } });
    return ok(answer.use ? unseal<{ lat: number; lng: number }>(row.offeredPlace) : null);
  });
  return taken.ok ? taken.value : null;
}

/** Keeps what became of the files of an upload, for the page that follows; an empty list takes an older one away. */
export async function keepReport(draftSecret: string, report: UploadReport): Promise<void> {
  const draft = await findDraftRow(db(), draftSecret, new Date());
  const uploadReport = report.length > 0 ? JSON.stringify(report) : null;
  if (!draft) return;
  await writing<null, never>(async (tx) => {
    await tx.storyDraft.updateMany({ where: { id: draft.id }, data: { uploadReport } });
    return ok(null);
  });
}

/** The draft was sent: its files belong to the story now, and no place is offered any more. */
export async function attachFiles(
  tx: Tx,
  { draftId, submissionId }: { draftId: number; submissionId: number },
): Promise<void> {
  await tx.storedFile.updateMany({ where: { draftId }, data: { draftId: null, submissionId, offeredPlace: null } });
}

/**
 * Makes exactly these files of a story public (for as long as the story is published); the others are not.
 * @param keys photos of the public version, and its documents with the audience `public`
 */
export async function publishFiles(tx: Tx, submissionId: number, keys: readonly string[]): Promise<void> {
  await unpublishFiles(tx, submissionId);
  await tx.storedFile.updateMany({ where: { submissionId, key: { in: [...keys] } }, data: { isPublic: true } });
}

export async function unpublishFiles(tx: Tx, submissionId: number): Promise<void> {
  await tx.storedFile.updateMany({ where: { submissionId, isPublic: true }, data: { isPublic: false } });
}

/**
 * Erases the rows of a draft's or a story's files, and those that only staff see. Their contents go with `removeUnnamed` after the transaction; should the
 * process end in between, the nightly sweep finds them.
 * @returns hashes for `removeUnnamed`
 */
export async function eraseFiles(tx: Tx, owner: FileOwner): Promise<string[]> {
  const { staff, hashes } = await filesOf(tx, owner);
  await tx.staffFile.deleteMany({ where: { id: { in: staff } } });
  await tx.storedFile.deleteMany({ where: owner });
  return hashes;
}

type FileOwner = { draftId: number } | { submissionId: number };

/** Rows of files, by their ids, with the hashes of what they name. */
export interface FilesLeaving {
  stored: number[];
  staff: number[];
  hashes: string[];
}

/** What `eraseFiles` would erase, for a dry run. */
export async function filesOf(tx: Tx, owner: FileOwner): Promise<FilesLeaving> {
  const rows =
    'draftId' in owner
      ? await tx.storedFile.findMany({ where: owner })
      : await findFilesOfSubmission(tx, owner.submissionId);
  const kept = await tx.staffFile.findMany({
    where: { OR: [{ fileId: { in: rows.map(({ id }) => id) } }, ...('submissionId' in owner ? [owner] : [])] },
    select: { id: true, sha256: true },
  });
  return {
    stored: rows.map(({ id }) => id),
    staff: kept.map(({ id }) => id),
    hashes: [...rows.flatMap(hashesOf), ...kept.map(({ sha256 }) => sha256)],
  };
}

/**
 * Takes contents off the disk that no row names. Call it when the rows are gone for certain, outside of their transaction.
 * @returns how many went
 */
export async function removeUnnamed(hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0;
  // Under the writer's lock, so that no upload of the same content comes between the look and the removal.
  const removed = await writing<number, never>(async (tx) => {
    let count = 0;
    for (const sha256 of new Set(hashes)) {
      const named = await tx.storedFile.count({ where: { OR: [{ sha256 }, { renditions: { contains: sha256 } }] } });
      if (named > 0 || (await tx.staffFile.count({ where: { sha256 } })) > 0) continue;
      if (await removeBlob(sha256)) count += 1;
    }
    return ok(count);
  });
  return removed.ok ? removed.value : 0;
}

/** Older than this, what no row names is nobody's. */
const ORPHAN_MS = 86_400_000;

/** What the sweep removed, or would remove. */
export interface SweepReport {
  /** Rows of files that belong to no draft and no story any more. */
  rows: number;
  blobs: number;
  bytes: number;
}

/**
 * Removes files that belong to nobody: rows whose draft or story was erased, contents older than a day that no row names, and
 * uploads that a process left half-way when it ended.
 * @param leaving only of a dry run: rows that would be gone by then
 */
export async function sweepBlobs({
  now = new Date(),
  dryRun = false,
  leaving = { stored: [], staff: [], hashes: [] },
}: {
  now?: Date;
  dryRun?: boolean;
  leaving?: FilesLeaving;
} = {}): Promise<SweepReport> {
  const nobodys = { draftId: null, submissionId: null };
  const lost = await db().storedFile.count({ where: nobodys });
  if (!dryRun) await db().storedFile.deleteMany({ where: nobodys });
  const rows = await db().storedFile.findMany({
    where: dryRun ? { NOT: nobodys, id: { notIn: leaving.stored } } : {},
    select: { sha256: true, renditions: true },
  });
  const staffs = await db().staffFile.findMany({
    where: { id: { notIn: leaving.staff } },
    select: { sha256: true },
  });
  const freed = new Set(leaving.hashes);
  const named = new Set([...rows.flatMap(hashesOf), ...staffs.map(({ sha256 }) => sha256)]);
  const report: SweepReport = { rows: lost, blobs: 0, bytes: 0 };
  const old = now.getTime() - ORPHAN_MS;
  for await (const blob of listBlobs()) {
    if (blob.sha256 !== null && named.has(blob.sha256)) continue;
    // What a row let go of goes at once; what none ever named may be an upload under way.
    if (blob.changed.getTime() > old && !freed.has(blob.sha256 ?? '')) continue;
    report.blobs += 1;
    report.bytes += blob.bytes;
    if (dryRun) continue;
    if (blob.sha256 === null) await rm(blob.path, { recursive: true, force: true });
    else await removeUnnamed([blob.sha256]);
  }
  return report;
}
