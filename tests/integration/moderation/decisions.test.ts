import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/accounts/permissions';
import type { State } from '@/lib/moderation/rules';
import type { StaffTransition } from '@/lib/moderation/staff-rights';
import { createStoryDatabase, done, later, NOW, outbox } from '@/tests/integration/submissions/support';
import type { TestDatabase } from '@/tests/support/database';
import { decideNow, giveTo, member, road, rowOf, type Step, waitingStory } from './support';

let base: TestDatabase;
beforeAll(async () => {
  base = await createStoryDatabase();
});
afterAll(() => base.dispose());

const MODERATORS: Role[] = ['moderator', 'coordinator', 'admin'];

interface Case {
  step: StaffTransition;
  /** Steps that lead to where it may be made. */
  road: Step[];
  to: State;
  who: Role[];
  mail: string | null;
}

/** Every decision of staff: from where, who may, and which mail waits. */
const CASES: Case[] = [
  { step: 'recommend', road: ['claim'], to: 'recommended', who: ['volunteer', ...MODERATORS], mail: null },
  { step: 'request_changes', road: ['claim'], to: 'changes_requested', who: MODERATORS, mail: 'changesRequested' },
  { step: 'approve', road: ['claim'], to: 'approved', who: MODERATORS, mail: 'approved' },
  { step: 'approve', road: ['claim', 'recommend'], to: 'approved', who: MODERATORS, mail: 'approved' },
  { step: 'reject', road: ['claim'], to: 'pending', who: MODERATORS, mail: null },
  { step: 'mark_spam', road: ['claim'], to: 'spam', who: MODERATORS, mail: null },
  { step: 'not_spam', road: ['mark_spam'], to: 'unconfirmed', who: MODERATORS, mail: 'confirm' },
  { step: 'confirm_for', road: ['mark_spam', 'not_spam'], to: 'pending', who: MODERATORS, mail: 'received' },
  { step: 'publish', road: ['claim', 'approve'], to: 'published', who: MODERATORS, mail: 'published' },
  { step: 'schedule', road: ['claim', 'approve'], to: 'scheduled', who: MODERATORS, mail: null },
  { step: 'unschedule', road: ['claim', 'approve', 'schedule'], to: 'approved', who: MODERATORS, mail: null },
  { step: 'hide', road: ['claim', 'approve', 'publish'], to: 'hidden', who: MODERATORS, mail: 'hidden' },
  { step: 'unpublish', road: ['claim', 'approve', 'publish'], to: 'unpublished', who: MODERATORS, mail: 'unpublished' },
  {
    step: 'republish',
    road: ['claim', 'approve', 'publish', 'hide'],
    to: 'published',
    who: MODERATORS,
    mail: 'republished',
  },
];

/** All that a decision could change of a story, without what only goes forward. */
async function stateOf(id: number) {
  const { revision: _, ...row } = await rowOf(base.prisma, id);
  const where = { submissionId: id };
  const story = await base.prisma.story.findUnique({ where, include: { texts: true, terms: true, aliases: true } });
  return {
    row,
    story,
    requests: await base.prisma.changeRequest.findMany({ where }),
    appeals: await base.prisma.appeal.findMany({ where }),
    open: await base.prisma.rejectionProposal.count({ where: { ...where, outcome: null } }),
    found: await base.prisma.$queryRawUnsafe(
      `SELECT count(*) AS n FROM "Story" WHERE "submissionId" = ${id} AND "publication" = 'published'`,
    ),
  };
}

const heldMails = async (id: number) =>
  (await base.prisma.outboxMail.findMany({ where: { submissionId: id, state: 'waiting', dueAt: { gt: NOW } } })).map(
    ({ template }) => template,
  );

/** Only a story that staff took down for somebody is confirmed by staff. */
const takeDown = (submissionId: number) =>
  base.prisma.storyIntake.create({ data: { submissionId, origin: 'phone', enteredBy: 'mira' } });

