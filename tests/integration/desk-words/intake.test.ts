import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db';
import {
  addEvidence,
  confirmFor,
  discardIntake,
  removeEvidence,
  saveIntake,
  sendIntake,
  startIntake,
} from '@/lib/intake/commands';
import { listIntakes, openEvidence, openIntake } from '@/lib/intake/queries';
import { runRetention } from '@/lib/jobs/retention';
import { requestStatusLink } from '@/lib/submissions/commands';
import { contactOf } from '@/lib/submissions/contacts';
import type { StoryAnswers } from '@/lib/submissions/schema';
import type { TestDatabase } from '../../support/database';
import { filesOnDisk } from '../files/support';
import { ANSWERS, createStoryDatabase, done, later, NOW, outbox, publish } from '../submissions/support';
import { brightPhoto, staff } from './support';

// The same code in this process: starting one for each file would take most of the time (cleaner.test.ts does).
vi.mock('@/lib/files/cleaner', async () => ({ cleanFile: (await import('@/lib/files/clean/clean')).cleanInto }));

let database: TestDatabase;
beforeAll(async () => {
  database = await createStoryDatabase();
});
afterAll(() => database.dispose());

const [ana, mira] = [staff('moderator', 'ana'), staff('moderator', 'mira')];
const CONSENT = { how: 'spoken', on: '2026-11-24', who: 'Ana Anić', note: 'Pročitana joj je saglasnost.' };
const WITHOUT_MAIL = { ...ANSWERS, contactEmail: '' };

async function typeIn(answers: StoryAnswers = WITHOUT_MAIL, consent = CONSENT, origin: 'phone' | 'paper' = 'phone') {
  const { id } = done(await startIntake(ana, { origin, locale: 'sr-Latn', now: NOW }));
  done(await saveIntake(ana, { id, answers, consent, version: null, now: NOW }));
  return id;
}
const sent = async (id: number) => {
  const { reference } = done(await sendIntake(ana, id, NOW));
  return db().submission.findUniqueOrThrow({ where: { reference } });
};
const codeOf = async (result: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { ok, error } = await result;
  return ok ? 'ok' : error?.code;
};

