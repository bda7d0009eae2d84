import { statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FileKind } from '@/lib/files/fields';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { hugePng, PLANTED, pdfWithScript, phonePhoto, plainPdf, plainPicture } from '@/tests/support/made-files';
import { draftIdOf, filesOnDisk, newDraft, newSubmission, publishStory } from './support';

// The same code in this process: starting one for each file would take most of the time (cleaner.test.ts does).
vi.mock('@/lib/files/cleaner', async () => ({ cleanFile: (await import('@/lib/files/clean/clean')).cleanInto }));

let database: TestDatabase;
let commands: typeof import('@/lib/files/commands');
let queries: typeof import('@/lib/files/queries');
beforeAll(async () => {
  database = await createTestDatabase();
  commands = await import('@/lib/files/commands');
  queries = await import('@/lib/files/queries');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await database.prisma.storyDraft.deleteMany();
  await database.prisma.storedFile.deleteMany();
  await commands.sweepBlobs({ now: new Date(Date.now() + 2 * 86_400_000) });
});
afterAll(() => database.dispose());

/** A small photo; the number makes each another one. */
const photo = (red = 200) => plainPicture(64, 48).tint({ r: red, g: 90, b: 90 }).jpeg().toBuffer();

const upload = (draftSecret: string, content: Buffer, kind: FileKind = 'photo', originalName = 'slika.jpg') =>
  commands.storeUpload({ draftSecret, kind, originalName, content });

async function store(draftSecret: string, content: Buffer, kind: FileKind = 'photo', name?: string): Promise<string> {
  const stored = await upload(draftSecret, content, kind, name);
  if (!stored.ok) throw new Error(stored.error.code);
  return stored.value.key;
}

