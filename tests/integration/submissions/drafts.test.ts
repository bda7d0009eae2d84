import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Drafts from '@/lib/submissions/drafts';
import type { TestDatabase } from '@/tests/support/database';
import { ANSWERS, createStoryDatabase, done, fillDraft, later, mailedToken, NOW, outbox, PASS } from './support';

let database: TestDatabase;
let drafts: typeof Drafts;
beforeAll(async () => {
  database = await createStoryDatabase();
  drafts = await import('@/lib/submissions/drafts');
});
afterAll(() => database.dispose());
beforeEach(async () => {
  await database.prisma.accessToken.deleteMany();
  await database.prisma.outboxMail.deleteMany();
});

const place = { locale: 'sr-Latn', page: 'happened' } as const;
const save = (secret: string | null, answers: Drafts.DraftToSave['answers'], version: number | null, now = NOW) =>
  drafts.saveDraft({ ...place, secret, answers, version, now });

describe('a draft', () => {
  it('keeps what was typed, valid or not, across all pages', async () => {
    const secret = await fillDraft({ ...ANSWERS, title: 'x', contactEmail: 'not an address', practiceTypes: [] });
    const draft = await drafts.openDraft(secret, NOW);
    expect(draft).toMatchObject({
      answers: { title: 'x', contactEmail: 'not an address', place: 'Čačak', contactName: 'Ana Anić' },
      ...{ page: 'contact', version: 6, conflict: {}, sentAs: null, revises: null, savedAt: NOW },
    });
  });

  it('keeps any signs as they were typed: emoji, NUL, right-to-left marks, a lone surrogate', async () => {
    const problem = 'Љубав 👩‍👩‍👧 \u0000 \u202e obrnuto \ud800 <script>=1+1';
    const { secret } = done(await save(null, { problem }, null));
    expect((await drafts.openDraft(secret, NOW))?.answers.problem).toBe(problem);
  });

  it('holds no contact that can be read in the database', async () => {
    await fillDraft();
    const rows = JSON.stringify(
      await database.prisma.storyDraft.findMany({ select: { answers: true, trail: true, conflict: true } }),
    );
    expect(rows).toContain('Rukotvorke');
    expect(rows).not.toMatch(/Ana|Anić|primer\.example|064 ?123|1234567/);
    const sealed = await database.prisma.storyDraft.findMany({ select: { contact: true } });
    for (const { contact } of sealed) expect(Buffer.from(contact ?? []).toString('latin1')).not.toContain('primer');
  });

  it('is opened by its secret alone', async () => {
    await fillDraft();
    for (const wrong of [null, undefined, '', 'wrong', 'a'.repeat(32), "' OR '1'='1' --".padEnd(32, '-')]) {
      expect(await drafts.openDraft(wrong, NOW)).toBeNull();
    }
  });

  it('takes only questions of its page, and nothing that no form sends', async () => {
    const hostile = { title: 'Dobar naslov', place: 'Užice', __proto__: { x: 1 }, made: 'up', summary: { a: [1] } };
    const { secret } = done(await save(null, hostile as Drafts.DraftToSave['answers'], null));
    expect((await drafts.openDraft(secret, NOW))?.answers).toEqual({ title: 'Dobar naslov' });
  });

  it('of more than 256 kB is refused, and what was there stays', async () => {
    const { secret } = done(await save(null, { problem: 'kratko' }, null));
    const error = { code: 'tooLarge' };
    expect(await save(secret, { problem: 'š'.repeat(10_000_000) }, null)).toEqual({ ok: false, error });
    expect((await drafts.openDraft(secret, NOW))?.answers.problem).toBe('kratko');
    expect(await save(secret, { problem: 'a'.repeat(250_000) }, null)).toMatchObject({ ok: true });
  });

  it('is kept for 28 days after its last save, and gone after that', async () => {
    const { secret } = done(await save(null, { problem: 'prvo' }, null));
    expect(await drafts.openDraft(secret, later(27.9))).not.toBeNull();
    done(await save(secret, { problem: 'drugo' }, null, later(20)));
    expect(await drafts.openDraft(secret, later(47.9))).not.toBeNull();
    expect(await drafts.openDraft(secret, later(48.1))).toBeNull();
    expect(await save(secret, { problem: 'treće' }, null, later(48.1))).toEqual({ ok: false, error: { code: 'gone' } });
  });

  it('is gone at its writer’s wish', async () => {
    const secret = await fillDraft();
    done(await drafts.discardDraft(secret, NOW));
    expect(await drafts.openDraft(secret, NOW)).toBeNull();
  });
});

