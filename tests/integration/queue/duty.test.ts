import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { dutyMark } from '@/lib/duty/weeks';
import { NO_FILTER } from '@/lib/queue/filter';
import type { TestDatabase } from '@/tests/support/database';
import { createStoryDatabase, done, later, NOW, outbox } from '../submissions/support';
import { member, waiting } from './support';

/** Who is on duty, and which stories a volunteer sees (submission.md, section 5: "sees only assigned themes"). */
let base: TestDatabase;
let mira: Staff;
let jova: Staff;
/** Volunteers: with the theme of masks, and with none. */
let vera: Staff;
let nada: Staff;
beforeAll(async () => {
  base = await createStoryDatabase();
  mira = await member(base.prisma, 'mira', 'moderator');
  jova = await member(base.prisma, 'jova', 'coordinator');
  vera = await member(base.prisma, 'vera', 'volunteer', ['masks']);
  nada = await member(base.prisma, 'nada', 'volunteer', []);
});
afterAll(() => base.dispose());
beforeEach(async () => {
  await base.prisma.queueItem.deleteMany();
  await base.prisma.outboxMail.deleteMany();
  await base.prisma.dutyWeek.deleteMany();
  await base.prisma.meta.deleteMany({ where: { key: 'queue.lateToldUntil' } });
});

const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? 'ok' : result.error.code;
const OTHER = { practiceTypes: ['other'], practiceOther: 'pozajmice alata' };
const MASK = { email: '[adresa]', phone: '[telefon]' };

describe('a volunteer sees only assigned themes', () => {
  it('in the list, its counts, the next one and the morning’s mail', async () => {
    const { listQueue, nextInQueue } = await import('@/lib/queue/queries');
    const { runDigest } = await import('@/lib/jobs/digest');
    const [mine, foreign] = [await waiting(base.prisma), await waiting(base.prisma, NOW, OTHER)];
    const seenBy = (staff: Staff, filter = NO_FILTER) => done(listQueue(staff, filter, { now: NOW }));
    expect(seenBy(vera).rows.map(({ objectId }) => objectId)).toEqual([mine.id]);
    expect(seenBy(vera).counts).toMatchObject({ all: 1, free: 1 });
    expect(seenBy(vera, { ...NO_FILTER, practice: 'other' }).rows, 'a filter opens nothing').toEqual([]);
    expect(seenBy(mira).rows).toHaveLength(2);
    expect(seenBy(nada).rows, 'without a theme nothing').toEqual([]);
    expect(done(nextInQueue(vera, NO_FILTER, mine.id, NOW))).toBeNull();
    await base.prisma.queueItem.deleteMany({ where: { objectId: mine.id } });
    expect((await runDigest({ now: NOW })).digests, 'two who see all').toBe(2);
    expect((await outbox(base.prisma, 'staffDigest')).map(({ to }) => to).sort()).toEqual([
      'jova@primer.example',
      'mira@primer.example',
    ]);
    expect(foreign.id).toBeGreaterThan(mine.id);
  });

  it('and to all else a story of another theme is not there', async () => {
    const { findDeskStory } = await import('@/lib/moderation/story-queries');
    const { claimStory } = await import('@/lib/moderation/claims');
    const { decideAsStaff } = await import('@/lib/moderation/decide-as-staff');
    const { addNote } = await import('@/lib/moderation/notes');
    const { saveChecklist } = await import('@/lib/moderation/checklist');
    const { beat } = await import('@/lib/moderation/presence');
    const { previewBulk } = await import('@/lib/queue/bulk-preview');
    const [mine, { id }] = [await waiting(base.prisma), await waiting(base.prisma, NOW, OTHER)];
    const { reference, revision } = await base.prisma.submission.findUniqueOrThrow({ where: { id } });
    const rows = await base.prisma.auditEntry.count();
    expect(done(await findDeskStory(vera, reference, MASK, NOW))).toBeNull();
    expect(codeOf(await claimStory(vera, id, NOW))).toBe('notFound');
    const wish = { submissionId: id, transition: 'recommend', revision, note: 'Dobra je.' } as const;
    expect(codeOf(await decideAsStaff(vera, wish, NOW))).toBe('notFound');
    expect(codeOf(await addNote(vera, id, 'Beleška', NOW))).toBe('notFound');
    expect(codeOf(await saveChecklist(vera, id, ['ours'], NOW))).toBe('notFound');
    expect(codeOf(await beat(vera, id, { atWork: false, now: NOW }))).toBe('notFound');
    const preview = done(await previewBulk(vera, { action: 'claim', ids: [mine.id, id] }, NOW));
    expect(preview.map(({ submissionId }) => submissionId)).toEqual([mine.id]);
    expect(await base.prisma.auditEntry.count()).toBe(rows);
    expect(done(await findDeskStory(mira, reference, MASK, NOW))?.id).toBe(id);
  });

  it('not even by its title among possible duplicates', async () => {
    const { findDeskStory } = await import('@/lib/moderation/story-queries');
    const [mine] = [await waiting(base.prisma), await waiting(base.prisma, NOW, OTHER), await waiting(base.prisma)];
    const { reference } = await base.prisma.submission.findUniqueOrThrow({ where: { id: mine.id } });
    const hintsOf = async (staff: Staff) => done(await findDeskStory(staff, reference, MASK, NOW))?.duplicates ?? [];
    const [all, seen] = [await hintsOf(mira), await hintsOf(vera)];
    const foreign = await base.prisma.submission.findMany({
      where: { versions: { some: { content: { contains: 'pozajmice alata' } } } },
      select: { reference: true },
    });
    const isForeign = ({ of }: (typeof all)[number]) =>
      of.kind === 'submission' && foreign.some((one) => one.reference === of.reference);
    expect(all.some(isForeign)).toBe(true);
    expect(seen.some(isForeign)).toBe(false);
    expect(seen.length, 'those of their own themes stay').toBeGreaterThan(0);
  });

  it('but what is given to them by name is theirs, whatever its theme', async () => {
    const { assignStory } = await import('@/lib/moderation/assignments');
    const { claimStory } = await import('@/lib/moderation/claims');
    const { listQueue } = await import('@/lib/queue/queries');
    const { id } = await waiting(base.prisma, NOW, OTHER);
    done(await assignStory(mira, { submissionId: id, to: 'nada', now: NOW }));
    expect(done(listQueue(nada, NO_FILTER, { now: NOW })).rows.map(({ objectId }) => objectId)).toEqual([id]);
    done(await claimStory(nada, id, NOW));
    expect(codeOf(await claimStory(vera, id, NOW))).toBe('notFound');
  });
});

