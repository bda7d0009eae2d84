import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { Browser, CONSOLE, holdClock, join, type Member, passTime } from './support';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let base: TestDatabase;
let ana: Member;
let bora: Member;

beforeAll(async () => {
  base = await createTestDatabase();
  holdClock();
  ana = await join('ana', 'admin');
  bora = await join('bora', 'coordinator');
});
afterAll(() => base.dispose());

const requireStaff = async (
  member: Member,
  action: Parameters<typeof import('@/lib/accounts/access').requireStaff>[0],
) => {
  const result = await (await import('@/lib/accounts/access')).requireStaff(action, member.browser.headers());
  return result.ok ? 'allowed' : result.error.code;
};

describe('roles', () => {
  it('another role counts in sessions that run, from the next request on', async () => {
    const { changeRole } = await import('@/lib/accounts/people');
    expect(await requireStaff(bora, 'decideAppeal')).toBe('allowed');
    expect((await changeRole(CONSOLE, { email: bora.email }, 'moderator')).ok).toBe(true);
    expect(await requireStaff(bora, 'decideAppeal')).toBe('forbidden');
    expect(await requireStaff(bora, 'approve')).toBe('allowed');
    await changeRole(CONSOLE, { email: bora.email }, 'coordinator');
  });

  it('a volunteer who becomes moderator has to set up the second factor first', async () => {
    const { changeRole } = await import('@/lib/accounts/people');
    const vera = await join('vera', 'volunteer');
    expect(await requireStaff(vera, 'recommend')).toBe('allowed');
    await changeRole(CONSOLE, { email: vera.email }, 'moderator');
    expect(await requireStaff(vera, 'recommend')).toBe('setUpFactor');
  });

  it('the last administrator stays one, and stays', async () => {
    const { changeRole, closeStaff } = await import('@/lib/accounts/people');
    const lastAdmin = { ok: false, error: { code: 'lastAdmin' } };
    expect(await changeRole(CONSOLE, { email: ana.email }, 'editor')).toEqual(lastAdmin);
    expect(await closeStaff(CONSOLE, { email: ana.email }, async () => {})).toEqual(lastAdmin);
    await changeRole(CONSOLE, { email: bora.email }, 'admin');
    const both = await Promise.all([ana, bora].map(({ email }) => changeRole(CONSOLE, { email }, 'coordinator')));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    for (const [{ email }, role] of [
      [ana, 'admin'],
      [bora, 'coordinator'],
    ] as const) {
      await changeRole(CONSOLE, { email }, role);
    }
  });

  it('commands refuse an actor without the right, whoever calls them', async () => {
    const { changeRole, closeStaff, listPeople, resetFactor } = await import('@/lib/accounts/people');
    const { invite, listInvitations, revokeInvitation } = await import('@/lib/accounts/invitations');
    const actor = await bora.browser.staff();
    if (!actor) throw new Error();
    const who = { email: ana.email };
    const refused = await Promise.all([
      listPeople(actor),
      listInvitations(actor),
      changeRole(actor, who, 'volunteer'),
      resetFactor(actor, who),
      closeStaff(actor, who, async () => {}),
      invite(actor, { email: 'x@primer.example', role: 'admin' }, { byMail: false }),
      revokeInvitation(actor, 1),
    ]);
    for (const result of refused) expect(result).toEqual({ ok: false, error: { code: 'forbidden' } });
  });

  it.each([
    ['nema takve', 'roleWrong'],
    ['', 'roleWrong'],
  ])('the role "%s" is none', async (role, code) => {
    const { changeRole } = await import('@/lib/accounts/people');
    expect(await changeRole(CONSOLE, { email: bora.email }, role)).toEqual({ ok: false, error: { code } });
  });
});

