import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '@/lib/accounts/access-rules';
import { NO_FILTER, type QueueFilter } from '@/lib/queue/filter';
import type { TestDatabase } from '@/tests/support/database';
import { createStoryDatabase, done, later, NOW, step } from '../submissions/support';
import { member, waiting } from './support';

let base: TestDatabase;
let vera: Staff;
let mira: Staff;
let jova: Staff;
const stories: Record<string, { id: number; reference: string }> = {};
beforeAll(async () => {
  base = await createStoryDatabase();
  vera = await member(base.prisma, 'vera', 'volunteer');
  mira = await member(base.prisma, 'mira', 'moderator');
  jova = await member(base.prisma, 'jova', 'coordinator');
  const { claimStory } = await import('@/lib/moderation/claims');
  stories.old = await waiting(base.prisma, later(-12), { title: 'Đorđe deli vreće u Čačku' });
  stories.recent = await waiting(base.prisma, later(-1), { title: 'Задруга меси хлеб', submissionLocale: 'sr-Cyrl' });
  stories.held = await waiting(base.prisma, later(-6));
  done(await claimStory(vera, stories.held.id, NOW));
  stories.approved = await waiting(base.prisma, later(-8));
  await step(base.prisma, stories.approved.id, ['claim', 'approve']);
  stories.hidden = await waiting(base.prisma, later(-30));
  await step(base.prisma, stories.hidden.id, ['claim', 'approve', 'publish', 'hide'], { now: later(-8) });
  stories.spam = await waiting(base.prisma, later(-3));
  await step(base.prisma, stories.spam.id, ['mark_spam']);
  stories.live = await waiting(base.prisma, later(-40));
  await step(base.prisma, stories.live.id, ['claim', 'approve', 'publish']);
});
afterAll(() => base.dispose());

async function list(staff: Staff, filter: Partial<QueueFilter> = {}, after: string | null = null, limit = 25) {
  const { listQueue } = await import('@/lib/queue/queries');
  return done(listQueue(staff, { ...NO_FILTER, ...filter }, { after, now: NOW, limit }));
}
const names = async (staff: Staff, filter: Partial<QueueFilter> = {}) => {
  const { rows } = await list(staff, filter);
  return rows.map(({ objectId }) => Object.keys(stories).find((name) => stories[name]?.id === objectId));
};