describe('a story by phone or on paper', () => {
  test('is checked by the schema of the public form, every fault at once, with those of the consent', async () => {
    const id = await typeIn({ ...WITHOUT_MAIL, title: 'Kratko', whatWasDone: '' }, { ...CONSENT, who: '' });
    const result = await sendIntake(ana, id, NOW);
    expect(result).toMatchObject({ ok: false, error: { code: 'faults' } });
    const { faults, consent } = (result as { error: { faults: { field: string }[]; consent: { field: string }[] } })
      .error;
    expect(faults.map(({ field }) => field).sort()).toEqual(['title', 'whatWasDone']);
    expect(consent.map(({ field }) => field)).toEqual(['consentWho']);
    const wrong = await typeIn({ ...ANSWERS, contactEmail: 'nije adresa' });
    expect(await sendIntake(ana, wrong, NOW)).toMatchObject({ error: { faults: [{ field: 'contactEmail' }] } });
  });

  test('without an address is sent, confirmed by a moderator and published, and nobody is written to', async () => {
    const mails = await db().outboxMail.count();
    const story = await sent(await typeIn());
    expect(story).toMatchObject({ origin: 'phone', state: 'unconfirmed', emailHash: null, confirmedAt: null });
    expect(await contactOf(db(), story.id)).toMatchObject({ name: 'Ana Anić', email: null, phone: '+381641234567' });
    expect(await db().consent.findMany({ where: { submissionId: story.id } })).toMatchObject([{ purpose: 'publish' }]);
    const wish = { reference: story.reference, revision: story.revision, now: NOW };
    expect(await codeOf(confirmFor(staff('volunteer'), wish))).toBe('forbidden');
    expect(await codeOf(confirmFor(mira, { ...wish, revision: 7 }))).toBe('stale');
    done(await confirmFor(mira, wish));
    expect(await codeOf(confirmFor(mira, { ...wish, revision: story.revision + 1 }))).toBe('notAllowed');
    const confirmed = await db().submission.findUniqueOrThrow({ where: { id: story.id } });
    expect(confirmed).toMatchObject({ state: 'pending', confirmedAt: NOW, eraseOn: null });
    await publish(database.prisma, story.id);
    expect(await db().outboxMail.count()).toBe(mails);
    const events = await db().submissionEvent.findMany({ where: { submissionId: story.id }, orderBy: { id: 'asc' } });
    expect(events.slice(0, 2).map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ['send', 'ana'],
      ['confirm_for', 'mira'],
    ]);
    // Nobody gets a link to it by typing what stands for "no address".
    done(await requestStatusLink({ reference: story.reference, email: 'nobody@localhost', now: NOW }));
    expect(await outbox(database.prisma, 'statusLink')).toEqual([]);
  });

  test('with an address is written to once staff have confirmed it', async () => {
    const story = await sent(await typeIn(ANSWERS, { ...CONSENT, how: 'signed' }, 'paper'));
    expect(await db().outboxMail.count({ where: { submissionId: story.id } })).toBe(0);
    done(await confirmFor(mira, { reference: story.reference, revision: story.revision, now: NOW }));
    const mails = (await outbox(database.prisma, 'received')).filter(({ submissionId }) => submissionId === story.id);
    expect(mails.map(({ to }) => to)).toEqual(['ana@primer.example']);
  });

  test('is sent once, however often it is pressed', async () => {
    const id = await typeIn();
    const [one, again] = [await sent(id), await sent(id)];
    expect(again.id).toBe(one.id);
  });

  test('of two who type at once keeps both answers to one question', async () => {
    const id = await typeIn();
    const seen = done(await openIntake(mira, id, NOW)).draft.version;
    const save = (who: typeof ana, title: string) =>
      saveIntake(who, { id, answers: { title }, consent: CONSENT, version: seen, now: NOW });
    expect(done(await save(ana, 'Naslov koji je upisala Ana')).conflicts).toEqual([]);
    expect(done(await save(mira, 'Naslov koji je upisala Mira')).conflicts).toEqual(['title']);
    const { draft } = done(await openIntake(ana, id, NOW));
    expect([draft.answers.title, draft.conflict.title]).toEqual([
      'Naslov koji je upisala Ana',
      'Naslov koji je upisala Mira',
    ]);
  });

  test('saved twice by one press is one draft without a conflict, and is thrown away once', async () => {
    const id = await typeIn();
    const drafts = await db().storyDraft.count();
    const seen = done(await openIntake(ana, id, NOW)).draft.version;
    const press = () =>
      saveIntake(ana, { id, answers: { title: 'Naslov jednim pritiskom' }, consent: CONSENT, version: seen, now: NOW });
    expect(done(await press()).conflicts).toEqual([]);
    expect(done(await press()).conflicts).toEqual([]);
    expect(done(await openIntake(ana, id, NOW)).draft.answers.title).toBe('Naslov jednim pritiskom');
    expect(await db().storyDraft.count()).toBe(drafts);
    const rows = await db().auditEntry.count();
    done(await discardIntake(ana, id, NOW));
    expect(await codeOf(discardIntake(mira, id, NOW))).toBe('notFound');
    expect(await codeOf(press())).toBe('notFound');
    expect(await db().auditEntry.count()).toBe(rows + 1);
  });

  test('keeps its evidence clean, for staff with the right alone, and until the story is erased', async () => {
    const id = await typeIn();
    done(await addEvidence(ana, { id, content: await brightPhoto(), now: NOW }));
    done(await addEvidence(ana, { id, content: await brightPhoto(640, 480), now: NOW }));
    expect(await addEvidence(ana, { id, content: new TextEncoder().encode('nije slika'), now: NOW })).toMatchObject({
      error: { code: 'refused' },
    });
    const [first, second] = done(await openIntake(ana, id, NOW)).evidence;
    done(await removeEvidence(ana, { id, key: first?.key ?? '', now: NOW }));
    const story = await sent(id);
    expect(await codeOf(openEvidence(staff('volunteer'), second?.key ?? '', NOW))).toBe('forbidden');
    expect(await codeOf(openEvidence(staff('editor'), second?.key ?? '', NOW))).toBe('forbidden');
    const file = done(await openEvidence(mira, second?.key ?? '', NOW));
    await file.handle.close();
    const { readFileFor } = await import('@/lib/files/queries');
    expect(await readFileFor(second?.key ?? '', 'original.jpg', {})).toBeNull();
    const { sha256 } = await db().staffFile.findFirstOrThrow({ where: { submissionId: story.id } });
    await runRetention({ now: later(28.5) });
    expect((await db().submission.findUniqueOrThrow({ where: { id: story.id } })).state).toBe('erased');
    expect(await db().storyIntake.count({ where: { submissionId: story.id } })).toBe(0);
    expect(filesOnDisk(database).some(({ path }) => path.endsWith(sha256))).toBe(false);
  });

  test('that nobody finished is swept with its evidence, and one can be thrown away', async () => {
    const id = await typeIn();
    done(await addEvidence(ana, { id, content: await brightPhoto(500, 400), now: NOW }));
    expect(done(await listIntakes(ana, NOW)).some((line) => line.id === id)).toBe(true);
    await runRetention({ now: later(29) });
    expect(await db().storyIntake.count({ where: { id } })).toBe(0);
    const other = await typeIn();
    done(await discardIntake(mira, other, NOW));
    expect(await codeOf(openIntake(ana, other, NOW))).toBe('notFound');
  });

  test('is nothing for who has no right, and nobody is confirmed who wrote for themselves', async () => {
    const volunteer = staff('volunteer');
    expect(await codeOf(startIntake(volunteer, { origin: 'phone', locale: 'en', now: NOW }))).toBe('forbidden');
    const id = await typeIn();
    expect(await codeOf(saveIntake(volunteer, { id, answers: {}, consent: CONSENT, version: null, now: NOW }))).toBe(
      'forbidden',
    );
    expect(await codeOf(sendIntake(volunteer, id, NOW))).toBe('forbidden');
    expect(await codeOf(openIntake(staff('editor'), id, NOW))).toBe('forbidden');
    const { send } = await import('../submissions/support');
    const { reference } = await send({ ...ANSWERS, contactEmail: 'sama@primer.example' });
    expect(await codeOf(confirmFor(mira, { reference, revision: 0, now: NOW }))).toBe('notFound');
  });
});
