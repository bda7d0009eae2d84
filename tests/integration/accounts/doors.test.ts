import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeskHandler, Guard } from '@/app/api/desk/desk-post';
import { needsFreshFactor, ROLES, type Role, roleCan } from '@/lib/accounts/permissions';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { DESK_READS, PROOFS, TRIED_HERE } from '../../support/doors/proofs';
import { listDeskRoutes, ROOT } from '../../support/doors/routes';
import { snapshotOf } from '../../support/doors/snapshot';
import { Browser, holdClock, join, type Member, PASSWORD, passTime } from './support';

/**
 * Every POST of the desk, found in the tree: none can be added without saying who may use it, and none lets anybody in
 * without a session, with a lower role, or from another site. The words of a handler's `guard` are checked against what it
 * does, so that a wrong one shows; that nothing was changed is seen in every table of the database.
 */
const FOUND = listDeskRoutes();
const ROUTES = FOUND.filter(({ methods }) => methods.includes('POST') || methods.length === 0).map(({ name }) => name);
const READS = FOUND.filter(({ methods }) => methods.includes('GET')).map(({ name }) => name);

/** Who may post where. A new handler is added here by hand: that is the moment to think about it. */
const EXPECTED: Readonly<Record<string, Guard>> = {
  'account/password': 'anyStaff',
  'account/profile': 'anyStaff',
  'account/sessions': 'anyStaff',
  'audit/export': 'exportData',
  'audit/verify': 'readAudit',
  code: 'open',
  'duty/themes': 'planDuty',
  'duty/week': 'planDuty',
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
  'intake/confirm': 'enterStory',
  'intake/discard': 'enterStory',
  'intake/save': 'enterStory',
  'intake/start': 'enterStory',
  invitation: 'open',
  'new-password': 'open',
  'passkeys/add': 'anyStaff',
  'passkeys/remove': 'anyStaff',
  'passkeys/show': 'session',
  'passkeys/sign-in': 'open',
  'people/close': 'managePeople',
  'people/invite': 'managePeople',
  'people/reset-factor': 'managePeople',
  'people/revoke': 'managePeople',
  'people/role': 'managePeople',
  'photos/alt': 'redact',
  'photos/redact': 'redact',
  'photos/restore': 'redact',
  'queue/assign': 'assign',
  'queue/bulk': 'readQueue',
  'queue/bulk/undo': 'readQueue',
  'queue/claim': 'claim',
  'queue/filters': 'readQueue',
  'queue/filters/remove': 'readQueue',
  'queue/next': 'claim',
  'queue/presence': 'readQueue',
  'queue/release': 'claim',
  'queue/unassign': 'assign',
  'recovery-codes': 'anyStaff',
  'recovery-codes/kept': 'anyStaff',
  'show-factor': 'session',
  'sign-in': 'open',
  'sign-out': 'session',
  'stale/ask': 'editRecords',
  'stories/check': 'recommend',
  'stories/contact': 'seeContacts',
  'stories/decide': 'recommend',
  'stories/edit': 'editStory',
  'stories/note': 'readQueue',
  'stories/request': 'askForChanges',
  'stories/second': 'reject',
  'stories/undo': 'undoDecision',
  'suggestions/decide': 'decideSuggestions',
  'suggestions/end-owner': 'decideSuggestions',
  'suggestions/mark': 'decideSuggestions',
  'suggestions/reveal': 'seeContacts',
  'system/backup': 'backUp',
  'system/job': 'runJobs',
  'system/mail': 'runJobs',
  'translations/save': 'translate',
  'words/pages': 'editPages',
  'words/reasons': 'editTemplates',
  'words/templates': 'editTemplates',
  'words/terms': 'editTaxonomies',
};

/** Guards as the handlers themselves say, so that a handler is tried before anybody has written it down here. */
const GUARDS = new Map<string, Guard>();
for (const route of ROUTES) {
  const module = (await import(path.join(ROOT, 'app/api/desk', route, 'route.ts'))) as { POST?: Partial<DeskHandler> };
  if (module.POST?.guard) GUARDS.set(route, module.POST.guard);
}

let base: TestDatabase;
const members = {} as Record<Role, Member>;
let victim: Member;
let before: Record<string, string>;

