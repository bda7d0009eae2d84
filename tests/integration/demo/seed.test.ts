import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROLES } from '@/lib/accounts/permissions';
import { STATES } from '@/lib/moderation/rules';
import { addRecords } from '@/scripts/demo/directory';
import type { Account } from '@/scripts/demo/folder.mjs';
import { addPeople } from '@/scripts/demo/people';
import { addStories } from '@/scripts/demo/stories';
import { addSuggestions } from '@/scripts/demo/suggestions';
import { totp } from '@/scripts/demo/totp.mjs';
import type { TestDatabase } from '@/tests/support/database';
import { createRealDatabase } from '@/tests/support/real-database';
import { Browser } from '../accounts/support';

let base: TestDatabase;
let accounts: Account[];
beforeAll(async () => {
  base = await createRealDatabase();
  const people = await addPeople();
  accounts = people.accounts;
  const now = new Date();
  await addStories(people.team, now);
  await addSuggestions(people.team, await addRecords(people.team, now), now);
  await base.prisma.staffUsedCode.deleteMany();
}, 180_000);
afterAll(async () => {
  vi.useRealTimers();
  await base.dispose();
});

describe('the demonstration', () => {
  it('has somebody of every role, who signs in with what is printed', async () => {
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(ROLES));
    for (const [at, { email, password, secret, role }] of accounts.entries()) {
      const browser = new Browser(`192.0.2.${at + 1}`);
      const first = await browser.signIn(email, password);
      expect(first.to, email).toBe(secret ? '/ured/kod' : '/ured');
      if (secret) expect((await browser.sendCode(totp(secret).code)).to, email).toBe('/ured');
      expect((await browser.staff())?.role).toBe(role);
    }
  });

  it('has about forty stories, in every state that a story can be in at the desk', async () => {
    const groups = await base.prisma.submission.groupBy({ by: ['state'], _count: { _all: true } });
    expect(groups.reduce((sum, { _count }) => sum + _count._all, 0)).toBeGreaterThanOrEqual(40);
    const found = groups.map(({ state }) => state).sort();
    expect(found).toEqual(STATES.filter((state) => state !== 'draft').sort());
    expect(await base.prisma.storyDraft.count({ where: { sentAsId: null } })).toBeGreaterThan(0);
  });

  it('says of everything that it is invented, and of nothing that it happens later', async () => {
    const stories = await base.prisma.story.findMany({ where: { origin: 'submitted' }, include: { texts: true } });
    expect(stories.length).toBeGreaterThan(5);
    for (const { synthetic, texts } of stories) {
      expect(synthetic).toBe(true);
      for (const { title } of texts) expect(title).toMatch(/izmišljen primer|измишљен пример|invented example/);
    }
    const versions = await base.prisma.submissionVersion.findMany();
    for (const { content } of versions) {
      expect(content).toMatch(/Izmišljen primer|Измишљен пример|An invented example/);
    }
    expect(await base.prisma.story.count({ where: { origin: 'collected', synthetic: true } })).toBe(0);
    expect(await base.prisma.submissionEvent.count({ where: { at: { gt: new Date() } } })).toBe(0);
  });

  it('has every story on the map', async () => {
    const items = await base.prisma.story.findMany({ where: { origin: 'submitted' }, select: { lat: true } });
    expect(items.filter(({ lat }) => lat === null)).toEqual([]);
  });

  it('has records that staff made, changed, verified, merged, moved and hid; all of them invented', async () => {
    const records = await base.prisma.enterprise.findMany({ where: { synthetic: true } });
    expect(records.map(({ publication }) => publication).sort()).toEqual(
      ['hidden', 'merged', 'published', 'published', 'published'], // biome-ignore format: one line
    );
    const ids = records.map(({ id }) => id);
    const steps = await base.prisma.recordChange.findMany({ where: { actor: { startsWith: 'staff:' } } });
    expect(
      steps.filter(({ enterpriseId }) => !ids.includes(enterpriseId)),
      'nothing is said of a real one',
    ).toEqual([]);
    expect([...new Set(steps.map(({ kind }) => kind))].sort()).toEqual(
      ['closed', 'created', 'hidden', 'merged', 'updated', 'verified'], // biome-ignore format: one line
    );
  });

  it('has suggestions of every kind, waiting, decided and spam', async () => {
    const rows = await base.prisma.suggestion.findMany({ include: { changes: true } });
    expect(rows.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(
      ['add waiting', 'correct decided', 'correct spam', 'correct waiting', 'mine waiting'], // biome-ignore format: one line
    );
    expect(rows.find(({ kind, state }) => kind === 'correct' && state === 'waiting')?.changes).toHaveLength(3);
    const waiting = await base.prisma.queueItem.count({ where: { source: 'suggestion' } });
    expect(waiting, 'they stand in the queue').toBe(3);
  });

  it('has stories in both languages and both scripts', async () => {
    const groups = await base.prisma.submission.groupBy({ by: ['locale'] });
    expect(groups.map(({ locale }) => locale).sort()).toEqual(['en', 'sr-Cyrl', 'sr-Latn']);
  });
});