describe('the queue', () => {
  it('holds what waits for a moderator, by the nearest promise, and nothing that is decided', async () => {
    expect(await names(mira)).toEqual(['old', 'hidden', 'held', 'recent', 'approved']);
  });

  it('shows what is mine first', async () => {
    expect((await names(vera))[0]).toBe('held');
  });

  it('gives a volunteer nothing that a volunteer cannot work on', async () => {
    expect(await names(vera)).toEqual(['held', 'old', 'recent']);
    expect(await names(vera, { view: 'spam' })).toEqual([]);
  });

  it.each<[string, Partial<QueueFilter>, string[]]>([
    ['what is free', { view: 'free' }, ['old', 'recent']],
    ['what is late', { view: 'late' }, ['old', 'hidden', 'held']],
    ['what waits to be published', { view: 'publish' }, ['approved']],
    ['spam', { view: 'spam' }, ['spam']],
    ['a kind', { kind: 'hidden' }, ['hidden']],
    ['a state', { state: 'in_review' }, ['held']],
    ['a language', { language: 'sr-Cyrl' }, ['recent']],
    ['a person', { person: 'vera' }, ['held']],
    ['a kind of practice', { practice: 'other' }, []],
    ['words without diacritics', { q: 'djordje cacku' }, ['old']],
    ['words in the other script', { q: 'zadruga' }, ['recent']],
    ['a place', { q: 'чачак', kind: 'hidden' }, ['hidden']],
  ])('finds %s', async (_, filter, expected) => {
    expect(await names(mira, filter)).toEqual(expected);
  });

  it('finds a story by its reference, with its hyphens and without', async () => {
    const reference = stories.old?.reference ?? '';
    expect(await names(mira, { q: reference })).toEqual(['old']);
    expect(await names(mira, { q: reference.replaceAll('-', '').toLowerCase() })).toEqual(['old']);
  });

  it('counts each tab under the other filters', async () => {
    expect((await list(mira)).counts).toEqual({ all: 5, mine: 0, free: 2, late: 3, publish: 1, spam: 1 });
    expect((await list(mira, { q: 'Đorđe' })).counts).toMatchObject({ all: 1, free: 1, late: 1, publish: 0 });
  });

  it('is read page by page without a gap or a double, own rows and the others', async () => {
    for (const staff of [mira, vera, jova]) {
      const whole = (await list(staff)).rows.map(({ id }) => id);
      const read: number[] = [];
      let after: string | null = null;
      do {
        const page = await list(staff, {}, after, 1);
        read.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(read).toEqual(whole);
    }
  });

  it('takes a made-up page for the first one', async () => {
    for (const after of ['x', '', 'W10', Buffer.from('{"a":1}').toString('base64url')]) {
      expect((await list(mira, {}, after)).rows).toHaveLength(5);
    }
  });

  it('walks an index from where the last page ended, whatever is filtered, and never reads the archive', async () => {
    const { reader } = await import('@/lib/db');
    const { lookerOf } = await import('@/lib/queue/queries');
    const { selectPart, selectCounts } = await import('@/lib/queue/queue-sqlite');
    const looker = lookerOf(mira, NOW);
    const after = { own: false, dueOn: '2026-11-20', since: '2026-11-17T10:00:00.000+00:00', id: 1 };
    const filters: Partial<QueueFilter>[] = [
      {},
      { view: 'late' },
      { kind: 'new' },
      { q: 'maske' },
      { practice: 'masks' },
    ];
    for (const filter of filters) {
      for (const own of [true, false]) {
        const { text, values } = selectPart({ ...NO_FILTER, ...filter }, looker, { own, after, limit: 26 });
        const plan = reader()
          .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
          .all(...values);
        const details = plan.map(({ detail }) => detail).join('\n');
        expect(details).toMatch(/USING INDEX QueueItem_(ownerId_)?dueOn_since_id_idx/);
        expect(details, 'nothing is sorted').not.toMatch(/TEMP B-TREE/);
        expect(details).not.toMatch(/Submission/);
      }
    }
    const counts = selectCounts(NO_FILTER, looker);
    const plan = reader()
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${counts.text}`)
      .all(...counts.values);
    expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/Submission/);
  });
});

describe('saved filters', () => {
  it('are seen by the team, kept once under a name, and taken away by who may', async () => {
    const { listFilters, removeFilter, saveFilter } = await import('@/lib/queue/saved-filters');
    const { id } = done(await saveFilter(vera, { name: '  Ćirilica  ', query: 'language=sr-Cyrl&zlo=1&view=late' }));
    expect(done(await listFilters(mira))).toEqual([
      { id, name: 'Ćirilica', query: 'view=late&language=sr-Cyrl', removable: true },
    ]);
    const code = async (name: string, query = 'view=late') => {
      const result = await saveFilter(mira, { name, query });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await code('Ćirilica')).toBe('filterExists');
    expect(await code('x')).toBe('filterName');
    expect(await code('x'.repeat(41))).toBe('filterName');
    expect(await code('Prazan', 'zlo=1')).toBe('filterEmpty');
    const mine = done(await saveFilter(mira, { name: 'Kasni', query: 'view=late' }));
    expect(await removeFilter(vera, mine.id)).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect((await removeFilter(mira, id)).ok).toBe(true);
    expect(await removeFilter(mira, id)).toEqual({ ok: false, error: { code: 'filterGone' } });
  });
});

describe('assignment', () => {
  it('puts a story first in the queue of who gets it, tells them, and leaves it to them', async () => {
    const { assignStory, unassignStory } = await import('@/lib/moderation/assignments');
    const { claimStory } = await import('@/lib/moderation/claims');
    const id = stories.recent?.id ?? 0;
    expect(await assignStory(vera, { submissionId: id, to: 'vera' })).toEqual({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(await assignStory(mira, { submissionId: id, to: 'nema' })).toEqual({
      ok: false,
      error: { code: 'personGone' },
    });
    done(await assignStory(mira, { submissionId: id, to: 'jova', now: NOW }));
    expect((await names(jova))[0]).toBe('recent');
    expect(await base.prisma.outboxMail.count({ where: { template: 'staffAssigned' } })).toBe(1);
    const other = await claimStory(vera, id, NOW);
    expect(other).toEqual({ ok: false, error: { code: 'assigned', to: 'Osoba jova' } });
    done(await unassignStory(mira, { submissionId: id, now: NOW }));
    expect((await names(jova))[0]).toBe('old');
  });

  it('asks before it takes a story from somebody who is at work on it', async () => {
    const { assignStory } = await import('@/lib/moderation/assignments');
    const { renewClaim } = await import('@/lib/moderation/claims');
    const id = stories.held?.id ?? 0;
    done(await renewClaim(vera, id, NOW));
    expect(await assignStory(mira, { submissionId: id, to: 'jova', now: NOW })).toEqual({
      ok: false,
      error: { code: 'atWork' },
    });
    done(await assignStory(mira, { submissionId: id, to: 'jova', evenNow: true, now: NOW }));
    expect(await base.prisma.outboxMail.count({ where: { template: 'staffClaimEnded' } })).toBe(1);
    expect(await base.prisma.storyClaim.count({ where: { submissionId: id } })).toBe(0);
  });
});