beforeAll(async () => {
  // A form with long texts gets its page again, which the running server renders; there is none here.
  vi.stubGlobal('fetch', async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
  base = await createTestDatabase();
  holdClock();
  for (const role of ROLES) members[role] = await join(role, role);
  victim = await join('cilj', 'volunteer');
  before = snapshot();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await base.dispose();
});

const snapshot = () => snapshotOf(base.file);

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

it('every POST handler of the desk has its case here: add its name and guard to EXPECTED', () => {
  expect(ROUTES).toEqual(Object.keys(EXPECTED).sort());
});

it('every POST handler of the desk is shown to withstand being sent twice, old pages and foreign ids: add it to PROOFS', () => {
  expect(
    ROUTES.filter((route) => !Object.hasOwn(PROOFS, route)),
    'add { twice, stale, foreign } for these to tests/support/doors/proofs.ts',
  ).toEqual([]);
  const gone = Object.keys(PROOFS).filter((route) => !ROUTES.includes(route));
  expect(gone, 'these are in PROOFS and are no routes any more').toEqual([]);
});

/** Ids of nothing, under every name that a form of the desk has for one. */
const NOTHING = {
  ...{
    id: '999999',
    story: '999999',
    stories: '999999',
    tick: '999999',
    all: '999999',
    person: 'nobody',
    filter: '999999',
  },
  ...{
    reference: 'ZZZ-ZZZ-ZZZ',
    photo: 'none',
    key: 'none',
    other: '999999',
    into: '999999',
    position: '1',
    page: '1',
  },
  ...{ run: '999999', row: '1', change: '999999', event: '999999', bulk: 'none', batch: 'none', proposal: '999999' },
  ...{ request: '999999', item: '999999', revision: '1', version: '1', seen: '1', seenVersion: '1', lang: 'en' },
  ...{ document: 'none', taxonomy: 'none', code: 'none', act: 'claim', transition: 'approve', decision: 'approve' },
  ...{ invitation: '999999', session: 'none', passkey: 'none', mail: '999999', job: 'none', kind: 'reject' },
  ...{
    name: 'Ime',
    reason: 'none',
    note: 'Zbog toga.',
    method: 'call',
    go: '1',
    anyway: '1',
    evenNow: '1',
    which: 'new',
  },
};

const ID_OF_NOTHING = Object.entries(PROOFS).filter(([, { foreign }]) => foreign === TRIED_HERE);

it.each(ID_OF_NOTHING)('%s with the id of nothing changes nothing, even for an administrator', async (route) => {
  const answer = await members.admin.browser.post(await handlerOf(route), NOTHING);
  expect(answer.status, 'an answer in words, and no broken machine').toBeLessThan(500);
  expect(snapshot()).toEqual(before);
});

it.each(Object.entries(PROOFS))('the tests that PROOFS names for %s exist', (_, { twice, stale, foreign }) => {
  for (const proof of [twice, stale, foreign]) {
    if (proof === TRIED_HERE) continue;
    if ('none' in proof) expect(proof.none.length, 'a reason, in words').toBeGreaterThan(20);
    else expect(readFileSync(path.join(ROOT, proof.file), 'utf8'), proof.file).toContain(proof.title);
  }
});

it('every GET handler of the desk is known: add its right to DESK_READS, and ask it for the right', () => {
  expect(READS).toEqual(Object.keys(DESK_READS).sort());
  for (const [route, right] of Object.entries(DESK_READS)) {
    const source = FOUND.find(({ name }) => name === route)?.source ?? '';
    expect(source, route).toMatch(new RegExp(`(requireStaff|authorise)\\(\\s*'${right}'`));
  }
});

it('every handler of staff stands under app/api/desk, and is made by deskPost', () => {
  for (const { name, methods, source } of FOUND) {
    // contentPost is deskPost for the words of pages and mails, deskUpload its sister for files.
    if (!methods.includes('GET'))
      expect(source, name).toMatch(/export const POST = (deskPost|deskUpload|contentPost)\(/);
  }
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
    expect(snapshot()).toEqual(before);
  });

  it('refuses what is no form', async () => {
    const handler = await handlerOf(route);
    const headers = members.admin.browser.headers({ 'content-type': 'application/json' });
    const answer = await handler(
      new Request('https://mapa.example/', { method: 'POST', headers, body: JSON.stringify(body()) }),
    );
    expect(answer.status).toBe(400);
    expect(snapshot()).toEqual(before);
  });

  const guard = GUARDS.get(route);

  if (guard !== 'open') {
    it('refuses somebody without a session: nothing happens, and they are asked to sign in', async () => {
      const answer = await new Browser().post(await handlerOf(route), body());
      expect([answer.status, answer.to]).toEqual([303, '/ured/prijava']);
      expect(snapshot()).toEqual(before);
    });

    it('refuses a session that is over', async () => {
      const old = new Browser();
      old.cookies.set('desk.session_token', members.admin.browser.cookies.get('desk.session_token') ?? '');
      const now = Date.now();
      passTime(8 * 24 * 3_600_000);
      const answer = await old.post(await handlerOf(route), body());
      passTime(now - Date.now());
      expect([answer.status, answer.to]).toEqual([303, '/ured/prijava']);
      expect(snapshot()).toEqual(before);
    });
  }

  if (guard !== 'open' && guard !== 'session') {
    it('refuses somebody who has not set up the second factor that their role needs', async () => {
      const { id } = await base.prisma.staffUser.findUniqueOrThrow({ where: { email: 'cilj@primer.example' } });
      await base.prisma.staffUser.update({ where: { id }, data: { role: 'admin' } });
      const answer = await victim.browser.post(await handlerOf(route), { ...body(), person: members.editor.id });
      await base.prisma.staffUser.update({ where: { id }, data: { role: 'volunteer' } });
      expect([answer.status, answer.to]).toEqual([303, '/ured/drugi-korak']);
      expect(snapshot()).toEqual(before);
    });
  }

  if (guard && guard !== 'open' && guard !== 'session' && guard !== 'anyStaff') {
    it.each(ROLES.filter((role) => !roleCan(role, guard)))('refuses a %s', async (role) => {
      const answer = await members[role].browser.post(await handlerOf(route), body());
      expect(answer.status).toBe(403);
      expect(snapshot()).toEqual(before);
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
        expect(snapshot()).toEqual(before);
      });
    }
  }
});