describe.each(CASES)('$step after $road', ({ step, road: before, to, who, mail }) => {
  it.each(ROLES)('%s', async (role) => {
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, before);
    await giveTo(base.prisma, id, member(role));
    if (step === 'confirm_for') await takeDown(id);
    const was = await stateOf(id);
    const decided = await decideNow(base.prisma, member(role), id, step);
    if (!who.includes(role)) {
      expect(decided).toMatchObject({ ok: false, error: { code: expect.stringMatching(/forbidden|wrongActor/) } });
      expect(await stateOf(id)).toEqual(was);
      return;
    }
    const { event, undoUntil } = done(decided);
    expect((await rowOf(base.prisma, id)).state).toBe(to);
    const audit = await base.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(audit).toMatchObject({ actorId: role, objectKind: 'submission', objectId: String(id) });
    expect(undoUntil).toEqual(new Date(NOW.getTime() + 15 * 60_000));
    const inTime = new Date(NOW.getTime() + 14 * 60_000);
    const { undoDecisions } = await import('@/lib/moderation/undo');
    const undone = await undoDecisions(member('moderator', 'vesna'), { event }, inTime);
    expect(undone).toMatchObject({ ok: true, value: { refused: [] } });
    expect(await stateOf(id)).toEqual(was);
    expect(await heldMails(id)).not.toContain(mail);
  });

  it('holds the mail of its author for 15 minutes', async () => {
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, before);
    await giveTo(base.prisma, id, member('admin'));
    if (step === 'confirm_for') await takeDown(id);
    await base.prisma.outboxMail.updateMany({ where: { submissionId: id }, data: { state: 'sent' } });
    done(await decideNow(base.prisma, member('admin'), id, step));
    const waiting = await outbox(base.prisma);
    const mine = waiting.filter(({ submissionId }) => submissionId === id);
    expect(mine.map(({ template }) => template)).toEqual(mail === null ? [] : [mail]);
    for (const { dueAt } of mine) expect(dueAt).toEqual(new Date(NOW.getTime() + 15 * 60_000));
  });
});

describe('undo', () => {
  it('goes back step by step, and says why it cannot', async () => {
    const { undoDecisions } = await import('@/lib/moderation/undo');
    const { id, statusToken } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim']);
    const moderator = member('moderator');
    const first = done(await decideNow(base.prisma, moderator, id, 'approve'));
    const second = done(await decideNow(base.prisma, moderator, id, 'publish'));
    const undo = (event: number, now = NOW) => undoDecisions(moderator, { event }, now);
    expect(await undo(first.event)).toEqual({ ok: false, error: { code: 'changedSince' } });
    expect((await undo(second.event)).ok).toBe(true);
    expect(await undo(second.event)).toEqual({ ok: false, error: { code: 'already' } });
    expect((await undo(first.event)).ok).toBe(true);
    expect((await rowOf(base.prisma, id)).state).toBe('in_review');
    expect(await undo(first.event + 1_000)).toEqual({ ok: false, error: { code: 'notFound' } });
    expect(await undoDecisions(member('volunteer'), { event: first.event }, NOW)).toEqual({
      ok: false,
      error: { code: 'forbidden' },
    });

    const third = done(await decideNow(base.prisma, moderator, id, 'approve'));
    expect(await undo(third.event, new Date(NOW.getTime() + 15 * 60_000))).toEqual({
      ok: false,
      error: { code: 'tooLate' },
    });
    const { withdraw } = await import('@/lib/submissions/commands');
    done(await withdraw(statusToken, NOW));
    expect(await undo(third.event)).toEqual({ ok: false, error: { code: 'changedSince' } });
    const { findByStatusToken } = await import('@/lib/submissions/queries');
    const seen = (await findByStatusToken(statusToken, NOW))?.timeline.map(({ kind }) => kind);
    expect(seen, 'what was undone was never told').toEqual(['send', 'confirm', 'approve', 'withdraw']);
  });

  it('takes a batch back as one, and leaves what changed meanwhile', async () => {
    const { undoDecisions } = await import('@/lib/moderation/undo');
    const { withdraw } = await import('@/lib/submissions/commands');
    const stories = await Promise.all([1, 2, 3].map(() => waitingStory(base.prisma)));
    for (const { id } of stories) {
      await road(base.prisma, id, ['claim']);
      done(await decideNow(base.prisma, member('moderator'), id, { transition: 'approve', batch: 'b1' }));
    }
    const gone = stories[1] ?? (await waitingStory(base.prisma));
    done(await withdraw(gone.statusToken, NOW));
    const { undone, refused } = done(await undoDecisions(member('moderator'), { batch: 'b1' }, NOW));
    expect(undone).toHaveLength(2);
    expect(refused).toEqual([{ submissionId: gone.id, code: 'changedSince' }]);
  });

  it('puts back a public story with its translation and the address it had', async () => {
    const { undoDecisions } = await import('@/lib/moderation/undo');
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim', 'approve', 'publish']);
    const { id: storyId } = await base.prisma.story.findUniqueOrThrow({ where: { submissionId: id } });
    await base.prisma.storyText.create({
      data: { storyId, lang: 'en', title: 'A thousand masks', summary: 'Ten women made them.', translated: true },
    });
    const was = await stateOf(id);
    const { event } = done(
      await decideNow(base.prisma, member('moderator'), id, 'mark_spam').then(async (refused) => {
        expect(refused).toMatchObject({ error: { code: 'notAllowed' } });
        return decideNow(base.prisma, member('moderator'), id, 'unpublish');
      }),
    );
    done(await undoDecisions(member('moderator'), { event }, NOW));
    expect(await stateOf(id)).toEqual(was);
  });

  it('forgets what was before when the time is over', async () => {
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim']);
    done(await decideNow(base.prisma, member('moderator'), id, 'approve'));
    done(await decideNow(base.prisma, member('moderator'), id, 'publish', later(1)));
    const kept = await base.prisma.decisionUndo.findMany({ where: { submissionId: id }, orderBy: { id: 'asc' } });
    expect(kept.map(({ before }) => before !== null)).toEqual([false, true]);
  });
});

