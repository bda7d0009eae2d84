import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { STATES, type State } from '@/lib/moderation/rules';
import type * as Commands from '@/lib/submissions/commands';
import type * as Drafts from '@/lib/submissions/drafts';
import type * as Queries from '@/lib/submissions/queries';
import type { TestDatabase } from '@/tests/support/database';
import {
  ANSWERS,
  createStoryDatabase,
  done,
  later,
  mailedToken,
  NOW,
  outbox,
  PASS,
  publish,
  send,
  sendAndConfirm,
  step,
} from './support';

let database: TestDatabase;
let commands: typeof Commands;
let drafts: typeof Drafts;
let queries: typeof Queries;
beforeAll(async () => {
  database = await createStoryDatabase();
  commands = await import('@/lib/submissions/commands');
  drafts = await import('@/lib/submissions/drafts');
  queries = await import('@/lib/submissions/queries');
});
afterAll(() => database.dispose());
beforeEach(async () => {
  await database.prisma.outboxMail.deleteMany();
  await database.prisma.accessToken.updateMany({ data: { createdAt: later(-2) } });
});

const story = () => sendAndConfirm(database.prisma);
const rowOf = (id: number) => database.prisma.submission.findUniqueOrThrow({ where: { id } });
const publicStory = (submissionId: number) =>
  database.prisma.story.findUnique({ where: { submissionId }, include: { texts: true } });
const contentVersion = async () =>
  Number((await database.prisma.meta.findUnique({ where: { key: 'contentVersion' } }))?.value ?? 0);

async function edit(token: string, changes: Drafts.DraftToSave['answers'], now = NOW) {
  const { secret } = done(await commands.startEdit(token, now));
  const draft = await drafts.openDraft(secret, now);
  for (const page of ['organisation', 'happened', 'contact'] as const) {
    done(
      await drafts.saveDraft({
        secret,
        locale: 'sr-Latn',
        page,
        answers: changes,
        version: draft?.version ?? null,
        now,
      }),
    );
  }
  return { secret, sent: await commands.sendStory({ secret, origin: 'web', spam: PASS, now }) };
}

describe('the status page', () => {
  it('shows the way of the story, the promised days, and what can be done', async () => {
    const { statusToken, reference } = await story();
    const view = await queries.findByStatusToken(statusToken, NOW);
    expect(view).toMatchObject({
      ...{ reference, state: 'pending', waitsFor: 'desk', title: ANSWERS.title, origin: 'web', locale: 'sr-Latn' },
      promise: { answerBy: '2026-11-30', decisionBy: '2026-12-09', late: false },
      contact: { name: 'Ana Anić', email: 'ana@primer.example', phone: '+381641234567', eraseOn: null },
      can: { edit: true, anonymise: true, withdraw: true, erase: true, export: true, appeal: false },
      ...{ requests: [], live: null, pending: null, newest: { number: 1 }, slug: null },
    });
    expect(view?.timeline.map(({ kind }) => kind)).toEqual(['send', 'confirm']);
    const late = await queries.findByStatusToken(statusToken, later(15));
    expect(late?.promise).toMatchObject({ decisionBy: '2026-12-09', late: true });
  });

  it('shows nobody of the desk by name, nor what the desk does inside', async () => {
    const { id, statusToken } = await story();
    await step(database.prisma, id, ['claim']);
    const view = await queries.findByStatusToken(statusToken, NOW);
    expect(view?.state).toBe('in_review');
    expect(JSON.stringify(view)).not.toContain('mira');
    expect(view?.timeline.map(({ kind }) => kind)).toEqual(['send', 'confirm']);
  });

  it('is opened by its link alone', async () => {
    const { confirmToken, secret } = await story();
    for (const wrong of [null, '', 'x', 'a'.repeat(32), confirmToken, secret]) {
      expect(await queries.findByStatusToken(wrong, NOW)).toBeNull();
    }
  });

  it('gets a new link, and every older one is useless', async () => {
    const { statusToken, confirmToken } = await story();
    const renewed = done(await commands.renewStatusLink(statusToken, NOW));
    expect(await queries.findByStatusToken(statusToken, NOW)).toBeNull();
    expect(await commands.confirmStory(confirmToken, NOW)).toMatchObject({ ok: false });
    expect(await queries.findByStatusToken(renewed.statusToken, later(3000))).not.toBeNull();
  });
});

