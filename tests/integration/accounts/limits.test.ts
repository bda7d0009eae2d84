import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { Browser, holdClock, join, type Member, passTime } from './support';

// What is counted here are tries; how dear one is, is tested elsewhere.
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>();
  return { ...argon2, hash: (text: string) => argon2.hash(text, { memoryCost: 64, timeCost: 1, parallelism: 1 }) };
});

const MINUTE = 60_000;
let base: TestDatabase;
let ana: Member;

beforeAll(async () => {
  base = await createTestDatabase();
  holdClock();
  ana = await join('ana', 'moderator');
});
afterAll(() => base.dispose());
beforeEach(() => base.prisma.rateLimiterFlexible.deleteMany());

/** Tries a password that is not hers. @returns codes of the answers */
async function guess(browser: Browser, times: number, email = ana.email): Promise<(string | null)[]> {
  const faults: (string | null)[] = [];
  for (let i = 0; i < times; i++) faults.push((await browser.signIn(email, `pogrešna ${i}`)).query.get('fault'));
  return faults;
}

describe('passwords', () => {
  it('after five wrong ones the account is closed to that address for a quarter of an hour', async () => {
    const guesser = new Browser('198.51.100.1');
    expect(await guess(guesser, 6)).toEqual([...Array(5).fill('wrong'), 'limited']);
    const right = await guesser.signIn(ana.email);
    expect([right.query.get('fault'), right.query.get('minutes')]).toEqual(['limited', '15']);
    passTime(15 * MINUTE);
    expect((await guesser.signIn(ana.email)).to).toBe('/ured/kod');
  });

  it('no header of the visitor gives new tries', async () => {
    const guesser = new Browser('198.51.100.2');
    await guess(guesser, 5);
    const { POST } = await import('@/app/api/desk/sign-in/route');
    for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip', 'x-client-ip']) {
      const answer = await guesser.post(POST, { email: ana.email, password: 'x' }, { [header]: '203.0.113.9' });
      expect(answer.query.get('fault'), header).toBe('limited');
    }
  });

  it('an address that nobody has is limited in the same way', async () => {
    const guesser = new Browser('198.51.100.3');
    expect(await guess(guesser, 6, 'niko@primer.example')).toEqual([...Array(5).fill('wrong'), 'limited']);
  });

  it('the guesser locks out nobody: she signs in from her own address', async () => {
    await guess(new Browser('198.51.100.4'), 8);
    expect((await new Browser('203.0.113.1').signIn(ana.email)).to).toBe('/ured/kod');
  });

  it('many addresses together slow strangers down to a try an hour, but neither lock her out nor touch her known device', async () => {
    for (let i = 0; i < 12; i++) await guess(new Browser(`198.51.100.${100 + i}`), 5);
    const stranger = new Browser('203.0.113.2');
    expect(await guess(stranger, 2)).toEqual(['wrong', 'limited']);
    expect((await new Browser('203.0.113.3').signIn(ana.email)).to).toBe('/ured/kod');
    ana.browser.cookies.delete('desk.session_token');
    expect(await guess(ana.browser, 3)).toEqual(['wrong', 'wrong', 'wrong']);
    expect((await ana.browser.signIn(ana.email)).to).toBe('/ured/kod');
    expect((await ana.browser.sendCode(ana.phone?.code() ?? '')).to).toBe('/ured');
  });

  it('the cookie of a known device is good for its own account only, and cannot be made up', async () => {
    const bora = await join('bora', 'volunteer', '203.0.113.50');
    await base.prisma.rateLimiterFlexible.deleteMany();
    const thief = new Browser('198.51.100.5');
    thief.cookies.set('desk_device', bora.browser.cookies.get('desk_device') ?? '');
    await guess(thief, 5);
    thief.cookies.set('desk_device', `made-up.${'0'.repeat(64)}`);
    expect(await guess(thief, 1)).toEqual(['limited']);
  });

  it('one address trying many accounts is stopped, and all of an IPv6 network is one address', async () => {
    const sprayer = new Browser('2001:db8:1:1::1');
    for (let i = 0; i < 40; i++) await guess(sprayer, 1, `niko${i}@primer.example`);
    expect(await guess(new Browser('2001:db8:1:1:ffff::2'), 1, 'neko@primer.example')).toEqual(['limited']);
    expect(await guess(new Browser('2001:db8:1:2::1'), 1, 'neko@primer.example')).toEqual(['wrong']);
  });

  it('many tries at once are all counted', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => new Browser('198.51.100.6').signIn(ana.email, 'pogrešna')),
    );
    expect(answers.filter(({ query }) => query.get('fault') === 'wrong')).toHaveLength(5);
  });

  it('what is kept of a limit names nobody', async () => {
    await guess(new Browser('198.51.100.7'), 1);
    const rows = await base.prisma.rateLimiterFlexible.findMany();
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toMatch(/198\.51|primer|@/);
  });
});

describe('codes', () => {
  it('a wait of a sign-in takes five codes, and the account six in a quarter of an hour from one address', async () => {
    const guesser = new Browser('198.51.100.20');
    await guesser.signIn(ana.email);
    for (let i = 0; i < 5; i++) expect((await guesser.sendCode(`00000${i}`)).query.get('fault')).toBe('wrong');
    expect((await guesser.sendCode(ana.phone?.code() ?? '')).query.get('fault')).toBe('gone');
    await guesser.signIn(ana.email);
    expect((await guesser.sendCode(ana.phone?.code() ?? '')).query.get('fault')).toBe('limited');
    const her = new Browser('203.0.113.4');
    await her.signIn(ana.email);
    expect((await her.sendCode(ana.phone?.code() ?? '')).to).toBe('/ured');
  });

  it('who knows the password has twenty codes an hour in all, which her known device does not share', async () => {
    for (let i = 0; i < 4; i++) {
      const guesser = new Browser(`198.51.100.${30 + i}`);
      await guesser.signIn(ana.email);
      for (let n = 0; n < 5; n++) await guesser.sendCode(`11111${n}`);
    }
    const last = new Browser('198.51.100.40');
    await last.signIn(ana.email);
    expect((await last.sendCode(ana.phone?.code() ?? '')).query.get('fault')).toBe('limited');
    ana.browser.cookies.delete('desk.session_token');
    await ana.browser.signIn(ana.email);
    expect((await ana.browser.sendCode(ana.phone?.code() ?? '')).to).toBe('/ured');
  });

  it('the code that a session shows again is limited too', async () => {
    const { POST } = await import('@/app/api/desk/show-factor/route');
    for (let i = 0; i < 6; i++) {
      expect((await ana.browser.post(POST, { code: `22222${i}`, next: '/ured' })).query.get('fault')).toBe('wrong');
    }
    const right = await ana.browser.post(POST, { code: ana.phone?.code() ?? '', next: '/ured' });
    expect(right.query.get('fault')).toBe('limited');
  });
});

it('links for a new password: three an hour for an address, whether it is anybody’s or not', async () => {
  const { requestReset } = await import('@/lib/accounts/reset');
  const ask = async (email: string) => {
    const asked = await requestReset(new Browser('198.51.100.60').headers(), email);
    if (asked.ok) await asked.value.done;
    return asked.ok;
  };
  for (const email of [ana.email, 'niko@primer.example']) {
    expect([await ask(email), await ask(email), await ask(email), await ask(email)]).toEqual([true, true, true, false]);
  }
});
