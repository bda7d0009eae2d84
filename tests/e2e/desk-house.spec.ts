import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { follow, textOf } from './support/site';
import { inviteByConsole, PASSWORD, phoneWith } from './support/staff';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });

/** From the invitation to the desk. @returns the phone's next codes */
async function joinAs(page: Page, email: string, role: string): Promise<() => string> {
  await page.goto(inviteByConsole(email, role));
  await page.getByLabel('Ime i prezime').fill('Ana Petrović');
  await page.getByLabel('Lozinka').fill(PASSWORD);
  await follow(page, button(page, 'Napravite nalog'));
  await page.getByLabel('Vaša lozinka').fill(PASSWORD);
  await follow(page, button(page, 'Počnite'));
  const code = phoneWith(await textOf(page.locator('.secret')));
  await page.getByLabel('Kod koji aplikacija').fill(code());
  await follow(page, button(page, 'Potvrdite kod'));
  await follow(page, button(page, 'Sačuvani su'));
  return code;
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an administrator reads the log, proves it, takes it along, and looks after the machine', async ({ page }) => {
    test.setTimeout(180_000);
    await joinAs(page, 'sistem@primer.example', 'admin');
    await page.getByRole('link', { name: 'Dnevnik' }).first().click();
    await expect(heading(page)).toHaveText('Dnevnik radnji');
    const rows = page.locator('.audit-table tbody tr');
    await expect(rows.first()).toContainText('Postavljen drugi korak prijave');
    await expect(rows.first()).toContainText('Ana Petrović');

    await page.getByLabel('Šta').selectOption({ label: 'Postavljen drugi korak prijave' });
    await follow(page, button(page, 'Prikažite'));
    await expect(page).toHaveURL(/action=staff\.factorSet/);
    for (const text of await rows.allTextContents()) expect(text).toContain('Postavljen drugi korak prijave');

    await follow(page, button(page, 'Proverite ceo dnevnik'));
    await expect(page.locator('.notice')).toContainText('Dnevnik je ceo');
    await expect(page, 'what was chosen stays chosen').toHaveURL(/action=staff\.factorSet/);
    const download = page.waitForEvent('download');
    await button(page, 'Preuzmite kao CSV').click();
    expect((await download).suggestedFilename()).toMatch(/^dnevnik-radnji-\d{4}-\d\d-\d\d\.csv$/);

    await page.getByRole('link', { name: 'Sistem' }).first().click();
    await expect(page.locator('.notice').first()).toHaveText('Baza se čita i sajt radi.');
    await expect(page.locator('main')).toContainText('DATA_DIR');
    await follow(page, page.getByRole('button', { name: 'Probajte bez izmena: brisanje po isteku roka' }));
    await expect(page.locator('.notice[role=status]')).toContainText('Ništa nije promenjeno');
    await follow(page, page.getByRole('button', { name: 'Pokrenite posao: podsetnici autorima' }));
    await expect(page.locator('.notice[role=status]')).toContainText('Posao je završen');
    await follow(page, button(page, 'Napravite kopiju sada'));
    await expect(page.locator('.notice[role=status]')).toContainText(/Posao je (završen|počeo)/);
    await page.goto('/ured/dnevnik?kind=job');
    await expect(rows.first()).toContainText('Napravljena rezervna kopija');
  });
});

test('a passkey takes the place of the code, and can be taken away', async ({ page, context }) => {
  test.setTimeout(180_000);
  const client = await context.newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await joinAs(page, 'kljuc@primer.example', 'moderator');
  await page.goto('/ured/nalog');
  await page.getByLabel('Ime ključa').fill('Moj laptop');
  await follow(page, button(page, 'Dodajte ključ'));
  await expect(page.locator('.notice')).toContainText('Ključ je sačuvan');
  const { credentials } = await client.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toHaveLength(1);

  await follow(page, page.getByRole('button', { name: 'Odjava' }));
  await page.goto('/ured/prijava');
  await page.getByLabel('Adresa e-pošte').fill('kljuc@primer.example');
  await page.getByLabel('Lozinka').fill(PASSWORD);
  await follow(page, button(page, 'Prijavite se'));
  await follow(page, button(page, 'Pokažite pristupni ključ'));
  await expect(heading(page)).toHaveText('Dobro došli, Ana Petrović');

  await page.goto('/ured/nalog');
  await expect(page.locator('.sessions').first()).toContainText('Moj laptop');
  await follow(page, page.getByRole('button', { name: 'Uklonite ključ Moj laptop' }));
  await expect(page.locator('.notice')).toHaveText('Ključ je uklonjen.');
});

test('audit log, system and passkeys read well on a phone and on a screen, in three scripts, light and dark', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await joinAs(page, 'pogled@primer.example', 'admin');
  for (const address of ['/ured/dnevnik', '/en/desk/audit?who=system', '/cir/ured/sistem', '/ured/nalog']) {
    await page.goto(address);
    for (const [width, height] of [
      [320, 780],
      [1280, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(tooWide, `${address} at ${width} px`).toBe(false);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }
});
