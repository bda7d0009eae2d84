import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { SERVED_TYPES } from '@/lib/files/addresses';
import { openBlob } from '@/lib/files/blobs';
import type { PhotoMarks } from '@/lib/files/marks';
import { renditionsOf } from '@/lib/files/records';
import { fail, ok, type Result } from '@/lib/shared/result';
import { contentOf } from '@/lib/submissions/versions';
import { findPhotos, findStoryOfPhotos, marksOf, type PhotoRow } from './photo-of-story';
import { UNREDACTED_DAYS } from './retention-rules';

/** A photo as the page of photos shows it. */
export interface DeskPhoto {
  key: string;
  /** Name of the sender's file. */
  name: string;
  alt: string;
  author: string;
  /** Of the photo as it was kept, in pixels; boxes are drawn on it. */
  width: number;
  height: number;
  marks: PhotoMarks;
  /** Whether what was covered can be shown again. */
  canRestore: boolean;
  /** It was changed, and the photo as it was is erased: new boxes are drawn on what is left. */
  isPublic: boolean;
}

export interface PhotosView {
  reference: string;
  title: string | null;
  revision: number;
  photos: DeskPhoto[];
  /** Days after the decision for which a photo is kept as it was. */
  keptDays: number;
}

/** The photos of a story for whoever may change them. */
export async function openPhotos(
  staff: Staff,
  reference: string,
  now = new Date(),
): Promise<Result<PhotosView, Refusal | { code: 'notFound' }>> {
  const allowed = authorise(staff, 'redact', now);
  if (!allowed.ok) return allowed;
  const story = await findStoryOfPhotos(db(), reference);
  if (!story) return fail({ code: 'notFound' });
  const { photos: answers } = await contentOf(db(), story.id, story.versionNumber);
  const rows = await findPhotos(db(), story.id);
  const photos = answers.flatMap(({ file, alt, author }) => {
    const row = rows.find(({ key }) => key === file);
    return row ? [toDeskPhoto(row, alt, author)] : [];
  });
  const { title, revision } = story;
  return ok({ reference, title, revision, photos, keptDays: UNREDACTED_DAYS });
}

function toDeskPhoto(row: PhotoRow, alt: string, author: string): DeskPhoto {
  const original = renditionsOf(row).find(({ name }) => name === 'original');
  return {
    ...{ key: row.key, name: row.originalName, alt, author, marks: marksOf(row), isPublic: row.isPublic },
    width: original?.width ?? row.width ?? 0,
    height: original?.height ?? row.height ?? 0,
    canRestore: row.unredacted !== null,
  };
}

/** A picture for the page of photos. The handle is the caller's to close. */
export interface DeskPicture {
  handle: import('node:fs/promises').FileHandle;
  bytes: number;
  type: string;
}

/**
 * Opens a photo of a story for whoever may redact: as it is now, or as it was. null for anything else that the key may name.
 * This is the one way to a photo as it was: no public address leads to it.
 */
export async function openDeskPicture(
  staff: Staff,
  key: string,
  as: 'now' | 'before',
  now = new Date(),
): Promise<Result<DeskPicture, Refusal | { code: 'notFound' }>> {
  const allowed = authorise(staff, 'redact', now);
  if (!allowed.ok) return allowed;
  const row = await db().storedFile.findFirst({
    where: { key, kind: 'photo', submissionId: { not: null } },
    select: { renditions: true, unredacted: { select: { sha256: true, format: true } } },
  });
  if (!row) return fail({ code: 'notFound' });
  const shown =
    as === 'before' && row.unredacted
      ? row.unredacted
      : (renditionsOf(row).find(
          ({ name, format }) => name === (as === 'before' ? 'original' : 'w960') && format !== 'avif',
        ) ?? renditionsOf(row).find(({ name }) => name === 'original'));
  const blob = shown && (await openBlob(shown.sha256));
  if (!shown || !blob) return fail({ code: 'notFound' });
  return ok({ ...blob, type: SERVED_TYPES[shown.format as 'jpg'] });
}