it('another object’s id gives nothing: of a session of somebody else, of an account or an invitation that is none', async () => {
  const other = await base.prisma.staffSession.findFirstOrThrow({ where: { userId: members.admin.id } });
  await victim.browser.post(await handlerOf('account/sessions'), { session: other.id });
  expect(await base.prisma.staffSession.count({ where: { id: other.id } })).toBe(1);
  for (const route of ['people/close', 'people/role', 'people/reset-factor'] as const) {
    for (const person of ['', 'x', '../admin', members.admin.id.slice(0, -1)]) {
      const answer = await members.admin.browser.post(await handlerOf(route), { person, role: 'editor' });
      expect(answer.query.get('fault'), `${route} ${person}`).toBe('unknown');
    }
  }
  for (const invitation of ['', '0', '99999', '1.5', '1e3', '-1', 'x']) {
    const answer = await members.admin.browser.post(await handlerOf('people/revoke'), { invitation });
    expect(answer.query.get('fault'), invitation).toBe('unknown');
  }
  expect(snapshot()).toEqual(before);
});

/** Forms that do their work when they are sent by whoever may: sent again, each changes nothing more. */
const PRESSED: readonly (readonly [string, () => Record<string, string>, () => Member])[] = [
  ['people/role', () => ({ person: victim.id, role: 'editor' }), () => members.admin],
  ['people/reset-factor', () => ({ person: members.moderator.id }), () => members.admin],
  ['people/close', () => ({ person: victim.id }), () => members.admin],
  ['people/revoke', () => ({ invitation: String(invitation) }), () => members.admin],
  ['passkeys/remove', () => ({ passkey: 'kljuc' }), () => members.coordinator],
  ['account/profile', () => ({ name: 'Drugo Ime', language: 'en' }), () => members.volunteer],
  ['account/sessions', () => ({}), () => members.volunteer],
  ['account/password', () => ({ current: PASSWORD, password: 'pet kokoši na tavanu' }), () => members.volunteer],
  ['factor/drop', () => ({}), () => members.editor],
  ['sign-out', () => ({}), () => members.volunteer],
];

let invitation = 0;

it.each(PRESSED)('%s, pressed twice at once and once more, does its work once', async (route, fields, who) => {
  await base.prisma.staffPasskey.deleteMany();
  const passkey = { id: 'kljuc', staffId: members.coordinator.id, name: 'Ključ', publicKey: new Uint8Array([1]) };
  await base.prisma.staffPasskey.create({ data: passkey });
  const row = { secretHash: `${route} x`, email: 'gost@primer.example', role: 'editor' };
  const expiresAt = new Date(Date.now() + 3_600_000);
  invitation = (await base.prisma.staffInvitation.create({ data: { ...row, expiresAt } })).id;
  // Elsewhere too, so that there is something to end.
  await new Browser('192.0.2.99').signIn(members.volunteer.email);
  const handler = await handlerOf(route);
  // Each press with the cookies of the page: the answer to the first may come after the second.
  const cookies = new Map(who().browser.cookies);
  const press = () => {
    const browser = new Browser();
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    return browser.post(handler, fields());
  };
  const start = snapshot();
  await Promise.all([press(), press()]);
  const once = snapshot();
  expect(once, 'it does something').not.toEqual(start);
  const acts = await base.prisma.auditEntry.findMany({ where: { action: { not: 'staff.refused' } } });
  await press();
  expect(snapshot()).toEqual(once);
  const later = await base.prisma.auditEntry.findMany({ where: { action: { not: 'staff.refused' } } });
  expect(later).toEqual(acts);
});
