import 'server-only';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { db, type Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { type StorageTrouble, storageTrouble, writing } from '@/lib/db/write';
import { blobPath, dropIncoming, makeIncoming, measure, placeBlob } from '@/lib/files/blobs';
import type { CleanOutcome } from '@/lib/files/clean/outcome';
import { cleanFile } from '@/lib/files/cleaner';
import { removeUnnamed } from '@/lib/files/commands';
import type { RefusalCode } from '@/lib/files/fields';
import { hasMarks, NO_MARKS, type PhotoMarks } from '@/lib/files/marks';
import { hashesOf, renditionsOf } from '@/lib/files/records';
import type { Rendition } from '@/lib/files/schema';
import { actorOf } from '@/lib/moderation/staff-rights';
import { fail, ok, type Result } from '@/lib/shared/result';
import { appendEvent } from '@/lib/submissions/events';
import { findPhoto, findStoryOfPhotos, type PhotoRow } from './photo-of-story';

export interface Redaction {
  reference: string;
  /** Key of the photo. */
  key: string;
  /** Revision of the story that was looked at; a newer one refuses. */
  revision: number;
  marks: PhotoMarks;
  now?: Date;
}

export type RedactionError =
  | { code: 'notFound' | 'stale' }
  /** The picture could not be made; a code of lib/files. */
  | { code: 'failed'; reason: RefusalCode }
  | Refusal
  | StorageTrouble;

export interface Redacted {
  revision: number;
}

/**
 * Burns boxes into a photo, and cuts it: its original and all its sizes are made anew from the pixels that are to be seen, and
 * the former ones leave the disk. The photo as it was is kept for staff alone, until it is swept (docs/desk-translation-and-photos.md);
 * every redaction begins with it, so boxes never add up. Marks without any box and cut put the photo back as it was.
 */
export async function redactPhoto(staff: Staff, redaction: Redaction): Promise<Result<Redacted, RedactionError>> {
  const { reference, key, revision, marks, now = new Date() } = redaction;
  const allowed = authorise(staff, 'redact', now);
  if (!allowed.ok) return allowed;
  const story = await findStoryOfPhotos(db(), reference);
  const photo = story && (await findPhoto(db(), story.id, key));
  if (!story || !photo) return fail({ code: 'notFound' });
  if (story.revision !== revision) return fail({ code: 'stale' });
  let folder: string | null = null;
  try {
    folder = await makeIncoming();
    const before = blobPath(photo.unredacted?.sha256 ?? photo.sha256);
    const outcome = await cleanFile('redact', before, folder, marks);
    return outcome.ok
      ? await keep(staff, redaction, photo, outcome, folder, now)
      : fail({ code: 'failed', reason: outcome.code });
  } catch (error) {
    if (storageTrouble(error) === 'full') return fail({ code: 'full' });
    throw error;
  } finally {
    if (folder) await dropIncoming(folder);
  }
}

/** The photo as it was kept, without any mark. */
export function restorePhoto(staff: Staff, wish: Omit<Redaction, 'marks'>): Promise<Result<Redacted, RedactionError>> {
  return redactPhoto(staff, { ...wish, marks: NO_MARKS });
}

async function keep(
  staff: Staff,
  { reference, key, revision, marks }: Redaction,
  seen: PhotoRow,
  outcome: Extract<CleanOutcome, { ok: true }>,
  folder: string,
  now: Date,
): Promise<Result<Redacted, RedactionError>> {
  const measured = await Promise.all(
    outcome.files.map(async (file) => ({ ...file, ...(await measure(path.join(folder, file.file))) })),
  );
  const kept = await writing<{ revision: number; old: string[] }, { code: 'notFound' | 'stale' }>(async (tx) => {
    const story = await findStoryOfPhotos(tx, reference);
    const photo = story && (await findPhoto(tx, story.id, key));
    if (!story || !photo) return fail({ code: 'notFound' });
    if (story.revision !== revision || photo.sha256 !== seen.sha256) return fail({ code: 'stale' });
    for (const { file, sha256 } of measured) await placeBlob(path.join(folder, file), sha256);
    const old = [...hashesOf(photo), ...(photo.unredacted ? [photo.unredacted.sha256] : [])];
    await keepAsItWas(tx, photo, marks, staff.id, now);
    await writePhoto(tx, photo.id, measured);
    await tx.submission.updateMany({ where: { id: story.id }, data: { revision: revision + 1 } });
    await writeDown(tx, staff, { submissionId: story.id, fileId: photo.id, marks, now });
    if (story.state === 'published') await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
    return ok({ revision: revision + 1, old });
  });
  // Whichever of the two sets of pictures no row names now; should this fail, the nightly sweep finds them.
  await removeUnnamed([...(kept.ok ? kept.value.old : []), ...measured.map(({ sha256 }) => sha256)]);
  return kept.ok ? ok({ revision: kept.value.revision }) : kept;
}

async function keepAsItWas(tx: Tx, photo: PhotoRow, marks: PhotoMarks, by: string, now: Date): Promise<void> {
  if (!hasMarks(marks)) {
    await tx.staffFile.deleteMany({ where: { fileId: photo.id } });
    return;
  }
  const marked = { marks: JSON.stringify(marks) };
  if (photo.unredacted) {
    await tx.staffFile.updateMany({ where: { id: photo.unredacted.id }, data: marked });
    return;
  }
  await tx.staffFile.create({
    data: {
      ...{ ...marked, purpose: 'unredacted', key: randomBytes(16).toString('hex'), sha256: photo.sha256 },
      ...{ format: originalOf(photo)?.format ?? 'jpg', bytes: photo.bytes, width: photo.width, height: photo.height },
      ...{ createdAt: now, createdBy: by, submissionId: photo.submissionId, fileId: photo.id },
    },
    select: { id: true },
  });
}

function originalOf(photo: PhotoRow): Rendition | undefined {
  return renditionsOf(photo).find(({ name }) => name === 'original');
}

type Measured = Extract<CleanOutcome, { ok: true }>['files'][number] & { bytes: number; sha256: string };

async function writePhoto(tx: Tx, id: number, measured: readonly Measured[]): Promise<void> {
  const [main] = measured;
  if (!main) throw new Error('The cleaner wrote nothing');
  const renditions = measured.map(({ name, format, width, height, bytes, sha256 }) => ({
    ...{ name, format, bytes, sha256 },
    ...{ width: width ?? 0, height: height ?? 0 },
  }));
  const { sha256, bytes, width, height } = main;
  await tx.storedFile.updateMany({
    where: { id },
    data: { sha256, bytes, width, height, renditions: JSON.stringify(renditions) },
  });
}

interface Done {
  submissionId: number;
  fileId: number;
  marks: PhotoMarks;
  now: Date;
}

async function writeDown(tx: Tx, staff: Staff, { submissionId, fileId, marks, now }: Done): Promise<void> {
  const kind = hasMarks(marks) ? 'redact' : 'restore_photo';
  const details = { file: fileId, boxes: marks.boxes.length, cut: marks.crop !== null };
  await appendEvent(tx, { submissionId, kind, actor: actorOf(staff), details, now });
  await recordAudit(tx, {
    actor: { kind: 'staff', id: staff.id },
    action: kind === 'redact' ? 'photo.redact' : 'photo.restore',
    object: { kind: 'submission', id: submissionId },
    details,
  });
}
