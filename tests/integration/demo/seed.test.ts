import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROLES } from '@/lib/accounts/permissions';
import { STATES } from '@/lib/moderation/rules';
import type { Account } from '@/scripts/demo/folder.mjs';
import { addPeople } from '@/scripts/demo/people';
import { addStories } from '@/scripts/demo/stories';
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
  await addStories(people.team, new Date());
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

  it('has stories in both languages and both scripts', async () => {
    const groups = await base.prisma.submission.groupBy({ by: ['locale'] });
    expect(groups.map(({ locale }) => locale).sort()).toEqual(['en', 'sr-Cyrl', 'sr-Latn']);
  });
});
