import { afterAll, beforeAll, expect, it } from 'vitest';
import { findWaiting } from '@/lib/accounts/library';
import { askForPasskey, listPasskeys, offerNewPasskey } from '@/lib/accounts/passkeys';
import { resetFactor } from '@/lib/accounts/people';
import { forgetSettings } from '@/lib/env';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { SoftPasskey } from '../../support/soft-passkey';
import { Browser, CONSOLE, HOST, holdClock, join, type Member, mails, passTime } from './support';

const ORIGIN = `https://${HOST}`;
let base: TestDatabase;
let mira: Member;
let other: Member;
const key = new SoftPasskey(ORIGIN);

beforeAll(async () => {
  base = await createTestDatabase();
  process.env.SITE_URL = ORIGIN;
  forgetSettings();
  holdClock();
  mira = await join('mira', 'moderator');
  other = await join('jova', 'moderator', '192.0.2.77');
});
afterAll(async () => {
  process.env.SITE_URL = '';
  forgetSettings();
  await base.dispose();
});

const ROUTES = {
  add: () => import('@/app/api/desk/passkeys/add/route'),
  remove: () => import('@/app/api/desk/passkeys/remove/route'),
  show: () => import('@/app/api/desk/passkeys/show/route'),
  'sign-in': () => import('@/app/api/desk/passkeys/sign-in/route'),
};
const route = async (name: keyof typeof ROUTES) => (await ROUTES[name]()).POST;

async function staffOf({ browser }: Member) {
  const staff = await browser.staff();
  if (!staff) throw new Error('not signed in');
  return staff;
}

async function offer(member: Member) {
  const options = await offerNewPasskey(await staffOf(member));
  if (!options) throw new Error('nothing is offered');
  return options;
}

/** A browser in which the password was given, and the code is still to come. */
async function waiting(member: Member): Promise<{ browser: Browser; staffId: string }> {
  const browser = new Browser();
  await browser.signIn(member.email);
  return { browser, staffId: (await findWaiting(browser.headers())) ?? '' };
}

async function showCode(member: Member): Promise<void> {
  const { POST } = await import('@/app/api/desk/show-factor/route');
  await member.browser.post(POST, { code: member.phone?.code() ?? '' });
}

async function asked(staffId: string) {
  const options = await askForPasskey({ purpose: 'signIn', staffId, sessionId: null });
  if (!options) throw new Error('no passkey is asked for');
  return options;
}

it('is offered only to somebody who has codes and has shown them just now, for the address of the site', async () => {
  const volunteer = await join('vera', 'volunteer');
  expect(await offerNewPasskey(await staffOf(volunteer))).toBeNull();
  const options = await offer(mira);
  expect(options.rp.id).toBe(HOST);
  expect(JSON.stringify(options)).not.toContain(mira.id);
  passTime(16 * 60_000);
  expect(await offerNewPasskey(await staffOf(mira))).toBeNull();
  const late = await mira.browser.post(await route('add'), { name: 'Ključ', response: key.make(options) });
  expect(late.to).toBe('/ured/kod');
  await showCode(mira);
  await showCode(other);
});

it('takes no passkey that was made elsewhere, for somebody else, without a name, or from an old page', async () => {
  const add = await route('add');
  const fault = async (response: string, name = 'Ključ') =>
    (await mira.browser.post(add, { name, response })).query.get('fault');
  expect(await fault(new SoftPasskey('https://zlo.example').make(await offer(mira)))).toBe('passkeyWrong');
  expect(await fault(key.make(await offer(other)))).toBe('passkeyWrong');
  expect(await fault(key.make(await offer(mira)), ' ')).toBe('passkeyNameWrong');
  for (const nonsense of ['', '{}', 'null', '{"id":"x"}', 'x'.repeat(30_000)]) {
    expect(await fault(nonsense)).toBe('passkeyWrong');
  }
  const options = await offer(mira);
  passTime(9 * 60_000);
  expect(await fault(key.make(options))).toBe('passkeyWrong');
  expect(await listPasskeys(await staffOf(mira))).toEqual([]);
});

it('is kept under its name, once, is written down, and its owner is told by mail', async () => {
  const options = await offer(mira);
  const made = key.make(options);
  const answer = await mira.browser.post(await route('add'), { name: 'Moj ključ', response: made });
  expect(answer.query.get('done')).toBe('passkeyAdded');
  const again = await mira.browser.post(await route('add'), { name: 'Isti', response: made });
  expect(again.query.get('fault')).toBe('passkeyWrong');
  expect((await listPasskeys(await staffOf(mira))).map(({ name }) => name)).toEqual(['Moj ključ']);
  const last = await base.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(last).toMatchObject({ action: 'staff.passkeyAdd', actorId: mira.id, details: '{}' });
  expect(await mails('staffPasskey')).toEqual([expect.stringContaining('dodat je ključ „Moj ključ”')]);
});

