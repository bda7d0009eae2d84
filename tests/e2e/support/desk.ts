import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { follow, textOf } from './site';
import { giveAllThemes, invite, PASSWORD, phoneWith } from './staff';

/** Stories that wait for the desk, by the real commands. @returns their references, the oldest first */
export function plantWaiting(count: number, tag: string): string[] {
  const output = execFileSync(
    process.execPath,
    ['scripts/run.mjs', 'tests/e2e/support/plant-waiting.ts', String(count), tag],
    { env: { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR }, encoding: 'utf8' },
  );
  return JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as string[];
}

/**
 * Makes an account and signs in, with the second factor where the role takes one. The queue is open then.
 * @param email by default one that nobody else has, in no other test and in no second try of this one
 * @param themes whether a volunteer gets all themes; a new one has none
 * @returns the phone's next codes
 */
export async function joinDesk(
  page: Page,
  name: string,
  role: string,
  email = `${randomUUID()}@primer.example`,
  themes = true,
): Promise<() => string> {
  const button = (label: string) => page.locator('main').getByRole('button', { name: label, exact: true });
  await page.goto(invite(email, role));
  await page.getByLabel('Ime i prezime').fill(name);
  await page.getByLabel('Lozinka').fill(PASSWORD);
  await follow(page, button('Napravite nalog'));
  if (role === 'volunteer') {
    if (themes) giveAllThemes(email);
    return () => '';
  }
  await page.getByLabel('Vaša lozinka').fill(PASSWORD);
  await follow(page, button('Počnite'));
  const code = phoneWith(await textOf(page.locator('.secret')));
  await page.getByLabel('Kod koji aplikacija').fill(code());
  await follow(page, button('Potvrdite kod'));
  await follow(page, button('Sačuvani su'));
  return code;
}