describe('an edit', () => {
  it('of a story at the desk is its next version, and the desk begins anew', async () => {
    const { id, statusToken } = await story();
    await step(database.prisma, id, ['claim']);
    const { secret, sent } = await edit(statusToken, { title: 'Hiljadu i jedna maska' }, later(2));
    expect(done(sent)).toMatchObject({ emailMasked: 'a…@primer.example' });
    expect(await rowOf(id)).toMatchObject({
      state: 'pending',
      versionNumber: 2,
      pendingVersion: null,
      title: 'Hiljadu i jedna maska',
    });
    const view = await queries.findByStatusToken(statusToken, later(2));
    expect(view?.promise).toMatchObject({ decisionBy: '2026-12-11' });
    expect(view?.newest.content.title).toBe('Hiljadu i jedna maska');
    expect((await outbox(database.prisma, 'receivedAgain'))[0]?.values).toMatchObject({ isPublic: false });
    // Again, by the back button.
    expect(done(await commands.sendStory({ secret, origin: 'web', spam: PASS, now: later(2) })).reference).toBe(
      view?.reference,
    );
    expect((await rowOf(id)).versionNumber).toBe(2);
  });

  it('of a published story leaves what is public until it is approved', async () => {
    const { id, statusToken } = await story();
    await publish(database.prisma, id);
    const { sent } = await edit(statusToken, {
      summary: 'Sada i sa brojem: hiljadu dvadeset maski za dom za stare i komšije.',
    });
    done(sent);
    expect(await rowOf(id)).toMatchObject({ state: 'published', liveVersion: 1, versionNumber: 2, pendingVersion: 2 });
    expect((await publicStory(id))?.texts[0]?.summary).toBe(ANSWERS.summary);
    const view = await queries.findByStatusToken(statusToken, NOW);
    expect([view?.live?.number, view?.pending?.number]).toEqual([1, 2]);
    expect((await outbox(database.prisma, 'receivedAgain'))[0]?.values).toMatchObject({ isPublic: true });

    await step(database.prisma, id, ['accept_edit']);
    expect(await rowOf(id)).toMatchObject({ state: 'published', liveVersion: 2, pendingVersion: null });
    expect((await publicStory(id))?.texts[0]?.summary).toContain('dvadeset');
  });

  it('that is declined changes nothing that is public', async () => {
    const { id, statusToken } = await story();
    await publish(database.prisma, id);
    done((await edit(statusToken, { title: 'Nešto sasvim drugo ovde' })).sent);
    await step(database.prisma, id, ['decline_edit']);
    expect(await rowOf(id)).toMatchObject({ liveVersion: 1, pendingVersion: null });
    expect((await publicStory(id))?.texts[0]?.title).toBe(ANSWERS.title);
  });

  it('answers what staff asked, and goes back to them', async () => {
    const { id, statusToken } = await story();
    const requests = [
      { field: 'results', quote: 'Hiljadu maski', reason: 'evidence', note: 'Ko ih je brojao?' },
    ] as const;
    await step(database.prisma, id, ['claim']);
    await step(database.prisma, id, ['request_changes'], { requests });
    const asked = await queries.findByStatusToken(statusToken, NOW);
    expect(asked).toMatchObject({
      ...{ state: 'changes_requested', waitsFor: 'author', promise: null },
      requests: [
        { field: 'results', quote: 'Hiljadu maski', note: 'Ko ih je brojao?', answered: false, solved: false },
      ],
    });
    const [mail] = await outbox(database.prisma, 'changesRequested');
    expect(mail?.values).toMatchObject({
      until: '2026-12-25',
      requests: [{ field: 'results', note: 'Ko ih je brojao?' }],
    });
    done((await edit(statusToken, { title: 'Hiljadu izbrojanih maski' })).sent);
    const back = await queries.findByStatusToken(statusToken, NOW);
    expect(back).toMatchObject({ state: 'pending', requests: [{ answered: true, solved: false }] });
  });

  it('over a newer version loses nothing: what both changed waits for a choice', async () => {
    const { id, statusToken } = await story();
    const { secret } = done(await commands.startEdit(statusToken, NOW));
    const other = done(await commands.renewStatusLink(statusToken, NOW)).statusToken;
    const { secret: second } = done(await commands.startEdit(other, NOW));
    const save = (draft: string, answers: Drafts.DraftToSave['answers']) =>
      drafts.saveDraft({ secret: draft, locale: 'sr-Latn', page: 'happened', answers, version: 1, now: NOW });
    await save(secret, { title: 'Naslov prvog uređaja' });
    await save(second, { title: 'Naslov drugog uređaja', summary: `${ANSWERS.summary} Još nešto.` });
    done(await commands.sendStory({ secret, origin: 'web', spam: PASS, now: NOW }));

    const stale = await commands.sendStory({ secret: second, origin: 'web', spam: PASS, now: NOW });
    expect(stale).toEqual({ ok: false, error: { code: 'stale' } });
    const draft = await drafts.openDraft(second, NOW);
    expect(draft?.answers).toMatchObject({ title: 'Naslov prvog uređaja', summary: `${ANSWERS.summary} Još nešto.` });
    expect(draft?.conflict).toEqual({ title: 'Naslov drugog uređaja' });
    done(await drafts.resolveConflict({ secret: second, choices: { title: 'typed' }, now: NOW }));
    done(await commands.sendStory({ secret: second, origin: 'web', spam: PASS, now: NOW }));
    expect(await rowOf(id)).toMatchObject({ versionNumber: 3, title: 'Naslov drugog uređaja' });
  });

  it('goes on where it was left, from the same link on any device', async () => {
    const { statusToken } = await story();
    const first = done(await commands.startEdit(statusToken, NOW));
    await drafts.saveDraft({
      ...first,
      locale: 'sr-Latn',
      page: 'happened',
      answers: { title: 'Napola' },
      version: null,
      now: NOW,
    });
    const second = done(await commands.startEdit(statusToken, later(3)));
    expect((await drafts.openDraft(second.secret, later(3)))?.answers.title).toBe('Napola');
  });

  it('does not change where mail goes', async () => {
    const { statusToken } = await story();
    const { sent } = await edit(statusToken, { contactEmail: 'mira@primer.example' });
    expect(sent).toMatchObject({ error: { code: 'faults', faults: [{ field: 'contactEmail', key: 'emailIsFixed' }] } });
  });

  it('takes back a consent, with its time', async () => {
    const { id, statusToken } = await sendAndConfirm(database.prisma, { ...ANSWERS, consentResearch: 'on' });
    done((await edit(statusToken, { consentResearch: false })).sent);
    const consents = await database.prisma.consent.findMany({ where: { submissionId: id, purpose: 'research' } });
    expect(consents).toMatchObject([{ givenAt: NOW, withdrawnAt: NOW }]);
    expect((await rowOf(id)).versionNumber, 'the story itself is as it was').toBe(1);
  });
});

