import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessibleAtAllWidths } from './support/axe';
import { joinDesk } from './support/desk';
import { expect, test } from './support/fixtures';
import { follow } from './support/site';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });

/** Makes a record by the form and stays on its page. @returns its id */
async function makeRecord(page: Page, name: string): Promise<string> {
  await page.goto('/ured/preduzeca/novo');
  await page.locator('#f-nameSr').fill(name);
  await page.locator('#f-town').fill('Valjevo');
  await page.locator('#f-source-title').fill('Razgovor sa zadrugom');
  await follow(page, button(page, 'Napravite zapis'));
  await expect(heading(page)).toHaveText(name);
  return /\/(\d+)\?/.exec(page.url())?.[1] ?? '';
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a record is edited, seen by the public, and put back; a fault loses nothing', async ({ page }) => {
    test.setTimeout(240_000);
    await joinDesk(page, 'Urednica', 'editor');
    await page.goto('/ured/preduzeca?q=задруга');
    await expect(page.locator('main')).toContainText(/zapis/);
    const id = await makeRecord(page, 'Zadruga Tiha izmena');

    await follow(page, page.getByRole('link', { name: 'Izmenite', exact: true }));
    await page.locator('#f-foundedYear').fill('davno');
    await page.locator('#f-activitySr').fill('Peku hleb i uče pekare.');
    await follow(page, button(page, 'Sačuvajte'));
    await expect(page).toHaveTitle(/^Greška: /);
    await expect(page.locator('.errsum')).toContainText('Godina osnivanja');
    await expect(page.locator('#f-activitySr')).toHaveValue('Peku hleb i uče pekare.');
    await page.locator('#f-foundedYear').fill('2014');
    await follow(page, button(page, 'Sačuvajte'));
    await expect(page.locator('.errsum')).toContainText('upišite izvor');
    await page.locator('#f-source-url').fill('https://primer.example/o-nama');
    await follow(page, button(page, 'Sačuvajte'));
    await expect(page.locator('.notice')).toContainText('Sačuvano');

    await follow(page, page.getByRole('link', { name: 'Javna strana' }));
    await expect(page.locator('main')).toContainText('2014');
    await expect(page.locator('main')).toContainText('Peku hleb');
    const address = new URL(page.url()).pathname;
    await page.goto(`/ured/preduzeca/${id}`);
    await follow(page, page.getByRole('button', { name: /^Vratite kako je bilo: .*Godina osnivanja/ }));
    await expect(page.locator('.notice')).toContainText('Vraćeno je kako je bilo');
    await page.goto(address);
    await expect(page.locator('main')).not.toContainText('2014');
  });
});

test('a likely duplicate is shown first; a hidden record is gone from the site, and comes back', async ({
  page,
  expectedErrors,
}) => {
  test.setTimeout(240_000);
  expectedErrors.push(/404/);
  await joinDesk(page, 'Moderatorka', 'moderator');
  const name = 'Udruženje Dvostruka provera';
  const id = await makeRecord(page, name);
  await page.goto('/ured/preduzeca/novo');
  await page.locator('#f-nameSr').fill('Удружење Двострука провера');
  await page.locator('#f-source-title').fill('Poziv');
  await follow(page, button(page, 'Napravite zapis'));
  await expect(page.locator('.notice.warn')).toContainText('Možda ovo preduzeće već postoji');
  await expect(page.locator('#f-nameSr')).toHaveValue('Удружење Двострука провера');
  await expect(button(page, 'Nije isto, sačuvajte ipak')).toBeVisible();

  await page.goto(`/ured/preduzeca/${id}`);
  const address = await page.getByRole('link', { name: 'Javna strana' }).getAttribute('href');
  await page.getByText('Sklanjanje iz javnosti').click();
  await page.getByLabel('Zašto').fill('Zadruga je to tražila.');
  await follow(page, button(page, 'Sklonite zapis'));
  expect((await page.request.get(address ?? '')).status()).toBe(404);
  await follow(page, button(page, 'Vratite u javnost'));
  expect((await page.request.get(address ?? '')).status()).toBe(200);
});

