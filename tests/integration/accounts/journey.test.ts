import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { Browser, CONSOLE, holdClock, join, type Member, mails, PASSWORD, secretOf, setUpFactor } from './support';

let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase();
  process.env.SITE_URL = 'https://mapa.example';
  holdClock();
});
afterAll(async () => {
  delete process.env.SITE_URL;
  await base.dispose();
});

const access = () => import('@/lib/accounts/access');

describe('from an invitation to a closed account', () => {
  let ana: Member;

  it('an invitation makes one account, once', async () => {
    const { invite, findInvitation } = await import('@/lib/accounts/invitations');
    const invited = await invite(CONSOLE, { email: ' Vera@Primer.Example ', role: 'volunteer' }, { byMail: true });
    if (!invited.ok) throw new Error(invited.error.code);
    expect(invited.value.email).toBe('vera@primer.example');
    expect((await mails('staffInvitation'))[0]).toContain(invited.value.link);
    const secret = secretOf(invited.value.link);
    expect(await findInvitation(secret)).toMatchObject({ role: 'volunteer' });
    expect(await findInvitation(secret, new Date(Date.now() + 72 * 3_600_000))).toBeNull();

    const { POST } = await import('@/app/api/desk/invitation/route');
    const vera = new Browser();
    const weak = await vera.post(POST, { t: secret, name: 'Vera', password: 'lozinka123456' });
    expect(weak.query.get('fault')).toBe('passwordCommon');
    const [first, second] = await Promise.all(
      [vera, new Browser()].map((browser) => browser.post(POST, { t: secret, name: 'Vera', password: PASSWORD })),
    );
    expect([first?.to, second?.to].sort()).toEqual(['/ured', '/ured/pozivnica']);
    expect(await base.prisma.staffUser.count()).toBe(1);
    expect((await invite(CONSOLE, { email: 'vera@primer.example', role: 'admin' }, { byMail: false })).ok).toBe(false);
  });

  it('a newer invitation ends the older one, and one that is taken back opens nothing', async () => {
    const { invite, findInvitation, listInvitations, revokeInvitation } = await import('@/lib/accounts/invitations');
    const make = () => invite(CONSOLE, { email: 'mila@primer.example', role: 'editor' }, { byMail: false });
    const [older, newer] = [await make(), await make()];
    if (!older.ok || !newer.ok) throw new Error();
    expect(await findInvitation(secretOf(older.value.link))).toBeNull();
    const waiting = await listInvitations(CONSOLE);
    expect(waiting.ok && waiting.value.map(({ id }) => id)).toEqual([newer.value.id]);
    expect((await revokeInvitation(CONSOLE, newer.value.id)).ok).toBe(true);
    expect((await revokeInvitation(CONSOLE, newer.value.id)).ok).toBe(false);
    expect(await findInvitation(secretOf(newer.value.link))).toBeNull();
  });

  it('from moderator up nothing opens before the second factor is set up', async () => {
    const { requireStaff, requireAnyStaff } = await access();
    const { invite } = await import('@/lib/accounts/invitations');
    const invited = await invite(CONSOLE, { email: 'ana@primer.example', role: 'admin' }, { byMail: false });
    if (!invited.ok) throw new Error();
    const browser = new Browser();
    const { POST } = await import('@/app/api/desk/invitation/route');
    await browser.post(POST, { t: secretOf(invited.value.link), name: 'Ana', password: PASSWORD });
    expect(await requireStaff('readQueue', browser.headers())).toEqual({ ok: false, error: { code: 'setUpFactor' } });
    expect((await requireAnyStaff(browser.headers())).ok).toBe(false);
    const profile = await browser.post((await import('@/app/api/desk/account/profile/route')).POST, { name: 'Aca' });
    expect(profile.to).toBe('/ured/drugi-korak');

    const wrong = await browser.post((await import('@/app/api/desk/factor/start/route')).POST, { password: 'x' });
    expect(wrong.query.get('fault')).toBe('wrong');
    const { phone, recoveryCodes } = await setUpFactor(browser);
    expect(new Set(recoveryCodes).size).toBe(10);
    const staff = await browser.staff();
    expect(staff).toMatchObject({ role: 'admin', hasFactor: true, name: 'Ana' });
    expect((await requireStaff('managePeople', browser.headers())).ok).toBe(true);
    ana = { id: staff?.id ?? '', email: 'ana@primer.example', browser, phone, recoveryCodes };
  });

  it('the secret is not shown again once the factor works', async () => {
    const { findPendingFactor } = await import('@/lib/accounts/factor');
    const staff = await ana.browser.staff();
    expect(staff && (await findPendingFactor(staff))).toBeNull();
    const again = await ana.browser.post((await import('@/app/api/desk/factor/start/route')).POST, {
      password: PASSWORD,
    });
    expect(again.query.get('fault')).toBe('already');
  });

  it('signing in takes password and code, and a code is accepted once', async () => {
    const elsewhere = new Browser('192.0.2.77');
    const signedIn = await elsewhere.signIn(ana.email);
    expect(signedIn.to).toBe('/ured/kod');
    expect(await elsewhere.staff()).toBeNull();
    expect((await elsewhere.sendCode('000000')).query.get('fault')).toBe('wrong');
    const code = ana.phone?.code() ?? '';
    expect((await elsewhere.sendCode(code)).to).toBe('/ured');
    expect((await elsewhere.staff())?.factorAt).not.toBeNull();

    const replay = new Browser('192.0.2.78');
    await replay.signIn(ana.email);
    expect((await replay.sendCode(code)).query.get('fault')).toBe('wrong');
    expect(await replay.staff()).toBeNull();
    const again = await replay.sendCode(` ${ana.phone?.code().replace(/(...)/, '$1 ')}`);
    expect(again.to).toBe('/ured');
  });

  it('of two requests with one code at once, one goes through', async () => {
    const bora = await join('bora', 'coordinator');
    const browsers = [new Browser('192.0.2.80'), new Browser('192.0.2.81')];
    for (const browser of browsers) await browser.signIn(bora.email);
    const code = bora.phone?.code() ?? '';
    const answers = await Promise.all(browsers.map((browser) => browser.sendCode(code)));
    expect(answers.map(({ to }) => to).sort()).toEqual(['/ured', '/ured/kod']);
  });

  it('a recovery code takes the place of the phone, once, however it is typed', async () => {
    const [first = ''] = ana.recoveryCodes;
    const browser = new Browser('192.0.2.90');
    await browser.signIn(ana.email);
    expect((await browser.sendCode(first.toLowerCase().replace('-', ' '))).to).toBe('/ured');
    const { countRecoveryCodes } = await import('@/lib/accounts/factor');
    const staff = await browser.staff();
    expect(staff && (await countRecoveryCodes(staff))).toBe(9);
    await browser.signIn(ana.email);
    expect((await browser.sendCode(first)).query.get('fault')).toBe('wrong');
  });

  it('a wait of a sign-in ends: without the password again no code helps', async () => {
    const browser = new Browser('192.0.2.91');
    expect((await browser.sendCode(ana.phone?.code() ?? '')).to).toBe('/ured/prijava');
  });

  it('one sees where one is signed in, and ends it; what is somebody else’s stays', async () => {
    const { listOwnSessions } = await import('@/lib/accounts/own-account');
    const { POST } = await import('@/app/api/desk/account/sessions/route');
    const staff = await ana.browser.staff();
    if (!staff) throw new Error();
    const sessions = await listOwnSessions(staff);
    expect(sessions.length).toBeGreaterThan(2);
    expect(sessions[0]).toMatchObject({ isThis: true, address: '192.0.2.10' });
    const other = await base.prisma.staffSession.findFirstOrThrow({
      where: { user: { email: 'bora@primer.example' } },
    });
    await ana.browser.post(POST, { session: other.id });
    expect(await base.prisma.staffSession.count({ where: { id: other.id } })).toBe(1);
    await ana.browser.post(POST);
    expect(await listOwnSessions(staff)).toHaveLength(1);
    expect(await ana.browser.staff()).not.toBeNull();
  });

  it('another password ends all other sessions and is written to its owner', async () => {
    const cveta = await join('cveta', 'volunteer');
    const second = new Browser('192.0.2.95');
    await second.signIn(cveta.email);
    const { POST } = await import('@/app/api/desk/account/password/route');
    const next = 'zimnica od paprike i jabuka';
    expect((await cveta.browser.post(POST, { current: 'x', password: next })).query.get('fault')).toBe('wrong');
    expect((await cveta.browser.post(POST, { current: PASSWORD, password: next })).query.get('done')).toBe('password');
    expect(await second.staff()).toBeNull();
    expect(await cveta.browser.staff()).not.toBeNull();
    expect((await second.signIn(cveta.email)).query.get('fault')).toBe('wrong');
    expect((await second.signIn(cveta.email, next)).to).toBe('/ured');
    expect(await mails('staffPassword')).toHaveLength(1);
  });

  it('who leaves is out at once, everything that was theirs ends, and the work goes back', async () => {
    const dana = await join('dana', 'moderator');
    const waiting = new Browser('192.0.2.96');
    await waiting.signIn(dana.email);
    const { requestReset, resetPassword } = await import('@/lib/accounts/reset');
    const asked = await requestReset(new Browser('192.0.2.97').headers(), dana.email);
    if (asked.ok) await asked.value.done;
    const [mail = ''] = await mails('staffReset');
    const token = secretOf(/https:\S+/.exec(mail)?.[0] ?? '');

    const given: string[] = [];
    const { closeStaff } = await import('@/lib/accounts/people');
    const closed = await closeStaff(CONSOLE, { email: dana.email }, async (tx, staffId) => {
      expect(await tx.staffUser.count({ where: { id: staffId } })).toBe(1);
      given.push(staffId);
    });
    expect(closed.ok).toBe(true);
    expect(given).toEqual([dana.id]);
    expect(await dana.browser.staff()).toBeNull();
    expect((await waiting.sendCode(dana.phone?.code() ?? '')).to).toBe('/ured/prijava');
    expect((await new Browser('192.0.2.98').signIn(dana.email)).query.get('fault')).toBe('wrong');
    const reset = await resetPassword(dana.browser.headers(), { token, password: 'nova lozinka za danu' });
    expect(reset).toEqual({ ok: false, error: { code: 'gone' } });
    expect(await base.prisma.staffAccount.count({ where: { userId: dana.id } })).toBe(0);
    expect((await closeStaff(CONSOLE, { email: dana.email }, async () => {})).ok).toBe(false);

    const back = await join('dana', 'volunteer');
    expect(back.id).toBe(dana.id);
    expect(await back.browser.staff()).toMatchObject({ role: 'volunteer', hasFactor: false });
  });

  it('when giving the work back fails, nothing is closed', async () => {
    const { closeStaff } = await import('@/lib/accounts/people');
    const broken = closeStaff(CONSOLE, { email: 'cveta@primer.example' }, async () => {
      throw new Error('the pool is broken');
    });
    await expect(broken).rejects.toThrow('the pool');
    expect((await base.prisma.staffUser.findUniqueOrThrow({ where: { email: 'cveta@primer.example' } })).closedAt).toBe(
      null,
    );
  });

  it('a lost factor is reset by an administrator: all sessions end, and it is set up anew', async () => {
    const eva = await join('eva', 'moderator');
    const { POST } = await import('@/app/api/desk/people/reset-factor/route');
    expect((await ana.browser.post(POST, { person: eva.id })).query.get('done')).toBe('factorReset');
    expect(await eva.browser.staff()).toBeNull();
    const browser = new Browser('192.0.2.99');
    expect((await browser.signIn(eva.email)).to).toBe('/ured');
    const { requireAnyStaff } = await access();
    expect(await requireAnyStaff(browser.headers())).toEqual({ ok: false, error: { code: 'setUpFactor' } });
    await setUpFactor(browser);
    expect((await requireAnyStaff(browser.headers())).ok).toBe(true);
  });

  it('every act stands in the audit log, whose chain holds, without a name or an address', async () => {
    const rows = await base.prisma.auditEntry.findMany();
    const actions = new Set(rows.map(({ action }) => action));
    for (const action of ['staff.invite', 'staff.invitationAccept', 'staff.signIn', 'staff.factorSet', 'staff.close']) {
      expect(actions).toContain(action);
    }
    expect(JSON.stringify(rows)).not.toMatch(/@|primer|Ana|192\.0\.2/);
  });
});