describe('two tabs on one draft', () => {
  it('lose nothing: the later one is told, both texts stay until one is chosen', async () => {
    const opened = done(await save(null, { title: 'Maske', summary: 'Ukratko' }, null));
    const first = done(await save(opened.secret, { title: 'Maske za sve' }, opened.version));
    expect(first.conflicts).toEqual([]);
    const second = done(await save(opened.secret, { title: 'Hiljadu maski', summary: 'Novo' }, opened.version));
    expect(second.conflicts).toEqual(['title']);
    const draft = await drafts.openDraft(opened.secret, NOW);
    expect(draft?.answers).toMatchObject({ title: 'Maske za sve', summary: 'Novo' });
    expect(draft?.conflict).toEqual({ title: 'Hiljadu maski' });

    done(await drafts.resolveConflict({ secret: opened.secret, choices: { title: 'typed' }, now: NOW }));
    const chosen = await drafts.openDraft(opened.secret, NOW);
    expect(chosen).toMatchObject({ answers: { title: 'Hiljadu maski' }, conflict: {} });
  });

  it('keep a contact in conflict sealed', async () => {
    const contact = { locale: 'sr-Latn', page: 'contact', now: NOW } as const;
    const one = done(
      await drafts.saveDraft({ ...contact, secret: null, answers: { contactName: 'Ana' }, version: null }),
    );
    const both = { ...contact, secret: one.secret, version: one.version };
    await drafts.saveDraft({ ...both, answers: { contactName: 'Mirjana' } });
    await drafts.saveDraft({ ...both, answers: { contactName: 'Jovanka' } });
    expect(await drafts.openDraft(one.secret, NOW)).toMatchObject({
      answers: { contactName: 'Mirjana' },
      conflict: { contactName: 'Jovanka' },
    });
    const rows = JSON.stringify(
      await database.prisma.storyDraft.findMany({ select: { answers: true, trail: true, conflict: true } }),
    );
    expect(rows).not.toMatch(/Mirjana|Jovanka/);
  });

  it('may save at the same moment', async () => {
    const opened = done(await save(null, { title: 'Maske' }, null));
    const saves = ['problem', 'summary', 'whatWasDone', 'practiceOther'].map((field) =>
      save(opened.secret, { [field]: `tekst za ${field}` }, opened.version),
    );
    const versions = (await Promise.all(saves)).map((saved) => done(saved).version);
    expect(new Set(versions).size).toBe(4);
    const draft = await drafts.openDraft(opened.secret, NOW);
    expect(Object.keys(draft?.answers ?? {})).toHaveLength(5);
  });
});