describe('a decision', () => {
  it('on what somebody else has changed is refused, and one of two at once wins', async () => {
    const { decideAsStaff } = await import('@/lib/moderation/decide-as-staff');
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim']);
    const { revision } = await rowOf(base.prisma, id);
    const both = await Promise.all(
      [1, 2].map(() => decideAsStaff(member('moderator'), { submissionId: id, transition: 'approve', revision }, NOW)),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'stale' } });
    expect(await base.prisma.submissionEvent.count({ where: { submissionId: id, kind: 'approve' } })).toBe(1);
  });

  it('on what a colleague works on is refused, and says who has it', async () => {
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim']);
    expect(await decideNow(base.prisma, member('admin'), id, 'approve')).toEqual({
      ok: false,
      error: { code: 'claimed', by: 'moderator' },
    });
    expect((await decideNow(base.prisma, member('admin'), id, 'approve', later(2))).ok, 'the lease is over').toBe(true);
  });

  it.each([
    [{ transition: 'hide', reason: null }, 'reasonNeeded'],
    [{ transition: 'hide', reason: 'spam_advert' }, 'unknownReason'],
    [{ transition: 'hide', note: ' ' }, 'noteNeeded'],
    [{ transition: 'unpublish', note: '' }, 'noteNeeded'],
    [{ transition: 'merge', other: 'nema-takve' }, 'otherNotFound'],
    [{ transition: 'schedule', publishOn: '2020-01-01' }, 'dayWrong'],
    [{ transition: 'schedule', publishOn: null }, 'dayWrong'],
    [{ transition: 'request_changes', requests: [] }, 'noteNeeded'],
  ] as const)('%j is refused: %s', async (wish, code) => {
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim', 'approve', 'publish']);
    const was = await stateOf(id);
    expect(await decideNow(base.prisma, member('moderator'), id, wish)).toEqual({ ok: false, error: { code } });
    expect(await stateOf(id)).toEqual(was);
  });

  it('to merge names a story that is public, and tells the author which', async () => {
    const { id: otherId } = await waitingStory(base.prisma);
    await road(base.prisma, otherId, ['claim', 'approve', 'publish']);
    const { slug } = await base.prisma.story.findUniqueOrThrow({ where: { submissionId: otherId } });
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim']);
    done(await decideNow(base.prisma, member('moderator'), id, { transition: 'merge', other: slug }));
    const mail = (await outbox(base.prisma, 'merged')).find(({ submissionId }) => submissionId === id);
    expect(mail?.values).toMatchObject({ otherSlug: slug });
  });

  it('to approve for a day tells the day, and is undone whole', async () => {
    const { undoDecisions } = await import('@/lib/moderation/undo');
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim']);
    const wish = { transition: 'approve', publishOn: '2026-12-04' } as const;
    const { event, state } = done(await decideNow(base.prisma, member('moderator'), id, wish));
    expect(state).toBe('scheduled');
    expect((await rowOf(base.prisma, id)).publishOn).toBe('2026-12-04');
    const mail = (await outbox(base.prisma, 'approved')).find(({ submissionId }) => submissionId === id);
    expect(mail?.values).toMatchObject({ publishOn: '2026-12-04' });
    done(await undoDecisions(member('moderator'), { event }, NOW));
    expect(await rowOf(base.prisma, id)).toMatchObject({ state: 'in_review', publishOn: null });
  });
});