describe('taking the name off', () => {
  it('works at once on a published story, and on a version that waits', async () => {
    const { id, statusToken } = await story();
    await publish(database.prisma, id);
    done((await edit(statusToken, { title: 'Maske, sada sa brojem' })).sent);
    expect((await publicStory(id))?.authorName).toBe('Ana Anić');
    const before = await contentVersion();
    done(await commands.anonymise(statusToken, NOW));

    expect((await publicStory(id))?.authorName).toBeNull();
    expect(await contentVersion()).toBeGreaterThan(before);
    const view = await queries.findByStatusToken(statusToken, NOW);
    expect(view?.live?.content).toMatchObject({ title: ANSWERS.title, showName: 'no', roleRelation: null });
    expect(view?.pending?.content).toMatchObject({ title: 'Maske, sada sa brojem', showName: 'no' });
    expect(view?.newest.number).toBe(view?.pending?.number);
    expect(view?.contact).toMatchObject({ name: null, phone: null, email: 'ana@primer.example' });
    expect(view?.can.anonymise).toBe(false);
  });
});

describe('taking the story back', () => {
  it('takes it out of everything public in the same transaction', async () => {
    const { id, statusToken } = await story();
    await publish(database.prisma, id);
    const before = await contentVersion();
    const { reference } = done(await commands.withdraw(statusToken, NOW));
    expect(await publicStory(id)).toMatchObject({ publication: 'withdrawn', texts: [], authorName: null });
    expect(await contentVersion()).toBeGreaterThan(before);
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', liveVersion: null, pendingVersion: null });
    const mails = await outbox(database.prisma);
    expect(
      mails.map(({ template }) => template),
      'what waited to be sent is no longer so',
    ).toEqual(['withdrawn']);
    expect(mails[0]?.values).toMatchObject({ contactUntil: '2027-05-24' });
    // A second press gets the same answer, and nothing more is done.
    expect(done(await commands.withdraw(statusToken, NOW))).toEqual({ reference });
    expect(await outbox(database.prisma)).toHaveLength(1);
    expect((await queries.findByStatusToken(statusToken, NOW))?.can).toMatchObject({
      edit: false,
      withdraw: false,
      erase: true,
    });
  });

  it('tells nobody whose address is not confirmed', async () => {
    const { secret } = await send();
    const { statusToken } = done(await commands.openUnconfirmed(secret, NOW));
    done(await commands.withdraw(statusToken, NOW));
    expect(await outbox(database.prisma)).toEqual([]);
  });
});

