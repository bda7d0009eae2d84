import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskHandler, Guard } from '@/app/api/desk/desk-post';
import { needsFreshFactor, ROLES, type Role, roleCan } from '@/lib/accounts/permissions';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { Browser, holdClock, join, type Member, passTime } from './support';

/**
 * Every POST of the desk, found in the tree: none can be added without saying who may use it, and none lets anybody in
 * without a session, with a lower role, or from another site. The words of a handler's `guard` are checked against what it
 * does, so that a wrong one shows.
 */
const ROOT = path.resolve(import.meta.dirname, '../../..');
const ROUTES = listRoutes();

/** Who may post where. A new handler is added here by hand: that is the moment to think about it. */
const EXPECTED: Readonly<Record<string, Guard>> = {
  'account/password': 'anyStaff',
  'account/profile': 'anyStaff',
  'account/sessions': 'anyStaff',
  code: 'open',
  'enterprises/hide': 'editRecords',
  'enterprises/merge': 'editRecords',
  'enterprises/revert': 'editRecords',
  'enterprises/save': 'editRecords',
  'enterprises/show': 'editRecords',
  'enterprises/split': 'editRecords',
  'enterprises/state': 'editRecords',
  'enterprises/unmerge': 'editRecords',
  'enterprises/verify': 'editRecords',
  'factor/drop': 'anyStaff',
  'factor/finish': 'session',
  'factor/start': 'session',
  forgotten: 'open',
  'import/check': 'importRecords',
  'import/decide': 'importRecords',
  'import/discard': 'importRecords',
  'import/progress': 'importRecords',
  'import/rejected': 'importRecords',
  'import/undo': 'undoImport',
  'import/upload': 'importRecords',
  'import/write': 'importRecords',
  invitation: 'open',
  'new-password': 'open',
  'people/close': 'managePeople',
  'people/invite': 'managePeople',
  'people/reset-factor': 'managePeople',
  'people/revoke': 'managePeople',
  'people/role': 'managePeople',
  'recovery-codes': 'anyStaff',
  'recovery-codes/kept': 'anyStaff',
  'show-factor': 'session',
  'sign-in': 'open',
  'sign-out': 'session',
  'stale/ask': 'editRecords',
};

/** Handlers under app/ that stand under a folder of the desk, or that work with staff accounts wherever they stand. */
function listRoutes(): string[] {
  return readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .filter(
      (file) =>
        file.split('/').includes('desk') || readFileSync(path.join(ROOT, 'app', file), 'utf8').includes('lib/accounts'),
    )
    .map((file) => file.replace(/^api\/desk\/|\/route\.ts$/g, ''))
    .sort();
}

let base: TestDatabase;
const members = {} as Record<Role, Member>;
let victim: Member;
let before: string;

beforeAll(async () => {
  base = await createTestDatabase();
  holdClock();
  for (const role of ROLES) members[role] = await join(role, role);
  victim = await join('cilj', 'volunteer');
  before = await snapshot();
});
afterAll(() => base.dispose());

/** All that a member of staff could have changed; of the log, how much stands in it besides refusals. */
async function snapshot(): Promise<string> {
  const { prisma } = base;
  return JSON.stringify([
    await prisma.staffUser.findMany({ orderBy: { id: 'asc' } }),
    await prisma.staffAccount.findMany({ orderBy: { id: 'asc' } }),
    await prisma.staffTwoFactor.findMany({ orderBy: { id: 'asc' } }),
    await prisma.staffInvitation.findMany({ orderBy: { id: 'asc' } }),
    (await prisma.staffSession.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id),
    await prisma.auditEntry.count({ where: { action: { not: 'staff.refused' } } }),
  ]);
}

/** A body that would do something at every handler. */
const body = () => ({
  person: victim.id,
  role: 'admin',
  email: 'nova@primer.example',
  name: 'Neko Novi',
  language: 'en',
  current: 'x',
  password: 'pogrešna lozinka',
  code: '000000',
  session: 'x',
  invitation: '1',
  t: 'x',
  next: '/ured',
});

async function handlerOf(route: string): Promise<DeskHandler> {
  const module = (await import(path.join(ROOT, 'app/api/desk', route, 'route.ts'))) as Record<string, unknown>;
  expect(Object.keys(module), 'a handler answers POST and nothing else').toEqual(['POST']);
  return module.POST as DeskHandler;
}

it('every POST handler of the desk has its case here, and no other file of the desk is a route', () => {
  expect(ROUTES).toEqual(Object.keys(EXPECTED));
});

