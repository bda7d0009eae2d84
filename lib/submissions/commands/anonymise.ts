import 'server-only';
import type { Tx } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fold } from '@/lib/serbian';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { StoryContent } from '@/lib/stories/content';
import { contactOf, saveContact } from '../contacts';
import { appendEvent } from '../events';
import { type OpenedStory, openStatus } from '../status-door';
import { publish } from '../transition';
import { contentOf, writeVersion } from '../versions';

/**
 * Takes the author's name off a story, at once, in every state and without anybody's consent: off the public page, and out of
 * what we hold. The address stays, without the name, so that we can still answer. The public version and one that waits
 * are followed by ones without the name, the relation to the organisation in own words, and the name under own photos.
 */
export function anonymise(
  token: string,
  now = new Date(),
): Promise<Result<{ reference: string }, { code: 'notFound' } | StorageTrouble>> {
  return writing<{ reference: string }, { code: 'notFound' }>(async (tx) => {
    const story = await openStatus(tx, token, now);
    if (!story) return fail({ code: 'notFound' });
    const contact = await contactOf(tx, story.id);
    const name = contact?.name ?? null;
    if (story.showName === 'no' && name === null) return ok({ reference: story.reference });
    if (contact) await saveContact(tx, story.id, { name: null, email: contact.email, phone: null }, now);
    const versions = await writeNamelessVersions(tx, story, name, now);
    await tx.submission.updateMany({
      where: { id: story.id },
      data: { ...versions, showName: 'no', revision: story.revision + 1 },
    });
    if (story.state === 'published' && versions.liveVersion) await publish(tx, story.id, versions.liveVersion, now);
    await appendEvent(tx, { submissionId: story.id, kind: 'anonymise', actor: { kind: 'submitter' }, now });
    return ok({ reference: story.reference });
  });
}

async function writeNamelessVersions(tx: Tx, story: OpenedStory, name: string | null, now: Date) {
  let number = story.versionNumber;
  const follow = async (version: number | null) => {
    if (version === null) return null;
    number += 1;
    await writeVersion(tx, story.id, number, withoutName(await contentOf(tx, story.id, version), name), now);
    return number;
  };
  const liveVersion = await follow(story.liveVersion);
  // What waits is the newest version, and stays so.
  const newest = story.liveVersion === story.versionNumber ? liveVersion : await follow(story.versionNumber);
  return {
    liveVersion,
    pendingVersion: story.pendingVersion === null ? null : newest,
    versionNumber: number,
  };
}

function withoutName(content: StoryContent, name: string | null): StoryContent {
  const isOwn = (author: string) => name !== null && fold(author) === fold(name);
  return {
    ...content,
    showName: 'no',
    roleRelation: null,
    photos: content.photos.map((photo) => (isOwn(photo.author) ? { ...photo, author: '' } : photo)),
  };
}
