import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db';
import { storeUpload } from '@/lib/files/commands';
import { readFileFor } from '@/lib/files/queries';
import type { Rendition } from '@/lib/files/schema';
import { runRetention } from '@/lib/jobs/retention';
import { fixAltText } from '@/lib/redaction/alt-text';
import { redactPhoto, restorePhoto } from '@/lib/redaction/commands';
import { openDeskPicture, openPhotos } from '@/lib/redaction/queries';
import { confirmStory, sendStory } from '@/lib/submissions/commands';
import { saveDraft } from '@/lib/submissions/drafts';
import type { TestDatabase } from '../../support/database';
import { filesOnDisk } from '../files/support';
import {
  ANSWERS,
  createStoryDatabase,
  done,
  fillDraft,
  later,
  mailedToken,
  NOW,
  PASS,
  publish,
} from '../submissions/support';
import { brightest, brightPhoto, staff } from './support';

// The same code in this process: starting one for each file would take most of the time (cleaner.test.ts does).
vi.mock('@/lib/files/cleaner', async () => ({ cleanFile: (await import('@/lib/files/clean/clean')).cleanInto }));

let database: TestDatabase;
beforeAll(async () => {
  database = await createStoryDatabase();
});
afterAll(() => database.dispose());

const moderator = staff('moderator');
/** The white sheet in the photo, in hundredths of a percent: 33 to 58 % by 25 to 50 %. */
const SHEET = { x: 3300, y: 2400, width: 2600, height: 2700 };
const INSIDE = { x: 35, y: 28, width: 21, height: 19 };

let people = 0;
async function storyWithPhoto() {
  people += 1;
  const secret = await fillDraft({ ...ANSWERS, contactEmail: `ana${people}@primer.example` });
  const { key } = done(
    await storeUpload({
      draftSecret: secret,
      kind: 'photo',
      originalName: 'a.jpg',
      // Far enough apart that JPEG makes no two of them the same bytes.
      content: await brightPhoto(1_200, 800, 40 + 8 * people),
      now: NOW,
    }),
  );
  const photos = [{ file: key, alt: 'Žene za stolom', author: '' }];
  done(
    await saveDraft({
      secret,
      locale: 'sr-Latn',
      page: 'files',
      answers: { photos, peopleInPhotos: 'agreed' },
      version: null,
      now: NOW,
    }),
  );
  const { reference } = done(await sendStory({ secret, origin: 'web', spam: PASS, now: NOW }));
  done(await confirmStory(await mailedToken(database.prisma, 'confirm'), NOW));
  const { id } = await db().submission.findUniqueOrThrow({ where: { reference } });
  return { key, reference, id };
}
const revisionOf = async (reference: string) =>
  (await db().submission.findUniqueOrThrow({ where: { reference } })).revision;
const rowOf = (key: string) => db().storedFile.findUniqueOrThrow({ where: { key }, include: { unredacted: true } });
const hashes = async (key: string) => {
  const row = await rowOf(key);
  return [row.sha256, ...(JSON.parse(row.renditions) as Rendition[]).map(({ sha256 }) => sha256)];
};
const onDisk = () => filesOnDisk(database).map(({ path }) => path.split('/').at(-1) ?? '');
const contentOf = (hash: string) =>
  filesOnDisk(database).find(({ path }) => path.endsWith(hash))?.bytes ?? Buffer.alloc(0);
const redact = async (story: { reference: string; key: string }, marks = { crop: null, boxes: [SHEET] }, now = NOW) =>
  redactPhoto(moderator, { ...story, revision: await revisionOf(story.reference), marks, now });