describe('erasing', () => {
  it('leaves the reference, the dates and what was done', async () => {
    const { id, statusToken, reference, secret } = await story();
    await publish(database.prisma, id);
    done((await edit(statusToken, { title: 'Još jedna verzija ovde' })).sent);
    const before = await contentVersion();
    done(await commands.erase(statusToken, later(1)));

    const { prisma } = database;
    const left = await prisma.submission.findUniqueOrThrow({
      where: { id },
      include: {
        versions: true,
        contact: true,
        consents: true,
        requests: true,
        appeals: true,
        tokens: true,
        files: true,
        events: true,
      },
    });
    expect(left).toMatchObject({
      ...{
        reference,
        state: 'erased',
        createdAt: NOW,
        confirmedAt: NOW,
        publishedAt: NOW,
        title: null,
        emailHash: null,
      },
      ...{ versions: [], contact: null, consents: [], requests: [], appeals: [], tokens: [], files: [] },
    });
    expect(left.events.map(({ kind }) => kind)).toEqual([
      'send',
      'confirm',
      'claim',
      'approve',
      'publish',
      'edit',
      'erase',
    ]);
    expect(JSON.stringify(left)).not.toMatch(/Ana|Rukotvorke|primer|Čačak/);
    expect(await prisma.storyDraft.count({ where: { OR: [{ sentAsId: id }, { revisesId: id }] } })).toBe(0);
    expect(await publicStory(id)).toBeNull();
    expect(await contentVersion()).toBeGreaterThan(before);
    expect(await queries.findByStatusToken(statusToken, later(1))).toBeNull();
    expect(await queries.findSent(secret, NOW)).toBeNull();
    // The last mail; its address goes with it.
    expect(await outbox(prisma)).toMatchObject([
      { template: 'erased', to: 'ana@primer.example', values: { reference } },
    ]);
  });

  it('is answered once; after that the link opens nothing', async () => {
    const { statusToken } = await story();
    done(await commands.erase(statusToken, NOW));
    expect(await commands.erase(statusToken, NOW)).toEqual({ ok: false, error: { code: 'notFound' } });
    expect(await outbox(database.prisma, 'erased')).toHaveLength(1);
  });
});

