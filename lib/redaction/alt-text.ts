import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { recordAudit } from '@/lib/audit/commands';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { actorOf } from '@/lib/moderation/staff-rights';
import { fail, ok, type Result } from '@/lib/shared/result';
import { appendEvent } from '@/lib/submissions/events';
import { ALT_LIMITS } from '@/lib/submissions/fields';
import { publish } from '@/lib/submissions/transition';
import { countSigns, tidy } from '@/lib/submissions/values';
import { contentOf } from '@/lib/submissions/versions';
import type { Redacted } from './commands';
import { findStoryOfPhotos } from './photo-of-story';

export type AltError = { code: 'notFound' | 'stale' | 'altTooShort' | 'altTooLong' } | Refusal | StorageTrouble;

/**
 * Corrects the description of a photo, for whoever cannot see it: a new version of the story by staff, which becomes public at
 * once where the newest version is the public one. The author's own versions stay as they are.
 */
export function fixAltText(
  staff: Staff,
  fix: { reference: string; key: string; revision: number; alt: string; now?: Date },
): Promise<Result<Redacted, AltError>> {
  const { reference, key, revision, now = new Date() } = fix;
  return writing<Redacted, Exclude<AltError, StorageTrouble>>(async (tx) => {
    const allowed = authorise(staff, 'redact', now);
    if (!allowed.ok) return allowed;
    const alt = tidy(fix.alt);
    const signs = countSigns(alt);
    if (signs < ALT_LIMITS.min) return fail({ code: 'altTooShort' });
    if (signs > ALT_LIMITS.max) return fail({ code: 'altTooLong' });
    const story = await findStoryOfPhotos(tx, reference);
    if (!story) return fail({ code: 'notFound' });
    if (story.revision !== revision) return fail({ code: 'stale' });
    const content = await contentOf(tx, story.id, story.versionNumber);
    const photo = content.photos.find(({ file }) => file === key);
    if (!photo) return fail({ code: 'notFound' });
    if (photo.alt === alt) return ok({ revision });
    const version = story.versionNumber + 1;
    const photos = content.photos.map((one) => (one.file === key ? { ...one, alt } : one));
    await tx.submissionVersion.create({
      data: {
        ...{ submissionId: story.id, number: version, author: 'staff', createdAt: now },
        content: JSON.stringify({ ...content, photos }),
      },
      select: { number: true },
    });
    const isLive = story.liveVersion === story.versionNumber;
    await tx.submission.updateMany({
      where: { id: story.id },
      data: {
        ...{ versionNumber: version, revision: revision + 1 },
        ...(isLive && { liveVersion: version }),
        ...(story.pendingVersion === story.versionNumber && { pendingVersion: version }),
      },
    });
    if (isLive && story.state === 'published') await publish(tx, story.id, version, now);
    const details = { version };
    await appendEvent(tx, {
      ...{ submissionId: story.id, kind: 'alt_text', actor: actorOf(staff), details, now },
    });
    await recordAudit(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'photo.altText',
      object: { kind: 'submission', id: story.id },
      details,
    });
    return ok({ revision: revision + 1 });
  });
}