describe('a stored photo', () => {
  it('lies by its hash in folders that only the server may enter, and holds no metadata anywhere', async () => {
    const secret = await newDraft();
    await store(secret, await phonePhoto());
    const files = filesOnDisk(database);
    // The original, and two widths in three formats.
    expect(files).toHaveLength(7);
    for (const { path: at, bytes, mode } of files) {
      expect(at).toMatch(/^([0-9a-f]{2})\/([0-9a-f]{2})\/\1\2[0-9a-f]{60}$/);
      expect(mode).toBe(0o600);
      for (const word of Object.values(PLANTED)) expect(bytes.includes(word)).toBe(false);
    }
    expect(statSync(path.join(database.folder, 'files')).mode & 0o777).toBe(0o700);
  });

  it('keeps the name as text without what nobody sees, and no part of a path', async () => {
    const secret = await newDraft();
    await store(secret, await photo(), 'photo', '../../etc/\u202egpj.exe\0 Šolja čaja.jpg');
    const { photos } = await queries.filesOfDraft(secret);
    expect(photos[0]?.name).toBe('gpj.exe Šolja čaja.jpg');
    expect(photos[0]?.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('may have any ending: the content decides', async () => {
    const secret = await newDraft();
    expect(await upload(secret, await photo(), 'photo', 'dokument.pdf')).toMatchObject({ ok: true });
    expect(await upload(secret, Buffer.from('MZ…'), 'photo', 'slika.jpg')).toMatchObject({
      error: { code: 'notAPicture' },
    });
    expect(await upload(secret, await photo(), 'document', 'slika.pdf')).toMatchObject({ error: { code: 'notAPdf' } });
  });
});

describe('what is refused leaves nothing behind', () => {
  it.each<[string, FileKind, () => Promise<Buffer> | Buffer, string]>([
    ['11 MB', 'photo', () => Buffer.alloc(11 * 1024 * 1024), 'tooLarge'],
    ['a bomb of 65000 x 65000 pixels', 'photo', () => hugePng(65_000, 65_000), 'tooManyPixels'],
    ['a photo cut off', 'photo', async () => (await phonePhoto()).subarray(0, -3_000), 'broken'],
    ['a document with a script', 'document', pdfWithScript, 'pdfActive'],
    ['a document cut off', 'document', async () => (await plainPdf()).subarray(0, 2_000), 'broken'],
  ])('%s', async (_, kind, make, code) => {
    const secret = await newDraft();
    expect(await upload(secret, await make(), kind)).toEqual({ ok: false, error: { code } });
    expect(await queries.filesOfDraft(secret)).toEqual({ photos: [], documents: [], report: [] });
    expect(filesOnDisk(database)).toEqual([]);
  });

  it('on a full disk the file is refused in so many words', async () => {
    const secret = await newDraft();
    const full = Object.assign(new Error('ENOSPC: no space left on device, mkdir'), { code: 'ENOSPC' });
    const blobs = await import('@/lib/files/blobs');
    vi.spyOn(blobs, 'makeIncoming').mockRejectedValue(full);
    expect(await upload(secret, await photo())).toEqual({ ok: false, error: { code: 'diskFull' } });
  });

  it('for a draft that is gone', async () => {
    expect(await upload('x'.repeat(32), await photo())).toEqual({ ok: false, error: { code: 'gone' } });
  });
});

describe('how many', () => {
  it('the sixth photo and the fourth document are refused, the others stay', async () => {
    const secret = await newDraft();
    for (let red = 0; red < 5; red += 1) await store(secret, await photo(red * 50));
    expect(await upload(secret, await photo())).toEqual({ ok: false, error: { code: 'tooMany' } });
    for (let page = 1; page < 4; page += 1) await store(secret, await plainPdf(undefined, page), 'document');
    expect(await upload(secret, await plainPdf(), 'document')).toEqual({ ok: false, error: { code: 'tooMany' } });
    const { photos, documents } = await queries.filesOfDraft(secret);
    expect([photos.length, documents.length]).toEqual([5, 3]);
  });

  it('six at once are five', async () => {
    const secret = await newDraft();
    const answers = await Promise.all([0, 40, 80, 120, 160, 200].map(async (red) => upload(secret, await photo(red))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect((await queries.filesOfDraft(secret)).photos).toHaveLength(5);
  });
});

describe('one content of two drafts', () => {
  it('is stored once, and stays until the last one removes it', async () => {
    const [first, second] = [await newDraft(), await newDraft()];
    const a = await store(first, await photo());
    const before = filesOnDisk(database).map(({ path: at }) => at);
    const b = await store(second, await photo());
    expect(a).not.toBe(b);
    expect(filesOnDisk(database).map(({ path: at }) => at)).toEqual(before);

    expect(await commands.removeFile({ draftSecret: second, key: a })).toBe(false);
    expect(await commands.removeFile({ draftSecret: first, key: a })).toBe(true);
    expect(filesOnDisk(database).map(({ path: at }) => at)).toEqual(before);
    expect(await commands.removeFile({ draftSecret: second, key: b })).toBe(true);
    expect(filesOnDisk(database)).toEqual([]);
  });
});

describe('the sweep', () => {
  it('removes what belongs to nobody and is older than a day, and says how much', async () => {
    const [kept, erased] = [await newDraft(), await newDraft()];
    await store(kept, await photo(10));
    await store(erased, await photo(250));
    const all = filesOnDisk(database).length;
    await database.prisma.storyDraft.delete({ where: { id: await draftIdOf(erased) } });
    const later = new Date(Date.now() + 2 * 86_400_000);

    const dry = await commands.sweepBlobs({ now: later, dryRun: true });
    expect(filesOnDisk(database)).toHaveLength(all);
    expect((await commands.sweepBlobs()).blobs, 'young ones stay').toBe(0);
    const done = await commands.sweepBlobs({ now: later });
    expect({ ...done, rows: 1 }).toEqual(dry);
    expect(done.blobs).toBe(all / 2);
    expect(done.bytes).toBeGreaterThan(0);
    expect(filesOnDisk(database)).toHaveLength(all / 2);
  });

  it('removes what a process left half-way', async () => {
    const { makeIncoming } = await import('@/lib/files/blobs');
    const folder = await makeIncoming();
    const old = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(folder, old, old);
    expect((await commands.sweepBlobs()).blobs).toBe(1);
    expect(() => statSync(folder)).toThrow();
  });
});

describe('who may see a file', () => {
  const mayRead = async (
    key: string,
    content: string,
    viewer: { draftSecret?: string; statusSecret?: string } = {},
  ) => {
    const served = await queries.readFileFor(key, content, viewer);
    await served?.handle.close();
    return served === null ? null : served.isPublic ? 'public' : 'private';
  };

  it('of a draft: its holder only, and no address can be guessed', async () => {
    const [secret, other] = [await newDraft(), await newDraft()];
    const key = await store(secret, await photo());
    expect(await mayRead(key, 'w480.avif', { draftSecret: secret })).toBe('private');
    expect(await mayRead(key, 'original.jpg', { draftSecret: secret })).toBe('private');
    for (const viewer of [{}, { draftSecret: other }, { draftSecret: 'x'.repeat(32) }, { statusSecret: secret }]) {
      expect(await mayRead(key, 'w480.avif', viewer)).toBeNull();
    }
    for (const content of [
      'w481.avif',
      'w1600.avif',
      'original.png',
      'document.pdf',
      'slika.jpg',
      '../w480.avif',
      '',
    ]) {
      expect(await mayRead(key, content, { draftSecret: secret }), content).toBeNull();
    }
    for (const wrong of [`${key.slice(0, -1)}z`, '1', '../../keys/contact', filesOnDisk(database)[0]?.path ?? '']) {
      expect(await mayRead(wrong, 'w480.avif', { draftSecret: secret })).toBeNull();
    }
  });

  it('of a sent story: with its status link; of a published one: everybody, as long as it is published', async () => {
    const secret = await newDraft();
    const key = await store(secret, await phonePhoto());
    const document = await store(secret, await plainPdf(), 'document');
    const [submissionId, otherId] = [await newSubmission(database), await newSubmission(database)];
    const { issueToken } = await import('@/lib/submissions/tokens');
    const { db } = await import('@/lib/db');
    await commands.attachFiles(db(), { draftId: await draftIdOf(secret), submissionId });
    const now = new Date();
    const status = await issueToken(db(), { purpose: 'status', submissionId, now });
    const others = await issueToken(db(), { purpose: 'status', submissionId: otherId, now });
    const confirm = await issueToken(db(), { purpose: 'confirm', submissionId, now });

    expect(await mayRead(key, 'w480.webp', { statusSecret: status })).toBe('private');
    for (const viewer of [{}, { statusSecret: others }, { statusSecret: confirm }, { draftSecret: secret }]) {
      expect(await mayRead(key, 'w480.webp', viewer)).toBeNull();
    }

    await commands.publishFiles(db(), submissionId, [key]);
    expect(await mayRead(key, 'w480.webp'), 'before the story is there').toBeNull();
    await publishStory(database, submissionId);
    expect(await mayRead(key, 'w480.webp')).toBe('public');
    expect(await mayRead(document, 'document.pdf'), 'for staff only').toBeNull();
    expect(await mayRead(document, 'document.pdf', { statusSecret: status })).toBe('private');

    await database.prisma.story.updateMany({ data: { publication: 'withdrawn' } });
    expect(await mayRead(key, 'w480.webp')).toBeNull();
    await database.prisma.story.updateMany({ data: { publication: 'published' } });
    await commands.unpublishFiles(db(), submissionId);
    expect(await mayRead(key, 'w480.webp')).toBeNull();

    await commands.removeUnnamed(await commands.eraseFiles(db(), { submissionId }));
    expect(filesOnDisk(database)).toEqual([]);
    expect(await mayRead(key, 'w480.webp', { statusSecret: status })).toBeNull();
  });
});

describe('the place in a photo', () => {
  it('is offered once, of the first photo, sealed, and forgotten with the answer', async () => {
    const secret = await newDraft();
    const key = await store(secret, await phonePhoto());
    const second = await store(secret, await phonePhoto('webp'));
    const { photos } = await queries.filesOfDraft(secret);
    expect(photos.map(({ offersPlace }) => offersPlace)).toEqual([true, false]);
    const row = await database.prisma.storedFile.findUnique({ where: { key } });
    expect(Buffer.from(row?.offeredPlace ?? []).toString('latin1')).not.toContain('43.8');

    expect(await commands.takeOfferedPlace({ draftSecret: secret, key: second, use: true })).toBeNull();
    expect(await commands.takeOfferedPlace({ draftSecret: secret, key, use: true })).toEqual({
      lat: expect.closeTo(43.8914, 4),
      lng: expect.closeTo(20.3497, 4),
    });
    expect(await commands.takeOfferedPlace({ draftSecret: secret, key, use: true })).toBeNull();
    expect((await queries.filesOfDraft(secret)).photos[0]?.offersPlace).toBe(false);
  });

  it('is not offered when there is a pin, and forgotten when the story is sent', async () => {
    const pinned = await newDraft();
    await database.prisma.storyDraft.updateMany({ data: { answers: JSON.stringify({ lat: 44.8, lng: 20.4 }) } });
    await store(pinned, await phonePhoto());
    expect((await queries.filesOfDraft(pinned)).photos[0]?.offersPlace).toBe(false);

    const secret = await newDraft();
    const key = await store(secret, await phonePhoto());
    const { db } = await import('@/lib/db');
    const submissionId = await newSubmission(database);
    await commands.attachFiles(db(), { draftId: await draftIdOf(secret), submissionId });
    expect((await database.prisma.storedFile.findUnique({ where: { key } }))?.offeredPlace).toBeNull();
    await commands.eraseFiles(db(), { submissionId });
  });
});

describe('answers and files', () => {
  it('an answer without a file is dropped, a file without an answer is added, words and order are kept', async () => {
    const secret = await newDraft();
    const [a, b, c] = [
      await store(secret, await photo(1)),
      await store(secret, await photo(90)),
      await store(secret, await photo(180)),
    ];
    const { db } = await import('@/lib/db');
    const answers = {
      photos: [
        { file: b, alt: 'Šivenje maski', author: 'Ana' },
        { file: 'f'.repeat(32), alt: 'tuđa', author: '' },
        { file: a, alt: '', author: '' },
        { file: b, alt: 'dvaput', author: '' },
      ],
    };
    const draft = { draftId: await draftIdOf(secret), revisesId: null };
    expect((await queries.withFiles(db(), { ...draft, answers })).photos).toEqual([
      { file: b, alt: 'Šivenje maski', author: 'Ana' },
      { file: a, alt: '', author: '' },
      { file: c, alt: '', author: '' },
    ]);
    expect(await queries.withFiles(db(), { draftId: draft.draftId + 1, revisesId: null, answers: {} })).toEqual({});
  });

  it('an edit of a story may drop a photo of it, which stays the story’s', async () => {
    const first = await newDraft();
    const key = await store(first, await photo());
    const submissionId = await newSubmission(database);
    const { db } = await import('@/lib/db');
    await commands.attachFiles(db(), { draftId: await draftIdOf(first), submissionId });
    const edit = await newDraft();
    await database.prisma.storyDraft.update({
      where: { id: await draftIdOf(edit) },
      data: { revisesId: submissionId },
    });
    const owner = { draftId: await draftIdOf(edit), revisesId: submissionId };
    const named = { photos: [{ file: key, alt: 'Maske', author: '' }] };
    expect((await queries.withFiles(db(), { ...owner, answers: named })).photos).toEqual(named.photos);
    expect((await queries.withFiles(db(), { ...owner, answers: { photos: [] } })).photos).toEqual([]);
    expect(await commands.removeFile({ draftSecret: edit, key })).toBe(false);
    expect(await database.prisma.storedFile.count({ where: { key } })).toBe(1);
    await commands.eraseFiles(db(), { submissionId });
  });
});