describe('in every state that a story can come to', () => {
  const ROADS: Record<string, Parameters<typeof step>[2]> = {
    pending: [],
    in_review: ['claim'],
    approved: ['claim', 'approve'],
    rejected: ['claim', 'reject'],
    merged: ['claim', 'merge'],
    published: ['claim', 'approve', 'publish'],
    hidden: ['claim', 'approve', 'publish', 'hide'],
    unpublished: ['claim', 'approve', 'publish', 'unpublish'],
  };

  it.each(Object.entries(ROADS))(
    '%s: its author may see, export, take the name off, take back and erase it',
    async (state, road) => {
      const { id, statusToken } = await story();
      await step(database.prisma, id, road);
      expect((await queries.findByStatusToken(statusToken, NOW))?.state).toBe(state);
      expect((await commands.exportSubmission(statusToken, NOW))?.json.story).toMatchObject({ state });
      done(await commands.anonymise(statusToken, NOW));
      expect((await rowOf(id)).state, 'the name changes no state').toBe(state);
      done(await commands.withdraw(statusToken, NOW));
      done(await commands.erase(statusToken, NOW));
      expect((await rowOf(id)).state).toBe('erased');
    },
  );

  it('is one of the states', () => {
    expect(STATES).toEqual(expect.arrayContaining(Object.keys(ROADS) as State[]));
  });
});

