import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Account, readAccounts } from '@/scripts/demo/folder.mjs';
import { totp } from '@/scripts/demo/totp.mjs';
import { expect, test } from './support/fixtures';
import { follow } from './support/site';

/*
 * The pictures of the staff handbook, of the demonstration's desk, one line for each. They change with every run, so they are
 * made only when asked for: `HANDBOOK_PICTURES=1 npm test -- build e2e` (global-setup then starts `npm run demo`).
 */

type Role = 'volunteer' | 'moderator' | 'editor' | 'coordinator' | 'admin';

interface Picture {
  /** docs/handbook/pictures/LANGUAGE/NAME.png */
  name: string;
  sr: string;
  en: string;
  /** Whose desk; null is nobody's. */
  as: Role | null;
  /** A link on that page that leads on to what is pictured: a part of its address. */
  via?: string;
  /** What the picture begins with; else the top of the page. */
  from?: string;
}

const STORY = { sr: '/ured', en: '/en/desk', via: '/ured/price/|/desk/stories/' };

const PICTURES: readonly Picture[] = [
  { name: 'sign-in', sr: '/ured/prijava', en: '/en/desk/sign-in', as: null },
  { name: 'account', sr: '/ured/nalog', en: '/en/desk/account', as: 'moderator' },
  { name: 'passkeys', sr: '/ured/nalog', en: '/en/desk/account', as: 'moderator', from: '#passkeys' },
  { name: 'queue', sr: '/ured', en: '/en/desk', as: 'moderator' },
  { name: 'queue-volunteer', sr: '/ured', en: '/en/desk', as: 'volunteer' },
  { name: 'story', ...STORY, as: 'moderator' },
  { name: 'translations', sr: '/ured/prevodi', en: '/en/desk/translations', as: 'editor' },
  { name: 'intake', sr: '/ured/unos', en: '/en/desk/intake', as: 'moderator' },
  { name: 'enterprises', sr: '/ured/preduzeca', en: '/en/desk/enterprises', as: 'editor' },
  { name: 'new-enterprise', sr: '/ured/preduzeca/novo', en: '/en/desk/enterprises/new', as: 'editor' },
  { name: 'stale', sr: '/ured/za-proveru', en: '/en/desk/stale', as: 'editor' },
  { name: 'import', sr: '/ured/uvoz', en: '/en/desk/import', as: 'coordinator' },
  { name: 'suggestions', sr: '/ured/predlozi', en: '/en/desk/suggestions', as: 'editor' },
  { name: 'words', sr: '/ured/reci', en: '/en/desk/words', as: 'coordinator' },
  { name: 'figures', sr: '/ured/brojke', en: '/en/desk/figures', as: 'coordinator' },
  { name: 'audit', sr: '/ured/dnevnik', en: '/en/desk/audit', as: 'coordinator' },
  { name: 'people', sr: '/ured/ljudi', en: '/en/desk/people', as: 'admin' },
  { name: 'system', sr: '/ured/sistem', en: '/en/desk/system', as: 'admin' },
  { name: 'backup', sr: '/ured/sistem', en: '/en/desk/system', as: 'admin', from: '#backup' },
  { name: 'mail', sr: '/ured/sistem', en: '/en/desk/system', as: 'admin', from: '#mail' },
];

const LANGUAGES = ['sr', 'en'] as const;
const HEIGHT = 720;

test.use({ viewport: { width: 1180, height: HEIGHT }, colorScheme: 'light' });

/** One sign-in for each role: a code is accepted once. */
const contexts = new Map<string, Promise<BrowserContext>>();

function contextOf(browser: Browser, role: Role | null): Promise<BrowserContext> {
  const key = role ?? 'nobody';
  const known = contexts.get(key);
  if (known) return known;
  const made = openAs(browser, role);
  contexts.set(key, made);
  return made;
}

async function openAs(browser: Browser, role: Role | null): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1180, height: HEIGHT }, colorScheme: 'light' });
  if (role === null) return context;
  const account = accountOf(role);
  const page = await context.newPage();
  await page.goto(`${process.env.E2E_BASE_URL}/ured/prijava`);
  await page.getByLabel('Adresa e-pošte').fill(account.email);
  await page.getByLabel('Lozinka').fill(account.password);
  await follow(page, page.locator('main').getByRole('button', { name: 'Prijavite se' }));
  if (account.secret) {
    await page.getByLabel('Šestocifreni kod').fill(totp(account.secret).code);
    await follow(page, page.locator('main').getByRole('button', { name: 'Potvrdite' }));
  }
  await page.close();
  return context;
}

function accountOf(role: Role): Account {
  const found = readAccounts(process.env.E2E_DATA_DIR ?? '').find((account) => account.role === role);
  if (!found) throw new Error(`Nobody of the demonstration is a ${role}`);
  return found;
}

test.describe.configure({ mode: 'serial' });

for (const { name, as, via, from, ...addresses } of PICTURES) {
  test(`the picture ${name}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await contextOf(browser, as);
    for (const language of LANGUAGES) {
      const page = await context.newPage();
      const answer = await page.goto(`${process.env.E2E_BASE_URL}${addresses[language]}`);
      const address = via ? await linkOn(page, via) : null;
      expect(via === undefined || address !== null, `${name}: there is no link to ${via}`).toBe(true);
      if (address) await page.goto(address);
      expect(answer?.status(), addresses[language]).toBe(200);
      await page.evaluate(() => document.fonts.ready);
      if (from) await page.locator(from).evaluate((element) => element.scrollIntoView());
      const folder = path.join('docs/handbook/pictures', language);
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
      await page.close();
    }
  });
}

/** Address of the first link on a page that holds one of some parts (`a|b`); null when none does. */
async function linkOn(page: Page, parts: string): Promise<string | null> {
  const hrefs = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return hrefs.find((href) => parts.split('|').some((part) => href.includes(part))) ?? null;
}