describe.each(ROUTES)('%s', (route) => {
  it('is guarded as written here', async () => {
    expect((await handlerOf(route)).guard).toBe(EXPECTED[route]);
  });

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['another site', { origin: 'https://zlo.example', 'sec-fetch-site': 'cross-site' }, []],
    ['another site that lies about the fetch', { origin: 'https://zlo.example' }, []],
    ['a sandboxed page', { origin: 'null' }, []],
    ['another port', { origin: 'https://mapa.example:8443' }, []],
    ['a sister site', { origin: 'https://druga.mapa.example', 'sec-fetch-site': 'same-site' }, []],
    ['nowhere: no origin', {}, ['origin', 'sec-fetch-site']],
    ['nowhere: no origin, but a promise', {}, ['origin']],
  ])('refuses a form that comes from %s, even of an administrator', async (_, extra, without) => {
    const handler = await handlerOf(route);
    const headers = members.admin.browser.headers({
      'content-type': 'application/x-www-form-urlencoded',
      ...extra,
    });
    for (const name of without) headers.delete(name);
    const answer = await handler(
      new Request('https://mapa.example/', { method: 'POST', headers, body: new URLSearchParams(body()) }),
    );
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await snapshot()).toBe(before);
  });

  it('refuses what is no form', async () => {
    const handler = await handlerOf(route);
    const headers = members.admin.browser.headers({ 'content-type': 'application/json' });
    const answer = await handler(
      new Request('https://mapa.example/', { method: 'POST', headers, body: JSON.stringify(body()) }),
    );
    expect(answer.status).toBe(400);
    expect(await snapshot()).toBe(before);
  });

  if (EXPECTED[route] !== 'open') {
    it('refuses somebody without a session: nothing happens, and they are asked to sign in', async () => {
      const answer = await new Browser().post(await handlerOf(route), body());
      expect([answer.status, answer.to]).toEqual([303, '/ured/prijava']);
      expect(await snapshot()).toBe(before);
    });

    it('refuses a session that is over', async () => {
      const old = new Browser();
      old.cookies.set('desk.session_token', members.admin.browser.cookies.get('desk.session_token') ?? '');
      const now = Date.now();
      passTime(8 * 24 * 3_600_000);
      const answer = await old.post(await handlerOf(route), body());
      passTime(now - Date.now());
      expect([answer.status, answer.to]).toEqual([303, '/ured/prijava']);
      expect(await snapshot()).toBe(before);
    });
  }

  if (EXPECTED[route] !== 'open' && EXPECTED[route] !== 'session') {
    it('refuses somebody who has not set up the second factor that their role needs', async () => {
      const { id } = await base.prisma.staffUser.findUniqueOrThrow({ where: { email: 'cilj@primer.example' } });
      await base.prisma.staffUser.update({ where: { id }, data: { role: 'admin' } });
      const answer = await victim.browser.post(await handlerOf(route), { ...body(), person: members.editor.id });
      await base.prisma.staffUser.update({ where: { id }, data: { role: 'volunteer' } });
      expect([answer.status, answer.to]).toEqual([303, '/ured/drugi-korak']);
      expect(await snapshot()).toBe(before);
    });
  }

  const guard = EXPECTED[route];
  if (guard && guard !== 'open' && guard !== 'session' && guard !== 'anyStaff') {
    it.each(ROLES.filter((role) => !roleCan(role, guard)))('refuses a %s', async (role) => {
      const answer = await members[role].browser.post(await handlerOf(route), body());
      expect(answer.status).toBe(403);
      expect(await snapshot()).toBe(before);
      const last = await base.prisma.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
      expect(last).toMatchObject({ action: 'staff.refused', actorId: members[role].id, objectId: guard });
    });

    if (needsFreshFactor(guard)) {
      it('refuses an administrator whose second factor was shown too long ago', async () => {
        const now = Date.now();
        passTime(16 * 60_000);
        const answer = await members.admin.browser.post(await handlerOf(route), body());
        passTime(now - Date.now());
        expect([answer.status, answer.to]).toEqual([303, '/ured/kod']);
        expect(await snapshot()).toBe(before);
      });
    }
  }
});

it('another object’s id gives nothing: a session of somebody else, an invitation that is none', async () => {
  const other = await base.prisma.staffSession.findFirstOrThrow({ where: { userId: members.admin.id } });
  await victim.browser.post(await handlerOf('account/sessions'), { session: other.id });
  expect(await base.prisma.staffSession.count({ where: { id: other.id } })).toBe(1);
  for (const person of ['', 'x', '../admin', members.admin.id.slice(0, -1)]) {
    const answer = await members.admin.browser.post(await handlerOf('people/close'), { person });
    expect(answer.query.get('fault')).toBe('unknown');
  }
  expect(await snapshot()).toBe(before);
});

it('a form that is sent twice does its work once', async () => {
  const close = await handlerOf('people/close');
  const answers = await Promise.all([1, 2].map(() => members.admin.browser.post(close, { person: victim.id })));
  expect(answers.map(({ query }) => query.get('done') ?? query.get('fault')).sort()).toEqual(['closed', 'unknown']);
});
