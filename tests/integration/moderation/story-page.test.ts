import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/accounts/permissions';
import { ANSWERS, createStoryDatabase, done, later, NOW, outbox } from '@/tests/integration/submissions/support';
import type { TestDatabase } from '@/tests/support/database';
import { decideNow, member, road, rowOf, waitingStory, writeMembers } from './support';

const MASK = { email: '[pošta]', phone: '[telefon]' };
const moderator = member('moderator');
const volunteer = member('volunteer');

let base: TestDatabase;
let id: number;
let reference: string;
let statusToken: string;

beforeAll(async () => {
  base = await createStoryDatabase();
  await writeMembers(
    base.prisma,
    ROLES.map((role) => member(role)),
  );
});
afterAll(() => base.dispose());

beforeEach(async () => {
  ({ id, reference, statusToken } = await waitingStory(base.prisma));
  await road(base.prisma, id, ['claim']);
});

async function read(staff = moderator, now = NOW) {
  const { findDeskStory } = await import('@/lib/moderation/story-queries');
  const story = done(await findDeskStory(staff, reference, MASK, now));
  if (!story) throw new Error('no story');
  return story;
}

const audits = (action: string) => base.prisma.auditEntry.count({ where: { action, objectId: String(id) } });

describe('the contact', () => {
  it('is opened by right, written down each time, and closes by itself', async () => {
    const { revealContact } = await import('@/lib/moderation/reveal-contact');
    expect((await read()).contact).toBeNull();
    done(await revealContact(moderator, id, NOW));
    expect((await read()).contact).toMatchObject({ name: 'Ana Anić', phone: '+381641234567' });
    expect((await read(member('coordinator'))).contact, 'of whoever asked').toBeNull();
    expect((await read(moderator, new Date(NOW.getTime() + 10 * 60_000))).contact).toBeNull();
    done(await revealContact(moderator, id, NOW));
    expect(await audits('contact.reveal')).toBe(2);
    expect((await read()).events.filter(({ kind }) => kind === 'reveal_contact')).toHaveLength(2);
    for (const role of ['volunteer', 'editor'] as const)
      expect(await revealContact(member(role), id, NOW)).toEqual({ ok: false, error: { code: 'forbidden' } });
  });

  it('never comes to a volunteer, in whichever text it stands', async () => {
    const { addNote } = await import('@/lib/moderation/notes');
    ({ id, reference } = await waitingStory(base.prisma, {
      results: `${ANSWERS.results as string} Zovite 064/123-45-67 ili pišite na ana.anic@primer.example, i vidite.`,
    }));
    done(await addNote(moderator, id, 'Zvao sam je na 064 123 45 67.', NOW));
    const whole = JSON.stringify(await read(volunteer));
    expect(whole).not.toMatch(/064|anic@|Anić|\+381/);
    expect(whole).toContain('[telefon]');
    expect(whole).toContain('[pošta]');
    expect(JSON.stringify(await read(moderator))).toContain('064/123-45-67');
  });
});

describe('notes and the checklist', () => {
  it('are kept for each person, and a note only grows', async () => {
    const { addNote } = await import('@/lib/moderation/notes');
    const { saveChecklist } = await import('@/lib/moderation/checklist');
    done(await addNote(volunteer, id, '  Čini mi se dobra.  ', NOW));
    expect(await addNote(volunteer, id, ' ', NOW)).toEqual({ ok: false, error: { code: 'noteNeeded' } });
    expect(await addNote(volunteer, id, 'a'.repeat(2_001), NOW)).toEqual({ ok: false, error: { code: 'noteTooLong' } });
    done(await saveChecklist(volunteer, id, ['ours', 'complete'], NOW));
    done(await saveChecklist(moderator, id, ['ours'], NOW));
    done(await saveChecklist(volunteer, id, ['complete'], NOW));
    expect(await saveChecklist(member('editor'), id, ['ours'], NOW)).toEqual({
      ok: false,
      error: { code: 'forbidden' },
    });
    const story = await read();
    expect(story.notes.map(({ by, text }) => [by, text])).toEqual([['Osoba volunteer', 'Čini mi se dobra.']]);
    expect(story.checks.map(({ point, isMine }) => [point, isMine])).toEqual(
      expect.arrayContaining([
        ['complete', false],
        ['ours', true],
      ]),
    );
    expect(story.checks).toHaveLength(2);
  });

  it('go with the story when it is erased', async () => {
    const { addNote } = await import('@/lib/moderation/notes');
    const { erase } = await import('@/lib/submissions/commands');
    done(await addNote(moderator, id, 'Beleška.', NOW));
    done(await decideNow(base.prisma, moderator, id, 'approve'));
    done(await erase(statusToken, NOW));
    const where = { submissionId: id };
    expect(await base.prisma.storyNote.count({ where })).toBe(0);
    expect(await base.prisma.decisionUndo.count({ where })).toBe(0);
    expect(await base.prisma.submissionEvent.count({ where })).toBeGreaterThan(3);
  });
});