describe('themes', () => {
  it('are given once, and not over a colleague’s', async () => {
    const { setThemes } = await import('@/lib/duty/commands');
    const { findDutyPlan } = await import('@/lib/duty/queries');
    const wish = { person: 'vera', all: false, themes: ['other', 'masks'], seen: '|masks|' };
    expect(codeOf(await setThemes(mira, wish, NOW)), 'a moderator plans nothing').toBe('forbidden');
    const rows = await base.prisma.auditEntry.count();
    done(await setThemes(jova, wish, NOW));
    done(await setThemes(jova, wish, NOW));
    expect(await base.prisma.auditEntry.count(), 'sent twice is once').toBe(rows + 1);
    expect(codeOf(await setThemes(jova, { ...wish, themes: ['masks'] }, NOW)), 'an old page').toBe('changed');
    expect(codeOf(await setThemes(jova, { ...wish, themes: ['nema'] }, NOW))).toBe('themeUnknown');
    expect(codeOf(await setThemes(jova, { ...wish, person: 'nema' }, NOW))).toBe('personGone');
    expect(codeOf(await setThemes(jova, { ...wish, person: 'mira' }, NOW)), 'she sees all').toBe('personGone');
    expect(done(await findDutyPlan(jova, NOW)).volunteers).toMatchObject([
      { id: 'nada', themes: [] },
      { id: 'vera', themes: ['masks', 'other'] },
    ]);
    expect(done(await findDutyPlan(nada, NOW)).volunteers, 'only her own').toMatchObject([{ id: 'nada' }]);
    done(await setThemes({ kind: 'console' }, { person: 'vera', all: true, themes: [], seen: '|masks|other|' }, NOW));
    expect((await base.prisma.staffUser.findUniqueOrThrow({ where: { id: 'vera' } })).themes).toBe('*');
  });

  it('follow two kinds of practice that became one', async () => {
    const { joinThemes } = await import('@/lib/duty/commands');
    await base.prisma.staffUser.update({ where: { id: 'vera' }, data: { themes: '|masks|' } });
    await base.prisma.$transaction((tx) => joinThemes(tx, 'other', 'masks'));
    const people = await base.prisma.staffUser.findMany({ orderBy: { id: 'asc' } });
    expect(people.map(({ id, themes }) => [id, themes])).toEqual([
      ['jova', '*'],
      ['mira', '*'],
      ['nada', ''],
      ['vera', '|masks|other|'],
    ]);
  });
});