describe('an export', () => {
  it('holds everything that we hold of the story, and of its author', async () => {
    const { id, statusToken, reference } = await story();
    await publish(database.prisma, id);
    const segment = {
      key: 'a',
      field: 'title',
      position: 0,
      source: String(ANSWERS.title),
      text: 'Masks from the bakery',
    };
    await database.prisma.storyTranslation.create({
      data: { submissionId: id, lang: 'en', savedBy: 'mira', segments: { create: segment } },
    });
    const out = await commands.exportSubmission(statusToken, NOW);
    expect(out?.name).toBe(`prica-${reference}`);
    const json = JSON.parse(JSON.stringify(out?.json));
    expect(json).toMatchObject({
      ...{ format: 'solidarna-mapa/story-export', story: { reference, state: 'published' } },
      contact: { name: 'Ana Anić', email: 'ana@primer.example', phone: '+381641234567' },
      ...{ consents: [{ purpose: 'publish' }], versions: [{ number: 1, content: { title: ANSWERS.title } }] },
    });
    expect(json.translations).toEqual([
      { lang: 'en', field: 'title', position: 0, source: ANSWERS.title, text: 'Masks from the bakery' },
    ]);
    expect(json.story.page).toMatch(/^\/price\//);
    expect(json.events.map((event: { kind: string }) => event.kind)).toEqual([
      'send',
      'confirm',
      'claim',
      'approve',
      'publish',
    ]);
    expect(JSON.stringify(json), 'nobody of the desk').not.toContain('mira');
    expect(await commands.exportSubmission('a'.repeat(32), NOW)).toBeNull();
  });
});

describe('asking for the link by reference and address', () => {
  const ask = (reference: string, email: string) => commands.requestStatusLink({ reference, email, now: NOW });

  it('mails it to the address of the story, however the pair is written', async () => {
    const { reference } = await story();
    await database.prisma.outboxMail.deleteMany();
    const typed = reference.toLowerCase().replaceAll('-', ' ');
    expect(await ask(typed, ' ANA@primer.example')).toEqual({ ok: true, value: null });
    const [mail] = await outbox(database.prisma);
    expect(mail).toMatchObject({ template: 'statusLink', to: 'ana@primer.example', values: { reference } });
    expect(await queries.findByStatusToken(mail?.values.token, NOW)).toMatchObject({ reference });
  });

  it('gives a wrong pair the same answer by the same work, and no mail', async () => {
    const { reference } = await story();
    const { reference: unconfirmed } = await send({ ...ANSWERS, contactEmail: 'mira@primer.example' });
    await database.prisma.outboxMail.deleteMany();
    const statements = async (typed: string, email: string) => {
      const seen: string[] = [];
      const statement = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as Database.Statement;
      const spies = (['run', 'get', 'all'] as const).map((how) => {
        const execute = statement[how] as (...values: unknown[]) => unknown;
        return vi.spyOn(statement, how).mockImplementation(function (this: Database.Statement, ...values) {
          seen.push(this.source);
          return execute.apply(this, values) as never;
        });
      });
      const answer = await ask(typed, email);
      for (const spy of spies) spy.mockRestore();
      return { seen, answer };
    };
    await statements(reference, 'ana@primer.example');
    const right = await statements(reference, 'ana@primer.example');
    expect(right.seen.length).toBeGreaterThan(5);
    for (const [typed, email] of [
      [reference, 'eva@primer.example'],
      ['DFG-LNQ-RVW', 'ana@primer.example'],
      ['no reference', 'no address'],
      ['', ''],
      [unconfirmed, 'mira@primer.example'],
    ] as const) {
      expect(await statements(typed, email), typed).toEqual(right);
    }
    expect(await outbox(database.prisma)).toHaveLength(2);
    const rows = await database.prisma.outboxMail.findMany({ where: { state: 'cancelled' } });
    expect(rows).toHaveLength(5);
    expect(rows.every(({ submissionId }) => submissionId === null)).toBe(true);
  });

  it('fills no mailbox, and does not say so', async () => {
    const { reference } = await story();
    await database.prisma.outboxMail.deleteMany();
    for (let n = 0; n < 10; n += 1)
      expect(await ask(reference, 'ana@primer.example')).toEqual({ ok: true, value: null });
    expect((await outbox(database.prisma)).length).toBeLessThanOrEqual(6);
  });
});

describe('an appeal', () => {
  const text = 'Molim da se priča pogleda još jednom.';

  it('goes, once, to somebody who did not decide', async () => {
    const { id, statusToken } = await story();
    await step(database.prisma, id, ['claim', 'reject']);
    const view = await queries.findByStatusToken(statusToken, NOW);
    expect(view).toMatchObject({ can: { appeal: true }, appealUntil: '2026-12-15' });
    done(await commands.appeal({ token: statusToken, text, now: later(20) }));
    expect(await rowOf(id)).toMatchObject({ state: 'appealed' });
    expect(await commands.appeal({ token: statusToken, text, now: later(20) })).toMatchObject({
      error: { code: 'again' },
    });

    const { decide } = await import('@/lib/moderation/commands');
    const { revision } = await rowOf(id);
    const uphold = (who: string) =>
      decide({
        ...{ submissionId: id, transition: 'uphold', revision, note: 'Ostaje.', now: later(21) },
        actor: { kind: 'staff', id: who, roles: ['coordinator'] },
      });
    expect(await uphold('mira'), 'mira rejected it').toEqual({ ok: false, error: { code: 'wrongActor' } });
    expect(await uphold('jova'), 'jova agreed').toEqual({ ok: false, error: { code: 'wrongActor' } });
    done(await uphold('eva'));
    expect(await rowOf(id)).toMatchObject({ state: 'rejected' });
    expect(await database.prisma.appeal.findFirst({ where: { submissionId: id } })).toMatchObject({
      outcome: 'upheld',
      decidedBy: 'eva',
    });
    expect(await commands.appeal({ token: statusToken, text, now: later(21) })).toMatchObject({
      error: { code: 'again' },
    });
  });

  it('is refused without a decision, too late, empty, or too long', async () => {
    const { id, statusToken } = await story();
    const codeOf = async (wish: { text: string; now: Date }) => {
      const result = await commands.appeal({ token: statusToken, ...wish });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await codeOf({ text, now: NOW })).toBe('notAllowed');
    await step(database.prisma, id, ['claim', 'reject']);
    expect(await codeOf({ text, now: later(21) })).toBe('tooLate');
    expect(await codeOf({ text: ' \u200b ', now: NOW })).toBe('required');
    expect(await codeOf({ text: 'š'.repeat(2001), now: NOW })).toBe('tooLong');
    expect(await codeOf({ text: 'a'.repeat(10_000_000), now: NOW })).toBe('tooLong');
    expect(await codeOf({ text: '👩‍👩‍👧'.repeat(2000), now: NOW })).toBe('ok');
  });
});

describe('a decision', () => {
  it('over a version that somebody has changed since is refused, and nothing is sent', async () => {
    const { id, statusToken } = await story();
    await step(database.prisma, id, ['claim']);
    const { revision } = await rowOf(id);
    done((await edit(statusToken, { title: 'Sasvim nov naslov ovde' })).sent);
    await database.prisma.outboxMail.deleteMany();
    const { decide } = await import('@/lib/moderation/commands');
    const actor = { kind: 'staff', id: 'mira', roles: ['moderator'] } as const;
    const refused = await decide({ submissionId: id, transition: 'approve', actor, revision, now: NOW });
    expect(refused).toEqual({ ok: false, error: { code: 'stale' } });
    expect(await outbox(database.prisma)).toEqual([]);
  });

  it('of two at the same moment is made once', async () => {
    const { id } = await story();
    await step(database.prisma, id, ['claim']);
    const { revision } = await rowOf(id);
    const { decide } = await import('@/lib/moderation/commands');
    const by = (who: string, transition: 'approve' | 'request_changes') =>
      decide({
        ...{ submissionId: id, transition, revision, now: NOW },
        actor: { kind: 'staff', id: who, roles: ['moderator'] },
        requests: [{ field: 'title', quote: null, reason: 'unclear', note: 'Kraće.' }],
      });
    const results = await Promise.all([by('mira', 'approve'), by('eva', 'request_changes')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'stale' } });
  });

  it('against a story needs its reason in words, and a second person', async () => {
    const { id } = await story();
    await step(database.prisma, id, ['claim']);
    const { revision } = await rowOf(id);
    const { decide } = await import('@/lib/moderation/commands');
    const actor = { kind: 'staff', id: 'mira', roles: ['moderator'] } as const;
    const reject = { submissionId: id, transition: 'reject', actor, revision, now: NOW } as const;
    expect(await decide({ ...reject, note: ' ' })).toEqual({ ok: false, error: { code: 'noteNeeded' } });
    expect(await decide({ ...reject, note: 'Nije praksa.' })).toEqual({ ok: false, error: { code: 'wrongActor' } });
    const second = { id: 'jova', roles: ['coordinator'] } as const;
    done(await decide({ ...reject, actor: { ...actor, second }, note: 'Nije praksa.' }));
    expect((await outbox(database.prisma, 'rejected'))[0]?.values).toMatchObject({
      reason: 'Nije praksa.',
      appealUntil: '2026-12-15',
    });
  });

  it('takes a hidden story from the public, and gives it back', async () => {
    const { id } = await story();
    await publish(database.prisma, id);
    await step(database.prisma, id, ['hide']);
    expect(await publicStory(id)).toMatchObject({ publication: 'hidden' });
    await step(database.prisma, id, ['republish']);
    expect(await publicStory(id)).toMatchObject({ publication: 'published', authorName: 'Ana Anić' });
    const sent = (await outbox(database.prisma)).map(({ template }) => template);
    expect(sent).toEqual(expect.arrayContaining(['approved', 'published', 'hidden', 'republished']));
    const slug = (await publicStory(id))?.slug;
    expect(await mailedToken(database.prisma, 'published')).toBeTruthy();
    expect((await outbox(database.prisma, 'published'))[0]?.values.slug).toBe(slug);
  });
});