describe('a resume link', () => {
  const mail = (secret: string, email = 'ana@primer.example', now = NOW) =>
    drafts.mailResumeLink({ secret, email, locale: 'sr-Latn', now });

  it('opens the draft on another device, again and again, for whoever knows the address', async () => {
    const secret = await fillDraft({ ...ANSWERS, title: 'x' });
    expect(done(await mail(secret))).toEqual({ emailMasked: 'a…@primer.example' });
    const token = await mailedToken(database.prisma, 'resumeLink');
    expect(await drafts.openResumeLink(token, later(27))).toEqual({ state: 'open' });
    for (const email of ['ana@primer.example', ' ANA@primer.example ']) {
      const other = done(await drafts.redeemResumeLink({ token, email, now: later(27) }));
      expect(other.secret).not.toBe(secret);
      const draft = await drafts.openDraft(other.secret, later(27));
      // An invalid page is kept too.
      expect(draft?.answers).toMatchObject({ title: 'x', contactName: 'Ana Anić' });
    }
  });

  it('lets both devices write into one draft', async () => {
    const secret = await fillDraft();
    await mail(secret);
    const token = await mailedToken(database.prisma, 'resumeLink');
    const other = done(await drafts.redeemResumeLink({ token, email: 'ana@primer.example', now: NOW }));
    const { version } = done(await save(other.secret, { title: 'Sa telefona, u vozu' }, 6));
    expect((await drafts.openDraft(secret, NOW))?.answers.title).toBe('Sa telefona, u vozu');
    expect(version).toBe(7);
  });

  it('changes nothing when it is only opened', async () => {
    const secret = await fillDraft();
    await mail(secret);
    const token = await mailedToken(database.prisma, 'resumeLink');
    const before = await database.prisma.accessToken.findMany();
    for (let n = 0; n < 10; n += 1) await drafts.openResumeLink(token, NOW);
    expect(await database.prisma.accessToken.findMany()).toEqual(before);
  });

  it('is locked for good by five wrong addresses', async () => {
    const secret = await fillDraft();
    await mail(secret);
    const token = await mailedToken(database.prisma, 'resumeLink');
    const codes: unknown[] = [];
    for (let n = 0; n < 5; n += 1) {
      const refused = await drafts.redeemResumeLink({ token, email: `wrong${n}@primer.example`, now: NOW });
      codes.push(!refused.ok && refused.error.code);
    }
    expect(codes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked']);
    const right = await drafts.redeemResumeLink({ token, email: 'ana@primer.example', now: NOW });
    expect(right).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await drafts.openResumeLink(token, NOW)).toEqual({ state: 'locked' });
    expect(await drafts.openDraft(secret, NOW), 'the writer still has it').not.toBeNull();
  });

  it('ends after 28 days, and when it is revoked with the devices that it let in', async () => {
    const secret = await fillDraft();
    await mail(secret);
    const token = await mailedToken(database.prisma, 'resumeLink');
    const expired = await drafts.redeemResumeLink({ token, email: 'ana@primer.example', now: later(28.1) });
    expect(expired).toEqual({ ok: false, error: { code: 'expired' } });
    const other = done(await drafts.redeemResumeLink({ token, email: 'ana@primer.example', now: NOW }));
    expect(done(await drafts.revokeResumeLinks(secret, NOW))).toEqual({ revoked: 1 });
    expect(await drafts.openResumeLink(token, NOW)).toEqual({ state: 'revoked' });
    expect(await drafts.openDraft(other.secret, NOW)).toBeNull();
    expect(await drafts.openDraft(secret, NOW)).not.toBeNull();
  });

  it('is for nothing else', async () => {
    const secret = await fillDraft();
    await mail(secret);
    const token = await mailedToken(database.prisma, 'resumeLink');
    const { confirmStory } = await import('@/lib/submissions/commands');
    const { findByStatusToken } = await import('@/lib/submissions/queries');
    expect(await drafts.openDraft(token, NOW)).toBeNull();
    expect(await findByStatusToken(token, NOW)).toBeNull();
    expect(await confirmStory(token, NOW)).toEqual({ ok: false, error: { code: 'notFound' } });
  });

  it('says nothing that was typed, and goes to a few a day only: it may be another person’s mailbox', async () => {
    const secret = await fillDraft();
    const outcomes: boolean[] = [];
    for (let n = 0; n < 10; n += 1) {
      // The same mailbox under other names.
      outcomes.push((await mail(secret, n % 2 ? `ana+${n}@primer.example` : 'Ana@Primer.example')).ok);
    }
    expect(outcomes.filter(Boolean)).toHaveLength(6);
    const mails = await outbox(database.prisma, 'resumeLink');
    expect(mails).toHaveLength(6);
    expect(JSON.stringify(mails.map(({ values }) => values))).not.toContain('Rukotvorke');
    const refused = await mail(secret);
    expect(refused).toMatchObject({ ok: false, error: { code: 'limited', retryAfterSeconds: 3600 } });
    expect(await mail(secret, 'mira@primer.example'), 'another mailbox').toMatchObject({ ok: true });
  });

  it('is not mailed to what is no address, nor for a draft that was sent', async () => {
    const secret = await fillDraft();
    for (const email of ['', 'ana', 'ana@', 'ana@a.b, mira@a.b', 'ana@a.b\r\nBcc: mira@a.b']) {
      expect(await mail(secret, email)).toEqual({ ok: false, error: { code: 'notAnEmail' } });
    }
    const { sendStory } = await import('@/lib/submissions/commands');
    const { reference } = done(await sendStory({ secret, origin: 'web', spam: PASS, now: NOW }));
    expect(await mail(secret)).toEqual({ ok: false, error: { code: 'gone' } });
    // The back button after sending: the text is in the story, not here.
    expect(await save(secret, { title: 'x' }, 1)).toEqual({ ok: false, error: { code: 'sent', reference } });
  });
});