describe('a week of duty', () => {
  const week = '2026-11-23';
  const seen = dutyMark({ onDutyId: null, deputyId: null });
  const wish = { week, onDuty: 'mira', deputy: 'jova', seen };

  it('is planned once, and not over a colleague’s', async () => {
    const { setDuty } = await import('@/lib/duty/commands');
    const { dutyOfWeek, findDutyPlan } = await import('@/lib/duty/queries');
    expect(codeOf(await setDuty(mira, wish, NOW))).toBe('forbidden');
    const rows = await base.prisma.auditEntry.count();
    done(await setDuty(jova, wish, NOW));
    done(await setDuty(jova, wish, NOW));
    expect(await base.prisma.auditEntry.count(), 'sent twice is once').toBe(rows + 1);
    expect(codeOf(await setDuty(jova, { ...wish, onDuty: '' }, NOW)), 'an old page').toBe('changed');
    const now = dutyMark({ onDutyId: 'mira', deputyId: 'jova' });
    expect(codeOf(await setDuty(jova, { ...wish, deputy: 'mira', seen: now }, NOW))).toBe('samePerson');
    expect(codeOf(await setDuty(jova, { ...wish, deputy: 'vera', seen: now }, NOW)), 'decides nothing').toBe(
      'personGone',
    );
    expect(codeOf(await setDuty(jova, { ...wish, week: '2026-11-24' }, NOW)), 'no Monday').toBe('weekWrong');
    expect(codeOf(await setDuty(jova, { ...wish, week: '2026-11-16' }, NOW)), 'over').toBe('weekWrong');
    expect(await dutyOfWeek(NOW)).toEqual({ onDutyId: 'mira', deputyId: 'jova' });
    expect(await dutyOfWeek(later(7))).toEqual({ onDutyId: null, deputyId: null });
    expect(done(await findDutyPlan(nada, NOW)).weeks[0]).toMatchObject({ week, onDuty: { name: 'Osoba mira' } });
  });

  it('says who is told of what is late: the deputy, and without one everybody who may assign', async () => {
    const { setDuty } = await import('@/lib/duty/commands');
    const { runDigest } = await import('@/lib/jobs/digest');
    const told = async () => (await outbox(base.prisma, 'staffLate')).map(({ to }) => to).sort();
    await waiting(base.prisma, NOW);
    // Monday, three working days later.
    done(await setDuty(jova, { ...wish, week: '2026-11-30', onDuty: 'jova', deputy: 'mira' }, NOW));
    await runDigest({ now: later(5) });
    expect(await told()).toEqual(['mira@primer.example']);
    await base.prisma.dutyWeek.deleteMany();
    await base.prisma.outboxMail.deleteMany();
    await base.prisma.meta.deleteMany({ where: { key: 'queue.lateToldUntil' } });
    await runDigest({ now: later(5) });
    expect(await told()).toEqual(['jova@primer.example', 'mira@primer.example']);
  });

  it('loses whoever leaves the desk', async () => {
    const { setDuty } = await import('@/lib/duty/commands');
    const { dutyOfWeek } = await import('@/lib/duty/queries');
    const { returnWorkToPool } = await import('@/lib/accounts/returned-work');
    const today = new Date();
    const { plannedWeeks } = await import('@/lib/duty/weeks');
    const { toDay } = await import('@/lib/submissions/calendar');
    done(await setDuty(jova, { ...wish, week: plannedWeeks(toDay(today))[0] ?? '' }, today));
    await base.prisma.$transaction((tx) => returnWorkToPool(tx, 'mira'));
    expect(await dutyOfWeek(today)).toEqual({ onDutyId: null, deputyId: 'jova' });
  });
});
