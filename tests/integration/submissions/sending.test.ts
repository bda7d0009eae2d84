import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Commands from '@/lib/submissions/commands';
import type * as Queries from '@/lib/submissions/queries';
import type { StoryAnswers } from '@/lib/submissions/schema';
import type { TestDatabase } from '@/tests/support/database';
import { ANSWERS, createStoryDatabase, done, fillDraft, later, mailedToken, NOW, outbox, PASS, send } from './support';

let database: TestDatabase;
let commands: typeof Commands;
let queries: typeof Queries;
beforeAll(async () => {
  database = await createStoryDatabase();
  commands = await import('@/lib/submissions/commands');
  queries = await import('@/lib/submissions/queries');
});
afterAll(() => database.dispose());
beforeEach(async () => {
  await database.prisma.accessToken.deleteMany();
  await database.prisma.outboxMail.deleteMany();
});

const sendDraft = (secret: string, now = NOW) => commands.sendStory({ secret, origin: 'web', spam: PASS, now });
const storyOf = (reference: string) =>
  database.prisma.submission.findUniqueOrThrow({
    where: { reference },
    include: { versions: true, events: true, consents: true, contact: true, tokens: true, mails: true },
  });

describe('sending', () => {
  it('writes the story, its contact, consents, log, link and mail, or nothing', async () => {
    const { reference } = await send({ ...ANSWERS, consentSocial: 'on' });
    const story = await storyOf(reference);
    expect(reference).toMatch(/^.{3}-.{3}-.{3}$/);
    expect(story).toMatchObject({
      ...{ state: 'unconfirmed', origin: 'web', locale: 'sr-Latn', versionNumber: 1, liveVersion: null },
      ...{ title: 'Rukotvorke šiju hiljadu maski', organisationName: 'Udruženje Rukotvorke', confirmedAt: null },
      eraseOn: later(7),
    });
    expect(story.events).toMatchObject([{ kind: 'send', fromState: 'draft', toState: 'unconfirmed', at: NOW }]);
    expect(story.consents.map(({ purpose, version }) => [purpose, version])).toEqual([
      ['publish', '2026-11'],
      ['social', '2026-11'],
    ]);
    const mails = await outbox(database.prisma);
    expect(mails).toMatchObject([{ template: 'confirm', locale: 'sr-Latn', to: 'ana@primer.example', dueAt: NOW }]);
    expect(mails[0]?.values).toMatchObject({ reference, until: '2026-12-02' });
  });

  it('keeps nothing of the contact beside the sealed one', async () => {
    const { reference } = await send();
    const { contact, ...story } = await storyOf(reference);
    expect(JSON.stringify(story)).not.toMatch(/Anić|ana@|primer\.example|1234567|123 45 67/);
    expect(Buffer.from(contact?.sealed ?? []).toString('latin1')).not.toMatch(/Ani|primer/);
  });

  it('gives a double click the answer of the first, and one story', async () => {
    const secret = await fillDraft();
    const answers = await Promise.all([sendDraft(secret), sendDraft(secret), sendDraft(secret)]);
    const late = await sendDraft(secret, later(3));
    expect(new Set([...answers, late].map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { reference, emailMasked } = done(late);
    expect(emailMasked).toBe('a…@primer.example');
    expect(await database.prisma.submission.count({ where: { reference } })).toBe(1);
    expect(await outbox(database.prisma, 'confirm')).toHaveLength(1);
  });

  it('leaves the draft without the text that is in the story now', async () => {
    const { secret, reference } = await send();
    const { openDraft } = await import('@/lib/submissions/drafts');
    expect(await openDraft(secret, NOW)).toMatchObject({ answers: {}, conflict: {}, sentAs: reference });
  });

  const FAULTY: [string, StoryAnswers, string, string][] = [
    ['no consent', { consentPublish: '' }, 'consentPublish', 'consentNeeded'],
    ['no address', { contactEmail: 'ana' }, 'contactEmail', 'notAnEmail'],
    ['an end before its beginning', { startMonth: '2020-05', endMonth: '2020-03' }, 'endMonth', 'endsBeforeItBegins'],
    ['the 30th of February', { startMonth: '2020-02-30' }, 'startMonth', 'notAMonth'],
    ['a month to come', { startMonth: '2099-01' }, 'startMonth', 'inFuture'],
    ['a term that no vocabulary has', { practiceTypes: ['made_up'] }, 'practiceTypes', 'unknown'],
    ['SQL for a term', { practiceTypes: ["'; DROP TABLE Submission; --"] }, 'practiceTypes', 'unknown'],
    ['a story of three signs', { whatWasDone: 'Eto' }, 'whatWasDone', 'tooShort'],
  ];
  it.each(FAULTY)('says what is missing, at its question: %s', async (_, broken, field, key) => {
    const secret = await fillDraft({ ...ANSWERS, ...broken });
    const sent = await sendDraft(secret);
    expect(sent).toMatchObject({ ok: false, error: { code: 'faults', faults: [{ field, key }] } });
    const { openDraft } = await import('@/lib/submissions/drafts');
    expect((await openDraft(secret, NOW))?.answers.title, 'nothing is lost').toBe(ANSWERS.title);
    expect(await outbox(database.prisma)).toEqual([]);
  });

  it('takes what any keyboard writes, without what nobody sees', async () => {
    const title = 'Šijemo maske 😷 за све \u202e\u200b=1+1 <b>';
    const { reference } = await send({ ...ANSWERS, title });
    expect((await storyOf(reference)).title).toBe('Šijemo maske 😷 за све =1+1 <b>');
  });

  it('drops a record or a place that has gone meanwhile, and keeps its name', async () => {
    const { reference } = await send({ ...ANSWERS, organisationId: '99999', placeId: 'settlement:4' });
    const { versions, enterpriseId } = await storyOf(reference);
    expect(enterpriseId).toBeNull();
    expect(JSON.parse(versions[0]?.content ?? '')).toMatchObject({
      ...{ organisationName: 'Udruženje Rukotvorke', organisationId: null, place: 'Čačak', placeId: null },
    });
  });

  it('of a draft that is no more is refused', async () => {
    const secret = await fillDraft();
    expect(await sendDraft('a'.repeat(32))).toEqual({ ok: false, error: { code: 'gone' } });
    expect(await sendDraft(secret, later(29))).toEqual({ ok: false, error: { code: 'gone' } });
  });

  it('mails one address a few times only; other people go on', async () => {
    const codes: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      const sent = await sendDraft(await fillDraft());
      codes.push(sent.ok ? 'sent' : sent.error.code);
    }
    expect(codes).toEqual([...Array(6).fill('sent'), 'limited', 'limited']);
    expect(await sendDraft(await fillDraft({ ...ANSWERS, contactEmail: 'mira@primer.example' }))).toMatchObject({
      ok: true,
    });
    expect(await sendDraft(await fillDraft(ANSWERS, later(1)), later(1))).toMatchObject({ ok: true });
  });
});

describe('what the judge takes for spam', () => {
  const SPAM = { score: 9, reasons: ['links'], verdict: 'spam' } as const;

  it('looks sent like any other, is mailed to nobody, and goes after 30 days', async () => {
    const secret = await fillDraft();
    const sent = done(await commands.sendStory({ secret, origin: 'web', spam: SPAM, now: NOW }));
    const story = await storyOf(sent.reference);
    expect(story).toMatchObject({ state: 'spam', spamScore: 9, spamReasons: '["links"]', eraseOn: later(30) });
    expect(sent.emailMasked).toBe('a…@primer.example');
    expect(await queries.findSent(secret, NOW)).toMatchObject({ state: 'unconfirmed', reference: sent.reference });
    const resent = await commands.resendConfirmation({ secret, now: NOW });
    expect(resent).toEqual({ ok: true, value: { emailMasked: 'a…@primer.example' } });
    expect(await outbox(database.prisma)).toEqual([]);
  });
});

describe('the open interface', () => {
  const whole = { ...ANSWERS, consentPublish: true };

  it('sends what the form sends, with the same checks', async () => {
    const sent = done(await commands.sendAnswers({ answers: whole, spam: PASS, now: NOW }));
    expect(await storyOf(sent.reference)).toMatchObject({ state: 'unconfirmed', origin: 'api' });
    const broken = await commands.sendAnswers({ answers: { ...whole, title: '' }, spam: PASS, now: NOW });
    expect(broken).toMatchObject({ ok: false, error: { code: 'faults', faults: [{ field: 'title' }] } });
  });

  it('gives a second try with the same key the first answer', async () => {
    const wish = { answers: whole, spam: PASS, idempotencyKey: 'mine-1', now: NOW };
    const first = done(await commands.sendAnswers(wish));
    expect(done(await commands.sendAnswers(wish))).toEqual(first);
    expect(done(await commands.sendAnswers({ ...wish, idempotencyKey: 'mine-2' })).reference).not.toBe(first.reference);
    const other = { ...wish, answers: { ...whole, contactEmail: 'mira@primer.example' } };
    expect(done(await commands.sendAnswers(other)).reference, 'a key is its sender’s').not.toBe(first.reference);
  });

  it('takes no file that it was not given', async () => {
    const photos = [{ file: 'a'.repeat(32), alt: 'Žene šiju maske', author: '' }];
    const sent = await commands.sendAnswers({
      answers: { ...whole, photos, peopleInPhotos: 'nobody' },
      spam: PASS,
      now: NOW,
    });
    expect(sent).toMatchObject({ ok: false, error: { faults: [{ field: 'photos', item: 0, key: 'unknown' }] } });
  });
});

describe('the confirmation', () => {
  it('needs the press of a button: opening the link changes nothing', async () => {
    const { reference } = await send();
    const token = await mailedToken(database.prisma, 'confirm');
    const before = await storyOf(reference);
    for (let n = 0; n < 5; n += 1) {
      expect(await queries.findConfirmation(token, NOW)).toMatchObject({ state: 'open', reference });
    }
    expect(await storyOf(reference)).toEqual(before);

    const confirmed = done(await commands.confirmStory(token, later(1)));
    expect(confirmed).toMatchObject({ reference, locale: 'sr-Latn', again: false });
    expect(await storyOf(reference)).toMatchObject({
      state: 'pending',
      confirmedAt: later(1),
      eraseOn: null,
      revision: 1,
    });
    expect(await queries.findByStatusToken(confirmed.statusToken, later(1))).toMatchObject({
      reference,
      state: 'pending',
    });
    const [received] = await outbox(database.prisma, 'received');
    expect(received).toMatchObject({ to: 'ana@primer.example' });
    expect(received?.values).toMatchObject({
      ...{ reference, title: 'Rukotvorke šiju hiljadu maski', token: confirmed.statusToken },
      ...{ answerBy: '2026-12-01', decisionBy: '2026-12-10' },
    });
  });

  it('answers a double click with the first answer, and mails once', async () => {
    await send();
    const token = await mailedToken(database.prisma, 'confirm');
    const [one, two] = await Promise.all([commands.confirmStory(token, NOW), commands.confirmStory(token, NOW)]);
    expect({ ...done(two), again: false }).toEqual(done(one));
    expect(await outbox(database.prisma, 'received')).toHaveLength(1);
    expect(await queries.findConfirmation(token, NOW)).toMatchObject({ state: 'confirmed' });
  });

  it('with a link of seven days ago explains itself, and a new one can be had', async () => {
    const { reference } = await send();
    const token = await mailedToken(database.prisma, 'confirm');
    expect(await queries.findConfirmation(token, later(7.1))).toMatchObject({ state: 'expired', reference });
    expect(await commands.confirmStory(token, later(7.1))).toEqual({ ok: false, error: { code: 'expired' } });
    done(await commands.resendConfirmation({ token, now: later(7.1) }));
    const again = await mailedToken(database.prisma, 'confirm');
    expect(again).not.toBe(token);
    expect(done(await commands.confirmStory(again, later(8))).reference).toBe(reference);
  });

  it('is mailed again at most three times an hour', async () => {
    const { secret } = await send();
    const codes: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const resent = await commands.resendConfirmation({ secret, now: NOW });
      codes.push(resent.ok ? 'sent' : resent.error.code);
    }
    expect(codes).toEqual(['sent', 'sent', 'sent', 'limited', 'limited']);
    expect(await outbox(database.prisma, 'confirm')).toHaveLength(4);
    expect(await commands.resendConfirmation({ secret, now: later(1 / 23) })).toMatchObject({ ok: true });
  });

  it('can go to a corrected address; the mail to the wrong one confirms nothing then', async () => {
    const { secret } = await send({ ...ANSWERS, contactEmail: 'anna@primer.example' });
    const wrong = await mailedToken(database.prisma, 'confirm');
    const resent = await commands.resendConfirmation({ secret, email: 'ana2@primer.example', now: NOW });
    expect(done(resent)).toEqual({ emailMasked: 'a…@primer.example' });
    expect(await outbox(database.prisma)).toMatchObject([{ to: 'ana2@primer.example' }]);
    expect(await commands.confirmStory(wrong, NOW)).toEqual({ ok: false, error: { code: 'notFound' } });
    done(await commands.confirmStory(await mailedToken(database.prisma, 'confirm'), NOW));
    expect(await commands.resendConfirmation({ secret, now: NOW })).toMatchObject({ error: { code: 'confirmed' } });
  });

  it('can be pressed in any of the mails that went to the address', async () => {
    const { secret } = await send();
    done(await commands.resendConfirmation({ secret, now: NOW }));
    const [first, second] = (await outbox(database.prisma, 'confirm')).map(({ values }) => values.token ?? '');
    done(await commands.confirmStory(second ?? '', NOW));
    const other = done(await commands.confirmStory(first ?? '', NOW));
    expect(other.again).toBe(true);
    expect(await queries.findByStatusToken(other.statusToken, NOW)).not.toBeNull();
  });

  it('of a link that nobody mailed is refused', async () => {
    expect(await commands.confirmStory('a'.repeat(32), NOW)).toEqual({ ok: false, error: { code: 'notFound' } });
    expect(await queries.findConfirmation('a'.repeat(32), NOW)).toBeNull();
    expect(await commands.resendConfirmation({ token: 'a'.repeat(32), now: NOW })).toMatchObject({ ok: false });
  });
});

describe('the browser that sent', () => {
  it('may open the story until the address is confirmed, and not after', async () => {
    const { secret, reference } = await send();
    const { statusToken } = done(await commands.openUnconfirmed(secret, NOW));
    expect(await queries.findByStatusToken(statusToken, NOW)).toMatchObject({ reference, state: 'unconfirmed' });
    done(await commands.confirmStory(await mailedToken(database.prisma, 'confirm'), NOW));
    expect(await queries.findByStatusToken(statusToken, NOW)).toBeNull();
    expect(await commands.openUnconfirmed(secret, NOW)).toEqual({ ok: false, error: { code: 'notFound' } });
    expect(await queries.findSent(secret, NOW), 'its page of thanks stays').toMatchObject({
      reference,
      state: 'pending',
    });
  });
});