test('a list is uploaded, judged, decided, written and undone', async ({ page }) => {
  test.setTimeout(400_000);
  await joinDesk(page, 'Koordinatorka', 'coordinator');
  await makeRecord(page, 'Zadruga Iz uvoza');
  await page.goto('/ured/uvoz');
  const list =
    'Naziv;Mesto;Matični broj\nZadruga Sasvim nova;Ub;\nЗадруга Из увоза д.о.о.;;\nZadruga Pogrešna;Ub;12345678\n';
  await page.locator('#list').setInputFiles({ name: 'spisak.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await follow(page, button(page, 'Pošaljite listu'));
  await expect(page.locator('#column-0')).toHaveValue('name_sr');
  await expect(page.locator('#column-2')).toHaveValue('registration_number');
  await follow(page, button(page, 'Proverite redove'));
  await expect(page.locator('main')).toContainText('proveren, čeka vašu odluku', { timeout: 120_000 });
  await expect(page.locator('main')).toContainText('Greške (1)');
  await page.getByLabel(/isto kao: Zadruga Iz uvoza/).check();
  await follow(page, button(page, 'Sačuvajte odluke'));
  await follow(page, button(page, 'Upišite'));
  await expect(page.locator('main')).toContainText('Novih 1, izmenjenih', { timeout: 120_000 });
  const download = page.waitForEvent('download');
  await button(page, 'Preuzmite redove koji nisu upisani').click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('Zadruga Pogrešna;Ub;12345678');

  await page.goto('/ured/uvoz');
  await page.getByText('Poništite ceo uvoz').first().click();
  await follow(page, button(page, 'Da, poništite'));
  await expect(page.locator('.notice')).toContainText('je poništen');
});

test('an organisation is asked by mail and says by one press that all is correct', async ({ page }) => {
  test.setTimeout(240_000);
  await joinDesk(page, 'Proverava', 'editor');
  const id = await makeRecord(page, 'Zadruga Pitana poštom');
  await follow(page, page.getByRole('link', { name: 'Izmenite', exact: true }));
  await page.locator('select[name="contacts.0.kind"]').selectOption('email');
  await page.locator('#f-contacts-0-value').fill('zadruga@primer.example');
  await page.locator('#f-source-title').fill('Razgovor');
  await follow(page, button(page, 'Sačuvajte'));
  await follow(page, button(page, 'Pitajte preduzeće'));
  await expect(page.locator('.notice')).toContainText('spremna za slanje');
  const link = await linkOfMail(id);
  await page.goto(link);
  await expect(heading(page)).toHaveText('Da li je još tačno?');
  await follow(page, button(page, 'Sve je tačno'));
  await expect(page.locator('.notice')).toContainText('potvrdili ovaj zapis');
});

/** The link of the mail that the program wrote beside its database, as it does where no mail server is set. */
async function linkOfMail(_id: string): Promise<string> {
  const folder = path.join(process.env.E2E_DATA_DIR ?? '', 'outbox');
  await expect.poll(() => mailsIn(folder).some((text) => text.includes('jos-tacno')), { timeout: 30_000 }).toBe(true);
  const text = mailsIn(folder).find((one) => one.includes('jos-tacno')) ?? '';
  const found = /https?:\/\/[^\s"<>]*jos-tacno\?t=[\w-]+/.exec(text)?.[0] ?? '';
  const url = new URL(found);
  return url.pathname + url.search;
}

/** Whole texts, with the soft line ends of their encoding taken out. */
function mailsIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .replaceAll('=\r\n', '')
        .replaceAll('=\n', '')
        .replaceAll('=3D', '='),
    );
  } catch {
    return [];
  }
}

test('the pages of records, of what is to be checked, and of imports have no fault that axe finds', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await joinDesk(page, 'Gleda', 'coordinator');
  const id = await makeRecord(page, 'Zadruga za oči');
  for (const address of [
    '/ured/preduzeca',
    `/en/desk/enterprises/${id}`,
    `/cir/ured/preduzeca/${id}/izmena`,
    `/ured/preduzeca/${id}/spajanje?with=1`,
    `/ured/preduzeca/${id}/razdvajanje`,
    '/ured/za-proveru?which=unconfirmed',
    '/en/desk/import',
  ]) {
    await page.goto(address);
    await expectAccessibleAtAllWidths(page);
  }
});