describe('boxes in a photo', () => {
  test('are black in the original and in every size and format, and no former content is left but the kept original', async () => {
    const story = await storyWithPhoto();
    const before = await hashes(story.key);
    expect(await brightest(contentOf(before[0] ?? ''), INSIDE)).toBeGreaterThan(230);
    done(await redact(story));
    const after = await hashes(story.key);
    expect(after.length).toBe(before.length);
    for (const hash of after) expect(await brightest(contentOf(hash), INSIDE)).toBeLessThan(24);
    const { unredacted } = await rowOf(story.key);
    expect(unredacted?.sha256).toBe(before[0]);
    expect(onDisk().filter((name) => before.includes(name))).toEqual([before[0]]);
    const events = await db().submissionEvent.findMany({ where: { submissionId: story.id, kind: 'redact' } });
    expect(events.map(({ actorId }) => actorId)).toEqual([moderator.id]);
    expect(await db().auditEntry.count({ where: { action: 'photo.redact', objectId: String(story.id) } })).toBe(1);
  });

  test('do not add up: each redaction begins with the photo as it was, a cut shows only its part', async () => {
    const story = await storyWithPhoto();
    done(await redact(story));
    done(await redact(story, { crop: { x: 0, y: 0, width: 5000, height: 10_000 }, boxes: [] } as never));
    const row = await rowOf(story.key);
    expect([row.width, row.height]).toEqual([600, 800]);
    expect(await brightest(contentOf(row.sha256), { x: 70, y: 28, width: 25, height: 19 })).toBeGreaterThan(230);
  });

  test('can be taken away again: the same bytes in every size', async () => {
    const story = await storyWithPhoto();
    const before = await hashes(story.key);
    done(await redact(story));
    done(await restorePhoto(moderator, { ...story, revision: await revisionOf(story.reference), now: NOW }));
    expect(await hashes(story.key)).toEqual(before);
    expect((await rowOf(story.key)).unredacted).toBeNull();
  });

  test('are refused over a newer revision, for a photo of another story, and without the right; nothing changes', async () => {
    const [story, other] = [await storyWithPhoto(), await storyWithPhoto()];
    const before = await hashes(story.key);
    const revision = await revisionOf(story.reference);
    const wish = { ...story, revision, marks: { crop: null, boxes: [SHEET] }, now: NOW };
    const codeOf = async (result: ReturnType<typeof redactPhoto>) => {
      const { ok, error } = (await result) as { ok: boolean; error?: { code: string } };
      return ok ? 'ok' : error?.code;
    };
    expect(await codeOf(redactPhoto(moderator, { ...wish, revision: revision - 1 }))).toBe('stale');
    expect(await codeOf(redactPhoto(moderator, { ...wish, key: other.key }))).toBe('notFound');
    expect(await codeOf(redactPhoto(staff('volunteer'), wish))).toBe('forbidden');
    expect(await codeOf(redactPhoto(staff('editor'), wish))).toBe('forbidden');
    expect(await hashes(story.key)).toEqual(before);
  });

  test('pressed twice, or on an old page, are burned in once, and an old page puts nothing back', async () => {
    const story = await storyWithPhoto();
    const revision = await revisionOf(story.reference);
    const wish = { ...story, revision, marks: { crop: null, boxes: [SHEET] }, now: NOW };
    const stale = { ok: false, error: { code: 'stale' } };
    const rows = await db().auditEntry.count();
    done(await redactPhoto(moderator, wish));
    const burned = await hashes(story.key);
    expect(await redactPhoto(moderator, wish)).toMatchObject(stale);
    expect(await restorePhoto(moderator, wish)).toMatchObject(stale);
    expect(await hashes(story.key)).toEqual(burned);
    expect(await db().auditEntry.count()).toBe(rows + 1);
    done(await restorePhoto(moderator, { ...wish, revision: revision + 1 }));
    expect(await restorePhoto(moderator, { ...wish, revision: revision + 1 })).toMatchObject(stale);
    expect(await db().auditEntry.count()).toBe(rows + 2);
  });

  test('hide the photo as it was from everybody but who may redact, whatever the address', async () => {
    const story = await storyWithPhoto();
    done(await redact(story));
    await publish(database.prisma, story.id);
    const served = await readFileFor(story.key, 'original.jpg', {});
    await served?.handle.close();
    const { unredacted, sha256 } = await rowOf(story.key);
    expect(served?.sha256).toBe(sha256);
    for (const name of ['original.jpg', 'w960.jpg', 'before.jpg', 'unredacted.jpg'])
      expect(await readFileFor(unredacted?.key ?? '', name, {})).toBeNull();
    const shown = done(await openDeskPicture(moderator, story.key, 'before', NOW));
    expect((await shown.handle.stat()).size).toBe(unredacted?.bytes);
    await shown.handle.close();
    expect(await openDeskPicture(staff('volunteer'), story.key, 'before', NOW)).toMatchObject({ ok: false });
  });

  test('become final 30 days after the decision: counted by a dry run, then gone from disk, and nothing is restored', async () => {
    const story = await storyWithPhoto();
    const [original = ''] = await hashes(story.key);
    const dueOn = async (day: number, dryRun: boolean) =>
      (await runRetention({ now: later(day), dryRun })).find(({ rule }) => rule === 'staffFiles');
    const others = (await dueOn(100, true))?.due ?? 0;
    done(await redact(story));
    // Nothing is due while it waits, however long.
    expect((await dueOn(100, true))?.due).toBe(others);
    await publish(database.prisma, story.id);
    expect((await dueOn(29, true))?.due).toBe(0);
    expect((await dueOn(31, true))?.due).toBe(others + 1);
    expect(onDisk()).toContain(original);
    await runRetention({ now: later(31) });
    expect(onDisk()).not.toContain(original);
    expect((await rowOf(story.key)).unredacted).toBeNull();
    const view = done(await openPhotos(moderator, story.reference, NOW));
    expect(view.photos[0]?.canRestore).toBe(false);
  });

  test('go with the story when it is erased, the kept original too', async () => {
    const story = await storyWithPhoto();
    done(await redact(story));
    const all = [...(await hashes(story.key)), (await rowOf(story.key)).unredacted?.sha256 ?? ''];
    const { eraseSubmission } = await import('@/lib/submissions/commands/erase');
    const { removeUnnamed } = await import('@/lib/files/commands');
    const erased = await db().$transaction((tx) =>
      eraseSubmission(tx, { submissionId: story.id, actor: { kind: 'submitter' }, now: NOW }),
    );
    await removeUnnamed(done(erased));
    expect(onDisk().filter((name) => all.includes(name))).toEqual([]);
    expect(await db().staffFile.count({ where: { submissionId: story.id } })).toBe(0);
  });
});

describe('the description of a photo', () => {
  test('is corrected in a version of staff, public at once; the author’s version stays', async () => {
    const story = await storyWithPhoto();
    await publish(database.prisma, story.id);
    const revision = await revisionOf(story.reference);
    const fix = { ...story, revision, alt: 'Deset žena šije maske za dugim stolom', now: NOW };
    done(await fixAltText(moderator, fix));
    const versions = await db().submissionVersion.findMany({
      where: { submissionId: story.id },
      orderBy: { number: 'asc' },
    });
    expect(versions.map(({ author }) => author)).toEqual(['submitter', 'staff']);
    const shown = await db().story.findUniqueOrThrow({ where: { submissionId: story.id } });
    expect(shown.photos).toContain(fix.alt);
    const stale = await fixAltText(moderator, fix);
    expect(stale).toMatchObject({ ok: false, error: { code: 'stale' } });
    const short = await fixAltText(moderator, { ...fix, revision: revision + 1, alt: 'Da' });
    expect(short).toMatchObject({ ok: false, error: { code: 'altTooShort' } });
  });
});
