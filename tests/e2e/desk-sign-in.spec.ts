import type { Page } from '@playwright/test';
import { expectAccessibleAtAllWidths } from './support/axe';
import { expect, test } from './support/fixtures';
import { follow, textOf } from './support/site';
import { inviteByConsole, PASSWORD, phoneWith } from './support/staff';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('from the invitation to the desk, out and in again, with codes and a recovery code', async ({ page }) => {
      test.setTimeout(180_000);
      const email = `ana-${javaScriptEnabled ? 'a' : 'b'}@primer.example`;
      await page.goto(inviteByConsole(email, 'admin'));
      await page.getByLabel('Ime i prezime').fill('Ana Petrović');
      await page.getByLabel('Lozinka').fill('lozinka123456');
      await follow(page, button(page, 'Napravite nalog'));
      await expect(page).toHaveTitle(/^Greška: /);
      await expect(page.getByLabel('Ime i prezime')).toHaveValue('Ana Petrović');
      await expect(page.getByLabel('Lozinka')).toHaveAttribute('aria-invalid', 'true');
      await page.getByLabel('Lozinka').fill(PASSWORD);
      await follow(page, button(page, 'Napravite nalog'));

      await expect(heading(page)).toHaveText('Drugi korak prijave');
      await page.goto('/ured/ljudi');
      await expect(page).toHaveURL(/\/ured\/drugi-korak/);
      await page.getByLabel('Vaša lozinka').fill(PASSWORD);
      await follow(page, button(page, 'Počnite'));
      await expect(page.getByRole('img')).toBeVisible();
      const code = phoneWith(await textOf(page.locator('.secret')));
      await page.getByLabel('Kod koji aplikacija').fill(code());
      await follow(page, button(page, 'Potvrdite kod'));
      await expect(heading(page)).toHaveText('Rezervni kodovi');
      const recovery = await page.locator('.codes li').allTextContents();
      expect(recovery).toHaveLength(10);
      await follow(page, button(page, 'Sačuvani su'));
      await expect(heading(page)).toHaveText('Priče na čekanju');
      await page.goto('/ured/rezervni-kodovi');
      await expect(page.locator('.codes')).toHaveCount(0);

      await follow(page, page.getByRole('button', { name: 'Odjava' }));
      await page.goto('/ured/nalog');
      await expect(page).toHaveURL(/\/ured\/prijava\?next=/);
      await page.getByLabel('Adresa e-pošte').fill(email);
      await page.getByLabel('Lozinka').fill('pogrešna');
      await follow(page, button(page, 'Prijavite se'));
      await expect(page.locator('.errsum')).toContainText('Adresa ili lozinka nije tačna.');
      await expect(page.getByLabel('Adresa e-pošte')).toHaveValue(email);
      await page.getByLabel('Lozinka').fill(PASSWORD);
      await follow(page, button(page, 'Prijavite se'));
      await page.getByLabel('Šestocifreni kod').fill('000000');
      await follow(page, button(page, 'Potvrdite'));
      await expect(page.locator('.errsum')).toContainText('Kod nije tačan');
      await page.getByLabel('Šestocifreni kod').fill(code());
      await follow(page, button(page, 'Potvrdite'));
      await expect(heading(page)).toHaveText('Vaš nalog');

      await page.goto('/ured/ljudi');
      await page.locator('#email').fill('mika@primer.example');
      await follow(page, button(page, 'Napravite pozivnicu'));
      await expect(page.locator('.notice .secret')).toContainText('/ured/pozivnica?t=');

      await follow(page, page.getByRole('button', { name: 'Odjava' }));
      await page.goto('/ured/prijava');
      await page.getByLabel('Adresa e-pošte').fill(email);
      await page.getByLabel('Lozinka').fill(PASSWORD);
      await follow(page, button(page, 'Prijavite se'));
      await page.getByLabel('Šestocifreni kod').fill(recovery[0]?.toLowerCase() ?? '');
      await follow(page, button(page, 'Potvrdite'));
      await expect(heading(page)).toHaveText('Priče na čekanju');
    });
  });
}

test('by keyboard alone: signing in, through the bar, and out', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(inviteByConsole('vera@primer.example', 'volunteer'));
  await page.getByLabel('Ime i prezime').focus();
  await page.keyboard.type('Vera');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await expect(heading(page)).toHaveText('Priče na čekanju');

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Preskočite na sadržaj' })).toBeFocused();
  const inBar: string[] = [];
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press('Tab');
    inBar.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
    if (inBar.at(-1) === 'Odjava') break;
  }
  expect(inBar).toEqual([
    'Radni sto',
    'Na čekanju',
    'Vaš nalog',
    'LatinicaLat',
    'ЋирилицаЋир',
    'EnglishEn',
    'Prečice ?',
    'Odjava',
  ]);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await expect(page).toHaveURL(/\/ured\/prijava\?done=signedOut/);

  await page.getByLabel('Adresa e-pošte').focus();
  await page.keyboard.type('vera@primer.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await expect(heading(page)).toHaveText('Priče na čekanju');
});

test('every page of the desk reads well on a phone and on a screen, in three scripts', async ({ page }) => {
  test.setTimeout(240_000);
  const link = inviteByConsole('mila@primer.example', 'admin');
  for (const address of [
    '/ured/prijava',
    '/cir/ured/prijava',
    '/en/desk/sign-in?fault=wrong',
    '/ured/zaboravljena-lozinka',
    '/en/desk/forgotten?done=sent',
    '/cir/ured/nova-lozinka',
    '/ured/pozivnica?t=x',
    link,
  ]) {
    await page.goto(address);
    await expectAccessibleAtAllWidths(page);
  }
  await page.getByLabel('Ime i prezime').fill('Mila');
  await page.getByLabel('Lozinka').fill(PASSWORD);
  await follow(page, button(page, 'Napravite nalog'));
  await expectAccessibleAtAllWidths(page);
  await page.getByLabel('Vaša lozinka').fill(PASSWORD);
  await follow(page, button(page, 'Počnite'));
  await expectAccessibleAtAllWidths(page);
  const code = phoneWith(await textOf(page.locator('.secret')));
  await page.getByLabel('Kod koji aplikacija').fill(code());
  await follow(page, button(page, 'Potvrdite kod'));
  await expectAccessibleAtAllWidths(page);
  for (const address of ['/ured', '/en/desk/account', '/cir/ured/ljudi', '/ured/kod']) {
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
    });
    await expectAccessibleAtAllWidths(page);
  }
});

test('no page of the desk is kept, listed or indexed', async ({ page, request }) => {
  const answer = await page.goto('/ured/prijava');
  expect(answer?.headers()['cache-control']).toMatch(/no-store/);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, nofollow');
  const robots = await (await request.get('/robots.txt')).text();
  for (const path of ['/ured', '/cir/ured', '/en/desk', '/api/desk/']) expect(robots).toContain(`Disallow: ${path}`);
  expect(await (await request.get('/sitemap.xml')).text()).not.toMatch(/ured|desk/);
});

test('a form from another site changes nothing', async ({ request }) => {
  const asked: Record<string, string>[] = [{ origin: 'https://zlo.example' }, {}];
  for (const headers of asked) {
    const answer = await request.post('/api/desk/sign-in', {
      form: { email: 'a@primer.example', password: 'x' },
      headers,
    });
    expect(answer.status()).toBe(403);
    expect(answer.headers()['set-cookie']).toBeUndefined();
  }
});
