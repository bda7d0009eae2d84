import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db } from '@/lib/db';
import { SERVED_TYPES } from '@/lib/files/addresses';
import { openBlob } from '@/lib/files/blobs';
import { filesOfDraft } from '@/lib/files/queries';
import type { DocumentView, PhotoView } from '@/lib/files/schema';
import { fail, ok, type Result } from '@/lib/shared/result';
import { contactOf } from '@/lib/submissions/contacts';
import { type DraftView, openDraft } from '@/lib/submissions/drafts';
import { consentOf, draftSecretOfIntake, findIntake, originOf } from './records';
import type { IntakeOrigin, TypedConsent } from './schema';

/** A piece of evidence, by its key. */
export interface EvidenceView {
  key: string;
  isPdf: boolean;
  bytes: number;
  addedAt: Date;
}

/** A story that is being typed in. */
export interface IntakeView {
  id: number;
  origin: IntakeOrigin;
  draft: DraftView;
  photos: PhotoView[];
  documents: DocumentView[];
  consent: TypedConsent;
  evidence: EvidenceView[];
}

/** A story that is being typed in; `sent` with its reference once it was sent. */
export async function openIntake(
  staff: Staff,
  id: number,
  now = new Date(),
): Promise<Result<IntakeView, Refusal | { code: 'notFound' }>> {
  const allowed = authorise(staff, 'enterStory', now);
  if (!allowed.ok) return allowed;
  const row = await findIntake(db(), id);
  const secret = row && draftSecretOfIntake(row);
  const draft = await openDraft(secret, now);
  if (!row || !draft) return fail({ code: 'notFound' });
  const { photos, documents } = await filesOfDraft(secret, now);
  return ok({
    ...{ id, draft, photos, documents, origin: originOf(row), consent: consentOf(row) },
    evidence: row.evidence.map(({ key, format, bytes, createdAt }) => ({
      ...{ key, bytes, isPdf: format === 'pdf', addedAt: createdAt },
    })),
  });
}

/** One line of the list: a story that is being typed in, or that waits to be confirmed. */
export interface IntakeLine {
  id: number;
  origin: IntakeOrigin;
  title: string | null;
  by: string;
  savedAt: Date;
  /** Once it was sent. */
  sent: {
    reference: string;
    revision: number;
    eraseOn: Date | null;
    consent: TypedConsent;
    evidence: EvidenceView[];
    hasEmail: boolean;
  } | null;
}

const MOST_LINES = 100;

/** Stories that are being typed in, and those that wait for somebody to confirm them; newest first. */
export async function listIntakes(staff: Staff, now = new Date()): Promise<Result<IntakeLine[], Refusal>> {
  const allowed = authorise(staff, 'enterStory', now);
  if (!allowed.ok) return allowed;
  const rows = await db().storyIntake.findMany({
    where: { OR: [{ submissionId: null }, { submission: { state: 'unconfirmed' } }] },
    orderBy: { savedAt: 'desc' },
    take: MOST_LINES,
    include: {
      evidence: { orderBy: { id: 'asc' } },
      submission: { select: { id: true, reference: true, revision: true, title: true, eraseOn: true } },
    },
  });
  const people = await db().staffUser.findMany({ select: { id: true, name: true } });
  const lines: IntakeLine[] = [];
  for (const row of rows) {
    const draft = row.submission ? null : await openDraft(draftSecretOfIntake(row), now);
    if (!row.submission && !draft) continue;
    const title = row.submission?.title ?? draft?.answers.title;
    lines.push({
      ...{ id: row.id, origin: originOf(row), savedAt: row.savedAt },
      title: typeof title === 'string' && title.trim() !== '' ? title : null,
      by: people.find(({ id }) => id === row.enteredBy)?.name ?? '',
      sent: row.submission && {
        ...{ reference: row.submission.reference, revision: row.submission.revision, eraseOn: row.submission.eraseOn },
        consent: consentOf(row),
        evidence: row.evidence.map(({ key, format, bytes, createdAt }) => ({
          ...{ key, bytes, isPdf: format === 'pdf', addedAt: createdAt },
        })),
        hasEmail: Boolean((await contactOf(db(), row.submission.id))?.email),
      },
    });
  }
  return ok(lines);
}

/** A file for one member of staff. The handle is the caller's to close. */
export interface StaffFileContent {
  handle: import('node:fs/promises').FileHandle;
  bytes: number;
  type: string;
  /** Ending of the name under which it is kept. */
  extension: string;
}

/** Opens a piece of evidence; the one way to it. */
export async function openEvidence(
  staff: Staff,
  key: string,
  now = new Date(),
): Promise<Result<StaffFileContent, Refusal | { code: 'notFound' }>> {
  const allowed = authorise(staff, 'enterStory', now);
  if (!allowed.ok) return allowed;
  const row = await db().staffFile.findFirst({ where: { key, purpose: 'consent' } });
  const blob = row && (await openBlob(row.sha256));
  if (!row || !blob) return fail({ code: 'notFound' });
  const extension = row.format as keyof typeof SERVED_TYPES;
  return ok({ ...blob, type: SERVED_TYPES[extension], extension });
}

/** A photo of a story that is being typed in, as a small picture. */
export async function openIntakePhoto(
  staff: Staff,
  wish: { id: number; key: string; now?: Date },
): Promise<Result<StaffFileContent, Refusal | { code: 'notFound' }>> {
  const view = await openIntake(staff, wish.id, wish.now);
  if (!view.ok) return view;
  if (!view.value.photos.some(({ key }) => key === wish.key)) return fail({ code: 'notFound' });
  const row = await db().storedFile.findUnique({ where: { key: wish.key }, select: { renditions: true } });
  const renditions = JSON.parse(row?.renditions ?? '[]') as { name: string; format: string; sha256: string }[];
  const small = renditions.find(({ name, format }) => name === 'w480' && format === 'jpg');
  const blob = small && (await openBlob(small.sha256));
  return blob ? ok({ ...blob, type: SERVED_TYPES.jpg, extension: 'jpg' }) : fail({ code: 'notFound' });
}