describe('a rejection', () => {
  it('waits for a second person, who agrees or returns it', async () => {
    const { confirmRejection, returnRejection } = await import('@/lib/moderation/second-person');
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim']);
    const coordinator = member('coordinator', 'jova');
    await giveTo(base.prisma, id, coordinator);
    const decided = done(await decideNow(base.prisma, coordinator, id, 'reject'));
    expect(decided).toMatchObject({ isProposal: true, state: 'pending' });
    await road(base.prisma, id, ['claim']);
    expect(await decideNow(base.prisma, member('moderator'), id, 'reject')).toMatchObject({
      error: { code: 'alreadyProposed' },
    });
    await road(base.prisma, id, ['release']);
    const second = async (staff = coordinator, note = 'Pitajmo još jednom.') => {
      const { id: proposal } = await base.prisma.rejectionProposal.findFirstOrThrow({
        where: { submissionId: id },
        orderBy: { id: 'desc' },
      });
      const { revision } = await rowOf(base.prisma, id);
      return {
        confirm: () => confirmRejection(staff, { submissionId: id, proposal, revision }, NOW),
        back: () => returnRejection(staff, { submissionId: id, proposal, revision, note }, NOW),
      };
    };
    expect(await (await second()).confirm()).toEqual({ ok: false, error: { code: 'samePerson' } });
    expect(await (await second(member('moderator'))).confirm()).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await (await second(member('moderator'))).back()).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await (await second(member('admin', 'ana'), '')).back()).toEqual({
      ok: false,
      error: { code: 'noteNeeded' },
    });
    done(await (await second(member('admin', 'ana'))).back());
    expect(await (await second(member('admin', 'ana'))).confirm()).toEqual({
      ok: false,
      error: { code: 'proposalGone' },
    });
    expect((await rowOf(base.prisma, id)).state).toBe('pending');

    await road(base.prisma, id, ['claim']);
    done(await decideNow(base.prisma, member('moderator'), id, 'reject'));
    const { event } = done(await (await second()).confirm());
    expect((await rowOf(base.prisma, id)).state).toBe('rejected');
    const logged = await base.prisma.submissionEvent.findUniqueOrThrow({ where: { id: event } });
    expect(logged).toMatchObject({ actorId: 'moderator', reason: 'not_a_practice', details: '{"second":["jova"]}' });
    const mails = (await outbox(base.prisma, 'rejected')).filter(({ submissionId }) => submissionId === id);
    expect(mails).toHaveLength(1);
    const { undoDecisions } = await import('@/lib/moderation/undo');
    done(await undoDecisions(coordinator, { event }, NOW));
    expect((await rowOf(base.prisma, id)).state).toBe('pending');
    done(await (await second()).confirm());
  });

  it('that the author answered with a new version is gone', async () => {
    const { confirmRejection } = await import('@/lib/moderation/second-person');
    const { id } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim']);
    done(await decideNow(base.prisma, member('moderator'), id, 'reject'));
    const { id: proposal } = await base.prisma.rejectionProposal.findFirstOrThrow({ where: { submissionId: id } });
    const { revision, versionNumber } = await rowOf(base.prisma, id);
    await base.prisma.submission.update({ where: { id }, data: { versionNumber: versionNumber + 1 } });
    const second = { submissionId: id, proposal, revision };
    expect(await confirmRejection(member('coordinator'), second, NOW)).toEqual({
      ok: false,
      error: { code: 'proposalGone' },
    });
  });
});

describe('an appeal', () => {
  it.each(['uphold', 'overturn'] as const)('%s: by somebody who neither decided nor agreed', async (step) => {
    const { appeal } = await import('@/lib/submissions/commands');
    const { id, statusToken } = await waitingStory(base.prisma);
    await road(base.prisma, id, ['claim', 'reject']);
    done(await appeal({ token: statusToken, text: 'Molim da pogledate ponovo.', now: NOW }));
    const decide = (role: Role, who: string) => decideNow(base.prisma, member(role, who), id, step);
    expect(await decide('coordinator', 'jova'), 'she agreed').toEqual({ ok: false, error: { code: 'wrongActor' } });
    expect(await decide('admin', 'moderator'), 'she proposed').toEqual({ ok: false, error: { code: 'wrongActor' } });
    for (const role of ['volunteer', 'moderator', 'editor'] as const)
      expect(await decide(role, 'vesna')).toEqual({ ok: false, error: { code: 'forbidden' } });
    const was = await stateOf(id);
    const { event } = done(await decide('coordinator', 'vesna'));
    expect((await rowOf(base.prisma, id)).state).toBe(step === 'uphold' ? 'rejected' : 'pending');
    const { undoDecisions } = await import('@/lib/moderation/undo');
    done(await undoDecisions(member('coordinator', 'vesna'), { event }, NOW));
    expect(await stateOf(id)).toEqual(was);
  });
});
