import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getAuthTables } from 'better-auth/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { Browser, join } from './support';

const ROOT = path.resolve(import.meta.dirname, '../../..');
let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.dispose());

it('our tables have every field that better-auth expects, and ask for none that it does not write', async () => {
  const { libraryOptions } = await import('@/lib/accounts/library');
  for (const { modelName, fields } of Object.values(getAuthTables(libraryOptions()))) {
    const table = `${modelName.charAt(0).toUpperCase()}${modelName.slice(1)}`;
    const columns = await base.prisma.$queryRawUnsafe<{ name: string; notnull: bigint; dflt_value: string | null }[]>(
      `SELECT name, "notnull", dflt_value FROM pragma_table_info('${table}')`,
    );
    const names = columns.map(({ name }) => name);
    expect(names, table).toEqual(expect.arrayContaining(Object.keys(fields)));
    const mustBeGiven = columns.filter(({ notnull, dflt_value }) => Number(notnull) === 1 && dflt_value === null);
    for (const { name } of mustBeGiven) expect(['id', ...Object.keys(fields)], table).toContain(name);
  }
});

it('of its plugins only the second factor is there, and a step of our own for passkeys: nobody can act as somebody else, and nobody can sign up', async () => {
  const { libraryOptions } = await import('@/lib/accounts/library');
  const options = libraryOptions();
  expect(options.plugins.map(({ id }) => id)).toEqual(['two-factor', 'passkeys']);
  expect(options.emailAndPassword.disableSignUp).toBe(true);
  expect(options.session.cookieCache.enabled).toBe(false);
});

it('one module knows better-auth, and nothing mounts its routes', () => {
  const files = ['app', 'components', 'lib', 'server', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('node_modules'))
      .map((file) => `${folder}/${file}`),
  );
  const knowing = files.filter((file) =>
    /from ['"](@better-auth|better-auth)/.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(knowing).toEqual(['lib/accounts/library.ts']);
  expect(readFileSync(path.join(ROOT, knowing[0] ?? ''), 'utf8')).not.toMatch(/\.handler\b|\.fetch\(|toNextJsHandler/);
});

it('the package is pinned', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  expect(dependencies['better-auth']).toMatch(/^\d+\.\d+\.\d+$/);
});

it('over https the cookies are Secure, and always HttpOnly and SameSite=Lax', async () => {
  process.env.SITE_URL = 'https://mapa.example';
  const { forgetSettings } = await import('@/lib/env');
  const { closeDb } = await import('@/lib/db');
  forgetSettings();
  // The library is made anew with the client.
  await closeDb();
  try {
    const ana = await join('ana', 'volunteer');
    const { checkPassword } = await import('@/lib/accounts/library');
    const found = await checkPassword(new Browser().headers(), { email: ana.email, password: 'tri krave pod jabukom' });
    expect(found?.cookies).toHaveLength(1);
    expect(found?.cookies[0]).toMatch(/^__Secure-desk\.session_token=/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=604800']) {
      expect(found?.cookies[0]).toContain(part);
    }
    expect(ana.browser.cookies.has('__Secure-desk.session_token')).toBe(true);
    expect((await ana.browser.staff())?.id).toBe(ana.id);
  } finally {
    delete process.env.SITE_URL;
    forgetSettings();
    await closeDb();
  }
});
