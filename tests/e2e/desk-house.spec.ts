import type { Page } from '@playwright/test';
import { expectAccessibleAtAllWidths } from './support/axe';
import { joinDesk } from './support/desk';
import { expect, test } from './support/fixtures';
import { follow } from './support/site';
import { PASSWORD } from './support/staff';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an administrator reads the log, proves it, takes it along, and looks after the machine', async ({ page }) => {
    test.setTimeout(180_000);
    await joinDesk(page, 'Ana Petrović', 'admin');
    await page.getByRole('link', { name: 'Dnevnik' }).first().click();
    await expect(heading(page)).toHaveText('Dnevnik radnji');
    const rows = page.locator('.audit-table tbody tr');
    // Others work at the same desk meanwhile.
    const own = rows.filter({ hasText: 'Ana Petrović' }).filter({ hasText: 'Postavljen drugi korak prijave' });
    await expect(own.first()).toBeVisible();

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
    await expect(rows.filter({ hasText: 'Napravljena rezervna kopija' }).first()).toBeVisible();
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
  const email = `kljuc-${Date.now()}@primer.example`;
  await joinDesk(page, 'Ana Petrović', 'moderator', email);
  await page.goto('/ured/nalog');
  await page.getByLabel('Ime ključa').fill('Moj laptop');
  await follow(page, button(page, 'Dodajte ključ'));
  await expect(page.locator('.notice')).toContainText('Ključ je sačuvan');
  const { credentials } = await client.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toHaveLength(1);

  await follow(page, page.getByRole('button', { name: 'Odjava' }));
  await page.goto('/ured/prijava');
  await page.getByLabel('Adresa e-pošte').fill(email);
  await page.getByLabel('Lozinka').fill(PASSWORD);
  await follow(page, button(page, 'Prijavite se'));
  await follow(page, button(page, 'Pokažite pristupni ključ'));
  await expect(page).toHaveURL(/\/ured$/);
  await expect(heading(page)).toHaveText('Priče na čekanju');

  await page.goto('/ured/nalog');
  await expect(page.locator('.sessions').first()).toContainText('Moj laptop');
  await follow(page, page.getByRole('button', { name: 'Uklonite ključ Moj laptop' }));
  await expect(page.locator('.notice')).toHaveText('Ključ je uklonjen.');
});

test('audit log, system and passkeys read well on a phone and on a screen, in three scripts, light and dark', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await joinDesk(page, 'Ana Petrović', 'admin');
  for (const address of ['/ured/dnevnik', '/en/desk/audit?who=system', '/cir/ured/sistem', '/ured/nalog']) {
    await page.goto(address);
    await expectAccessibleAtAllWidths(page, 320);
  }
});
