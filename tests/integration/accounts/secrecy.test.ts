import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { Browser, CONSOLE, holdClock, join, type Member, mails, PASSWORD, secretOf } from './support';

const hashes = vi.hoisted(() => ({ count: 0 }));
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>();
  const counted =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      hashes.count += 1;
      return work(...args);
    };
  return { ...argon2, hash: counted(argon2.hash), verify: counted(argon2.verify) };
});

let base: TestDatabase;
let ana: Member;
let closed: Member;

beforeAll(async () => {
  base = await createTestDatabase();
  holdClock();
  ana = await join('ana', 'admin');
  closed = await join('bivsi', 'moderator');
  const { closeStaff } = await import('@/lib/accounts/people');
  await closeStaff(CONSOLE, { email: closed.email }, async () => {});
});
afterAll(() => base.dispose());
beforeEach(() => base.prisma.rateLimiterFlexible.deleteMany());

const ACCOUNTS = {
  'a member of staff': 'ana@primer.example',
  'somebody who left': 'bivsi@primer.example',
  nobody: 'niko@primer.example',
  'no mail address at all': 'niko',
};

it.each(Object.entries(ACCOUNTS))('a wrong password for %s: one hash, and the same answer', async (_, email) => {
  hashes.count = 0;
  const browser = new Browser();
  const answer = await browser.signIn(email, 'pogrešna lozinka');
  expect(answer.status).toBe(303);
  expect(`${answer.to}?${answer.query}`).toBe('/ured/prijava?fault=wrong');
  expect([...browser.cookies.keys()]).toEqual(['desk_notice']);
  if (email.includes('@')) expect(hashes.count).toBe(1);
});

it.each(Object.entries(ACCOUNTS))(
  'a new password asked for %s: the same answer, before anything is looked up',
  async (_, email) => {
    const { POST } = await import('@/app/api/desk/forgotten/route');
    const browser = new Browser();
    const answer = await browser.post(POST, { email });
    expect(`${answer.status} ${answer.to}?${answer.query}`).toBe('303 /ured/zaboravljena-lozinka?done=sent');
    expect(browser.cookies.size).toBe(0);
  },
);

it('only a member of staff gets the mail', async () => {
  const { requestReset } = await import('@/lib/accounts/reset');
  const before = (await mails('staffReset')).length;
  for (const email of Object.values(ACCOUNTS)) {
    const asked = await requestReset(new Browser('198.51.100.9').headers(), email);
    if (asked.ok) await asked.value.done;
  }
  const sent = (await mails('staffReset')).slice(before);
  expect(sent.every((mail) => mail.includes('To: ana@primer.example'))).toBe(true);
});

it('a link for a new password works once, ends all sessions, and leaves the second factor as it is', async () => {
  const { requestReset, isResetOpen } = await import('@/lib/accounts/reset');
  const bora = await join('bora', 'moderator');
  const asked = await requestReset(bora.browser.headers(), ' Bora@primer.example');
  if (asked.ok) await asked.value.done;
  const mail = (await mails('staffReset')).find((text) => text.includes('To: bora@')) ?? '';
  const token = secretOf(/http:\S+/.exec(mail)?.[0] ?? '');
  expect(await isResetOpen(token)).toBe(true);
  const { POST } = await import('@/app/api/desk/new-password/route');
  const stranger = new Browser('198.51.100.8');
  const weak = await stranger.post(POST, { t: token, password: 'kratka' });
  expect([weak.query.get('fault'), weak.query.get('t')]).toEqual(['passwordShort', token]);
  const next = 'sunčana strana ulice u maju';
  const answers = await Promise.all([1, 2].map(() => stranger.post(POST, { t: token, password: next })));
  expect(answers.map(({ query }) => query.get('done') ?? query.get('fault')).sort()).toEqual(['gone', 'newPassword']);
  expect(await bora.browser.staff()).toBeNull();
  expect((await bora.browser.signIn(bora.email, next)).to).toBe('/ured/kod');
  expect((await bora.browser.sendCode(bora.phone?.code() ?? '')).to).toBe('/ured');
  expect(await isResetOpen(token)).toBe(false);
});

it('the database holds no password, code, secret of a link or of a phone that could be used', async () => {
  const { invite } = await import('@/lib/accounts/invitations');
  const invited = await invite(CONSOLE, { email: 'nova@primer.example', role: 'editor' }, { byMail: false });
  if (!invited.ok) throw new Error();
  await base.prisma.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(base.file).toString('latin1');
  for (const code of ana.recoveryCodes) {
    expect(bytes).not.toContain(code);
    expect(bytes).not.toContain(code.replace('-', ''));
  }
  expect(bytes).not.toContain(PASSWORD);
  expect(bytes).not.toContain(secretOf(invited.value.link));
  expect(bytes).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  const { secret } = await base.prisma.staffTwoFactor.findFirstOrThrow({ where: { userId: ana.id } });
  const { readTotpSecret } = await import('@/lib/accounts/library');
  expect(bytes).not.toContain(await readTotpSecret(secret));
});

it('what a cookie holds opens nothing when a letter of it is another one', async () => {
  const cookie = ana.browser.cookies.get('desk.session_token') ?? '';
  const forger = new Browser();
  for (const forged of [
    cookie.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
    cookie.split('.')[0] ?? '',
    `${cookie.split('.')[0]}.`,
    `${cookie}A`,
    '.',
    '%',
  ]) {
    forger.cookies.set('desk.session_token', forged);
    expect(await forger.staff(), forged).toBeNull();
  }
});

it('a notice is read by the one whom it is for, and for ten minutes', async () => {
  const { noticeCookie, readNotice } = await import('@/lib/accounts/notices');
  const made = (staffId: string) => {
    const cookie = noticeCookie('recoveryCodes', { codes: ['X'] }, { staffId, https: true });
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    return new Headers({ cookie: cookie.split(';')[0] ?? '' });
  };
  expect(readNotice(made(ana.id), 'recoveryCodes', ana.id)).toEqual({ codes: ['X'] });
  expect(readNotice(made(ana.id), 'recoveryCodes', closed.id)).toBeNull();
  expect(readNotice(made(ana.id), 'typed', ana.id)).toBeNull();
  expect(readNotice(new Headers({ cookie: 'desk_notice=AAAA' }), 'typed', null)).toBeNull();
});
