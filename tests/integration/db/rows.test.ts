import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { rows } from '@/lib/db/rows';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.dispose());

const AT = new Date('2026-11-26T10:20:30.456Z');
const submission = (reference: string) => ({
  ...{ reference, state: 'pending', origin: 'form', locale: 'sr-Latn', title: `Priča ${reference}` },
  ...{ emailHash: 'h', stateSince: AT, createdAt: AT },
});

describe('what is written without the client', () => {
  it('is read by it with the same types, and the other way round', async () => {
    const { insert, find } = await rows(db());
    const id = insert('Submission', submission('AAA-AAA-AAA'));
    const seen = await db().submission.findUniqueOrThrow({ where: { id } });
    expect(seen).toMatchObject({ reference: 'AAA-AAA-AAA', createdAt: AT, publishedAt: null, revision: 0 });
    const byClient = await db().submission.create({ data: submission('BBB-BBB-BBB') });
    expect(find('Submission', { id: byClient.id }, ['createdAt', 'publishedAt', 'revision', 'title'])).toEqual({
      ...{ createdAt: AT, publishedAt: null, revision: 0, title: 'Priča BBB-BBB-BBB' },
    });
    const sealed = new Uint8Array([0, 255, 7]);
    await db().submissionContact.create({ data: { submissionId: id, sealed, savedAt: AT } });
    expect(new Uint8Array(find('SubmissionContact', { submissionId: id }, ['sealed'])?.sealed ?? [])).toEqual(sealed);
  });

  it('stands if, and only if, the transaction does', async () => {
    await expect(
      db().$transaction(async (tx) => {
        const { insert, has } = await rows(tx);
        insert('Submission', submission('CCC-CCC-CCC'));
        expect(has('Submission', { reference: 'CCC-CCC-CCC' })).toBe(true);
        expect(await tx.submission.count({ where: { reference: 'CCC-CCC-CCC' } })).toBe(1);
        throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    expect(await db().submission.count({ where: { reference: 'CCC-CCC-CCC' } })).toBe(0);
  });

  it('is in the transaction of the client that it was given, not of another one', async () => {
    await database.prisma.$transaction(async (tx) => {
      (await rows(tx)).insert('Submission', submission('DDD-DDD-DDD'));
      expect((await rows(db())).has('Submission', { reference: 'DDD-DDD-DDD' })).toBe(false);
    });
    expect((await rows(db())).has('Submission', { reference: 'DDD-DDD-DDD' })).toBe(true);
  });
});

describe('a condition', () => {
  it('is met by equal values, by one of several, and by none where none is asked', async () => {
    const { insert, findAll, update, remove } = await rows(db());
    for (const name of ['EEE', 'FFF', 'GGG']) insert('Submission', { ...submission(name), locale: 'en' });
    update('Submission', { reference: ['EEE', 'FFF'] }, { publishedAt: AT });
    const english = (publishedAt: Date | null) =>
      findAll('Submission', { locale: 'en', publishedAt }, ['reference'], ['reference', 'desc']).map(
        (row) => row.reference,
      );
    expect(english(AT)).toEqual(['FFF', 'EEE']);
    expect(english(null)).toEqual(['GGG']);
    expect(remove('Submission', { locale: 'en' })).toBe(3);
    expect(findAll('Submission', { reference: [] }, ['id'])).toEqual([]);
  });
});

it('what is put a second time is changed as said, or stays as it is', async () => {
  const { put, find } = await rows(db());
  const mail = { dedupeKey: 'a:1', template: 'confirm', locale: 'en', dueAt: AT, createdAt: AT };
  const state = () => find('OutboxMail', { dedupeKey: 'a:1' }, ['state', 'locale']);
  put('OutboxMail', ['dedupeKey'], { ...mail, state: 'waiting' });
  put('OutboxMail', ['dedupeKey'], { ...mail, locale: 'sr-Latn', state: 'sent' });
  expect(state()).toEqual({ state: 'waiting', locale: 'en' });
  put('OutboxMail', ['dedupeKey'], mail, { state: 'cancelled' });
  expect(state()).toEqual({ state: 'cancelled', locale: 'en' });
});