describe('requests for changes', () => {
  const ask = { field: 'whatWasDone', quote: 'Šile smo  od\npamuka', reason: 'unclear', note: 'Od kakvog pamuka?' };

  it('hold on to a passage that stands in the answer, and go out together', async () => {
    const { collectRequest, dropRequest } = await import('@/lib/moderation/requests');
    const { findDraft } = await import('@/lib/moderation/decision-drafts');
    const codeOf = async (changes: Partial<typeof ask>) => {
      const result = await collectRequest(moderator, id, { ...ask, ...changes }, NOW);
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await codeOf({ quote: 'Ovo tu ne piše' })).toBe('quoteMissing');
    expect(await codeOf({ field: 'contactEmail' })).toBe('fieldWrong');
    expect(await codeOf({ reason: 'untrue' })).toBe('reasonNeeded');
    expect(await codeOf({ note: '' })).toBe('noteNeeded');
    expect(await codeOf({})).toBe('ok');
    expect(await codeOf({ field: 'results', quote: '', reason: 'evidence', note: 'Po čijoj evidenciji?' })).toBe('ok');
    done(await dropRequest(moderator, id, 7, NOW));
    const { requests } = await findDraft(moderator, id);
    expect(requests.map(({ quote }) => quote)).toEqual(['Šile smo od pamuka', null]);

    done(await decideNow(base.prisma, moderator, id, { transition: 'request_changes', requests }));
    const mail = (await outbox(base.prisma, 'changesRequested')).find(({ submissionId }) => submissionId === id);
    expect(mail?.values.requests).toHaveLength(2);
    const { listOpenRequests } = await import('@/lib/story-form/queries');
    const seen = await listOpenRequests(reference, 'sr-Cyrl');
    expect(seen[0]).toMatchObject({ field: 'whatWasDone', reason: 'Није јасно', quote: 'Šile smo od pamuka' });
    expect(seen[0]?.context).toMatchObject({ before: '', after: expect.stringContaining('u dva sloja') });
  });

  it('come back with what changed, and are judged one by one', async () => {
    const { judgeRequest } = await import('@/lib/moderation/requests');
    const { findDraft } = await import('@/lib/moderation/decision-drafts');
    const { sendStory, startEdit } = await import('@/lib/submissions/commands');
    const { saveDraft } = await import('@/lib/submissions/drafts');
    done(
      await decideNow(base.prisma, moderator, id, {
        transition: 'request_changes',
        requests: [
          { field: 'results', quote: 'Hiljadu maski', reason: 'evidence', note: 'Odakle broj?' },
          { field: 'summary', quote: null, reason: 'unclear', note: 'Kraće, molim.' },
        ],
      }),
    );
    const { secret } = done(await startEdit(statusToken, later(1)));
    const answers = { results: `${ANSWERS.results as string} Evidenciju čuva udruženje.` };
    done(await saveDraft({ secret, locale: 'sr-Latn', page: 'results', answers, version: null, now: later(1) }));
    const spam = { score: 0, reasons: [], verdict: 'pass' as const };
    done(await sendStory({ secret, origin: 'web', spam, now: later(1) }));
    const story = await read();
    expect(story.requests.map(({ state }) => state)).toEqual(['answered', 'answered']);
    const { diffVersions } = await import('@/lib/moderation/version-diff');
    const { vocabularies } = await import('@/lib/taxonomies/queries');
    const [after, before] = story.versions;
    if (!before || !after) throw new Error('two versions');
    const { fields } = diffVersions(before.content, after.content, 'sr-Latn', vocabularies());
    expect(fields.map(({ field }) => field)).toEqual(['results']);
    expect(fields[0]?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'new', text: ' Evidenciju čuva udruženje.' },
    ]);

    const [first, second] = story.requests;
    done(await judgeRequest(moderator, { request: first?.id ?? 0, solved: true }, later(1)));
    done(await judgeRequest(moderator, { request: second?.id ?? 0, solved: false }, later(1)));
    expect((await read()).requests.map(({ state }) => state)).toEqual(['solved', 'answered']);
    expect((await findDraft(moderator, id)).requests).toEqual([
      { field: 'summary', quote: null, reason: 'unclear', note: 'Kraće, molim.' },
    ]);
    expect(await judgeRequest(volunteer, { request: 1, solved: true }, NOW)).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});