describe('the second factor, shown again', () => {
  it('export and erasure take one that was shown within a quarter of an hour; the rest does not', async () => {
    const { POST } = await import('@/app/api/desk/show-factor/route');
    const { requireFreshFactor } = await import('@/lib/accounts/access');
    await ana.browser.post(POST, { code: ana.phone?.code() ?? '', next: '/ured' });
    expect(await requireStaff(ana, 'exportData')).toBe('allowed');
    expect(await requireStaff(ana, 'erase')).toBe('allowed');
    passTime(15 * MINUTE);
    expect(await requireStaff(ana, 'exportData')).toBe('showFactor');
    expect(await requireStaff(ana, 'erase')).toBe('showFactor');
    expect(await requireStaff(ana, 'approve')).toBe('allowed');
    const staff = await ana.browser.staff();
    expect(staff && requireFreshFactor(staff).ok).toBe(false);

    expect((await ana.browser.post(POST, { code: '000000', next: '/ured' })).query.get('fault')).toBe('wrong');
    expect(await requireStaff(ana, 'erase')).toBe('showFactor');
    const shown = await ana.browser.post(POST, { code: ana.phone?.code() ?? '', next: '/ured/ljudi' });
    expect(shown.to).toBe('/ured/ljudi');
    expect(await requireStaff(ana, 'erase')).toBe('allowed');
  });

  it('where it leads on to is a page of the desk, whatever the form says', async () => {
    const { POST } = await import('@/app/api/desk/show-factor/route');
    for (const next of ['https://zlo.example/', '//zlo.example', '/preduzeca', 'javascript:alert(1)', '/uredno', '']) {
      const shown = await ana.browser.post(POST, { code: ana.phone?.code() ?? '', next });
      expect([shown.to, next]).toEqual(['/ured', next]);
    }
  });

  it('another phone takes a fresh code, and until it is set up nothing opens', async () => {
    const cveta = await join('cveta', 'editor');
    const second = new Browser('192.0.2.44');
    await second.signIn(cveta.email);
    await second.sendCode(cveta.phone?.code() ?? '');
    const { POST } = await import('@/app/api/desk/factor/drop/route');
    passTime(16 * MINUTE);
    expect((await cveta.browser.post(POST)).to).toBe('/ured/kod');
    const show = (await import('@/app/api/desk/show-factor/route')).POST;
    await cveta.browser.post(show, { code: cveta.phone?.code() ?? '', next: '/ured/nalog' });
    expect((await cveta.browser.post(POST)).to).toBe('/ured/drugi-korak');
    expect(await requireStaff(cveta, 'translate')).toBe('setUpFactor');
    expect(await second.staff()).toBeNull();
  });

  it('new recovery codes end the old ones', async () => {
    const { POST } = await import('@/app/api/desk/recovery-codes/route');
    const show = (await import('@/app/api/desk/show-factor/route')).POST;
    await bora.browser.post(show, { code: bora.phone?.code() ?? '', next: '/ured' });
    expect((await bora.browser.post(POST)).to).toBe('/ured/rezervni-kodovi');
    const browser = new Browser('192.0.2.45');
    await browser.signIn(bora.email);
    expect((await browser.sendCode(bora.recoveryCodes[3] ?? '')).query.get('fault')).toBe('wrong');
  });
});

describe('sessions', () => {
  const signedIn = async (browser: Browser) => (await browser.staff()) !== null;

  it('ends after twelve hours without a request, and after seven days in any case', async () => {
    const dana = await join('dana', 'volunteer');
    passTime(11 * HOUR);
    expect(await signedIn(dana.browser)).toBe(true);
    passTime(11 * HOUR);
    expect(await signedIn(dana.browser)).toBe(true);
    passTime(12 * HOUR + MINUTE);
    expect(await signedIn(dana.browser)).toBe(false);

    await dana.browser.signIn(dana.email);
    for (let hours = 0; hours < 166; hours += 10) {
      expect(await signedIn(dana.browser), `${hours} hours`).toBe(true);
      passTime(10 * HOUR);
    }
    expect(await signedIn(dana.browser)).toBe(false);
  });

  it('is read as the library reads it', async () => {
    const { findSessionByLibrary } = await import('@/lib/accounts/library');
    const eva = await join('eva', 'volunteer');
    expect(await findSessionByLibrary(eva.browser.headers())).toBe(eva.id);
    expect((await eva.browser.staff())?.id).toBe(eva.id);
    const { POST } = await import('@/app/api/desk/sign-out/route');
    const copy = new Browser();
    for (const [name, value] of eva.browser.cookies) copy.cookies.set(name, value);
    expect((await eva.browser.post(POST)).to).toBe('/ured/prijava');
    expect(eva.browser.cookies.has('desk.session_token')).toBe(false);
    expect(await signedIn(copy)).toBe(false);
    expect(await findSessionByLibrary(copy.headers())).toBeNull();
  });
});