it('ends a sign-in that waits, in place of a code', async () => {
  const { browser, staffId } = await waiting(mira);
  const options = await asked(staffId);
  expect(options.allowCredentials?.map(({ id }) => id)).toEqual([key.id.toString('base64url')]);
  const answer = await browser.post(await route('sign-in'), { response: key.show(options) });
  expect([answer.to, answer.query.get('fault')]).toEqual(['/ured', null]);
  const staff = await browser.staff();
  expect(staff?.id).toBe(mira.id);
  expect(staff?.factorAt).not.toBeNull();
  const last = await base.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(last).toMatchObject({ action: 'staff.signIn', details: '{"by":"passkey"}' });
});

it('an answer is good once, for its own account and purpose, and with a counter that moves on', async () => {
  const signIn = await route('sign-in');
  const first = await waiting(mira);
  const used = key.show(await asked(first.staffId));
  await first.browser.post(signIn, { response: used });
  const second = await waiting(mira);
  expect((await second.browser.post(signIn, { response: used })).query.get('fault')).toBe('passkeyWrong');

  const forOther = await waiting(other);
  const options = await asked(second.staffId);
  expect((await forOther.browser.post(signIn, { response: key.show(options) })).query.get('fault')).toBe(
    'passkeyWrong',
  );
  const staff = await staffOf(mira);
  const again = await askForPasskey({ purpose: 'again', staffId: mira.id, sessionId: staff.sessionId });
  const shownElsewhere = again ? key.show(again) : '';
  expect((await second.browser.post(signIn, { response: shownElsewhere })).query.get('fault')).toBe('passkeyWrong');
  key.counter = 0;
  const copied = key.show(await asked(second.staffId));
  expect((await second.browser.post(signIn, { response: copied })).query.get('fault')).toBe('passkeyWrong');
  expect(await second.browser.staff()).toBeNull();
  key.counter = 50;
  expect((await second.browser.post(signIn, { response: key.show(await asked(second.staffId)) })).to).toBe('/ured');
});

it('of one answer that is sent twice at once, one signs in', async () => {
  const { browser, staffId } = await waiting(mira);
  const response = key.show(await asked(staffId));
  const signIn = await route('sign-in');
  const before = await base.prisma.staffSession.count({ where: { userId: mira.id } });
  await Promise.all([1, 2].map(() => browser.post(signIn, { response })));
  expect(await base.prisma.staffSession.count({ where: { userId: mira.id } })).toBe(before + 1);
});

it('makes a session fresh again, in that session only', async () => {
  passTime(20 * 60_000);
  const staff = await staffOf(mira);
  const use = { purpose: 'again', staffId: mira.id, sessionId: staff.sessionId } as const;
  const options = await askForPasskey(use);
  const response = options ? key.show(options) : '';
  const stranger = await other.browser.post(await route('show'), { response });
  expect(stranger.query.get('fault')).toBe('passkeyWrong');
  const answer = await mira.browser.post(await route('show'), { response, next: '/ured/nalog' });
  expect(answer.to).toBe('/ured/nalog');
  expect((await staffOf(mira)).factorAt?.getTime()).toBe(Date.now());
});

it('is removed by its owner only, and goes with the second factor', async () => {
  const id = key.id.toString('base64url');
  passTime(60_000);
  await showCode(other);
  const stranger = await other.browser.post(await route('remove'), { passkey: id });
  expect(stranger.query.get('fault')).toBe('unknown');
  const owner = await mira.browser.post(await route('remove'), { passkey: id });
  expect(owner.query.get('done')).toBe('passkeyRemoved');
  expect((await mails('staffPasskey')).at(-1)).toContain('uklonjen je ključ');

  const another = new SoftPasskey(ORIGIN);
  await mira.browser.post(await route('add'), { name: 'Drugi', response: another.make(await offer(mira)) });
  expect(await base.prisma.staffPasskey.count()).toBe(1);
  await resetFactor(CONSOLE, { id: mira.id });
  expect(await base.prisma.staffPasskey.count()).toBe(0);
});

it('is offered nowhere where browsers would refuse it: a site on http', async () => {
  const staff = await staffOf(other);
  expect(await offerNewPasskey(staff)).not.toBeNull();
  process.env.SITE_URL = `http://${HOST}`;
  forgetSettings();
  expect(await offerNewPasskey(staff)).toBeNull();
  process.env.SITE_URL = ORIGIN;
  forgetSettings();
});