describe('edits by staff', () => {
  const edit = async (
    edits: Parameters<typeof import('@/lib/moderation/edit-as-staff').editAsStaff>[1]['edits'],
    authorAsked = false,
  ) => {
    const { editAsStaff } = await import('@/lib/moderation/edit-as-staff');
    const { revision } = await rowOf(base.prisma, id);
    return editAsStaff(moderator, { submissionId: id, revision, edits, authorAsked }, NOW);
  };
  const summary = ANSWERS.summary as string;

  it.each([
    ['a field of the author alone', { field: 'licence', kind: 'spelling', text: 'this_site' }, 'fieldNotAllowed'],
    ['a sentence more', { field: 'summary', kind: 'personalData', text: `${summary} Hvala!` }, 'notOnlyLeftOut'],
    ['another number', { field: 'results', kind: 'spelling', text: 'Dve hiljade' }, 'notOnlySpelling'],
    [
      'slips that nobody asked for',
      { field: 'summary', kind: 'spelling', text: summary.replace('žena', 'zena') },
      'notAsked',
    ],
    ['nothing left of the title', { field: 'title', kind: 'personalData', text: '' }, 'empty'],
    ['a label that does not exist', { field: 'practiceTypes', kind: 'labels', codes: ['nema'] }, 'labelsWrong'],
    [
      'a place that nobody knows',
      { field: 'place', kind: 'place', text: 'Nedođija', precision: 'settlement' },
      'placeWrong',
    ],
    ['a more exact place', { field: 'place', kind: 'place', text: 'Čačak', precision: 'exact' }, 'placeWrong'],
  ] as const)('refuse %s', async (_, change, fault) => {
    expect(await edit([change])).toEqual({ ok: false, error: { code: 'edit', fault, field: change.field } });
    expect((await rowOf(base.prisma, id)).versionNumber).toBe(1);
  });

  it('of the allowed kinds become a version that the author reads in the mail of the approval', async () => {
    const left = summary.replace('za dom za stare ', '[…] ');
    const title = 'Rukotvorke šiju hiljadu mаski'.replace('mаski', 'masky');
    done(await edit([{ field: 'summary', kind: 'personalData', text: left }]));
    done(await edit([{ field: 'title', kind: 'spelling', text: title }], true));
    const story = await read();
    expect(story.newest).toMatchObject({ number: 3, author: 'staff' });
    expect(await audits('submission.staff_edit')).toBe(2);
    done(await decideNow(base.prisma, moderator, id, { transition: 'approve', publishNow: true }));
    const mails = (await outbox(base.prisma)).filter(({ submissionId, dueAt }) => submissionId === id && dueAt > NOW);
    expect(mails.map(({ template }) => template)).toEqual(['approved', 'published']);
    const changes = mails[0]?.values.changes as unknown as { field: string; before: string; after: string }[];
    expect(changes.map(({ field }) => field)).toEqual(['title', 'summary']);
    expect(changes[1]).toMatchObject({
      before: expect.stringContaining('dom za stare'),
      after: expect.stringContaining('[…]'),
    });
  });

  it('are taken back whole, need the story, and its newest state', async () => {
    const { editAsStaff, revertStaffEdits } = await import('@/lib/moderation/edit-as-staff');
    const left = summary.replace('za dom za stare ', '');
    done(await edit([{ field: 'summary', kind: 'personalData', text: left }]));
    const { revision } = await rowOf(base.prisma, id);
    const wish = { submissionId: id, revision };
    done(await revertStaffEdits(moderator, wish, NOW));
    expect((await read()).newest.content.summary).toBe(summary);
    expect(await revertStaffEdits(moderator, wish, NOW)).toMatchObject({ error: { code: 'stale' } });
    const other = { ...wish, revision: revision + 1, authorAsked: false, edits: [] };
    expect(await editAsStaff(member('admin'), other, NOW)).toMatchObject({ error: { code: 'claimed' } });
    expect(await editAsStaff(volunteer, other, NOW)).toMatchObject({ error: { code: 'forbidden' } });
    done(await decideNow(base.prisma, moderator, id, 'approve'));
    const mail = (await outbox(base.prisma, 'approved')).find(({ submissionId }) => submissionId === id);
    expect(mail?.values.changes, 'nothing is left of it').toEqual([]);
    expect(await editAsStaff(moderator, { ...other, revision: revision + 2 }, NOW)).toMatchObject({
      error: { code: 'notAllowed' },
    });
  });
});

describe('the page', () => {
  it('offers what this person could decide now, and nothing to who may not', async () => {
    expect((await read()).can).toEqual(['recommend', 'request_changes', 'approve', 'reject', 'merge', 'mark_spam']);
    expect((await read(member('admin'))).can, 'a colleague has it').toEqual([]);
    done(await decideNow(base.prisma, moderator, id, 'recommend'));
    expect((await read(volunteer)).can).toEqual([]);
    expect((await read(member('editor'))).can).toEqual([]);
    expect((await read(member('coordinator'))).can).toEqual(['request_changes', 'approve', 'reject', 'mark_spam']);
  });

  it('shows mails that came back, and the decision that can be undone', async () => {
    await base.prisma.outboxMail.updateMany({
      where: { submissionId: id, template: 'received' },
      data: { state: 'failed' },
    });
    done(await decideNow(base.prisma, moderator, id, 'approve'));
    const story = await read();
    expect(story.failedMails.map(({ template }) => template)).toEqual(['received']);
    expect(story.heldMails.map(({ template }) => template)).toEqual(['approved']);
    expect(story.undo).toMatchObject({ decision: 'approve', by: 'Osoba moderator' });
  });

  it('is of nobody without the desk, and of no erased story', async () => {
    const { findDeskStory } = await import('@/lib/moderation/story-queries');
    const { erase } = await import('@/lib/submissions/commands');
    done(await erase(statusToken, NOW));
    expect(await findDeskStory(moderator, reference, MASK, NOW)).toEqual({ ok: true, value: null });
    expect(await findDeskStory(moderator, 'nije šifra', MASK, NOW)).toEqual({ ok: true, value: null });
  });
});
