import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessibleAtAllWidths } from './support/axe';
import { expect, test } from './support/fixtures';
import { follow } from './support/site';
import { comeFromElsewhere, mainButton, STORY_SITES } from './support/story';

/* The fifth page of the form: photos, documents, links. */

const say = STORY_SITES[0];
const step = say?.step(5) ?? '';

test.beforeEach(({ context }) => comeFromElsewhere(context));

const photo = (colour: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 49/1 0/1' } })
    .jpeg()
    .toBuffer();
const jpeg = async (name: string, colour = '#886644') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await photo(colour),
});
const chooser = (page: Page) => page.locator('input[type=file][name=photoFiles]');
const entries = (page: Page) => page.locator('#q-photos .file');
const alt = (page: Page, at: number) => entries(page).nth(at).locator('input[name$=".alt"]');

async function openAlive(page: Page): Promise<void> {
  await page.goto(step);
  await expect(page.locator('#q-photos .chooser.alive')).toBeVisible();
}

test('photos are sent as they are chosen, described, put in order and removed; what is no photo is refused in words', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await openAlive(page);
  await chooser(page).setInputFiles([
    await jpeg('prva.jpg'),
    { name: 'lazna.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('nije slika') },
    await jpeg('druga.jpg', '#224466'),
  ]);
  await expect(entries(page)).toHaveCount(2);
  await expect(page.locator('.uploads')).toContainText('To nije fotografija koju možemo da otvorimo');
  await expect(entries(page).first().locator('img')).toHaveJSProperty('complete', true);
  expect(
    await entries(page)
      .first()
      .locator('img')
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0);
  await alt(page, 0).fill('Tri žene šiju maske');
  await alt(page, 1).fill('Kombi pun paketa');
  await entries(page)
    .nth(1)
    .getByRole('button', { name: /^Pomeri gore/ })
    .press('Enter');
  await expect(alt(page, 0)).toHaveValue('Kombi pun paketa');
  await expect(alt(page, 1)).toHaveValue('Tri žene šiju maske');
  await expectAccessibleAtAllWidths(page);
  await openAlive(page);
  await expect(alt(page, 0)).toHaveValue('Kombi pun paketa');
  await entries(page)
    .first()
    .getByRole('button', { name: /^Ukloni/ })
    .click();
  await expect(entries(page)).toHaveCount(1);
  await expect(alt(page, 0)).toHaveValue('Tri žene šiju maske');
});

test('what was chosen and written before the script came is not lost by its coming', async ({ page }) => {
  test.setTimeout(60_000);
  await openAlive(page);
  await chooser(page).setInputFiles(await jpeg('prva.jpg'));
  await expect(entries(page)).toHaveCount(1);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/chunks/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(step, { waitUntil: 'commit' });
  await expect(page.locator('#q-photos .chooser')).toBeVisible();
  await expect(page.locator('#q-photos .chooser.alive')).toHaveCount(0);
  await alt(page, 0).fill('Napisano pre programa');
  await chooser(page).setInputFiles(await jpeg('druga.jpg', '#224466'));
  await page.locator('[name=links]').fill('https://primer.example/prica');
  await alt(page, 0).focus();
  release();
  await expect(entries(page)).toHaveCount(2);
  await expect(alt(page, 0)).toHaveValue('Napisano pre programa');
  await expect(alt(page, 0)).toBeFocused();
  await expect(page.locator('[name=links]')).toHaveValue('https://primer.example/prica');
  await openAlive(page);
  await expect(alt(page, 0)).toHaveValue('Napisano pre programa');
});

test('a link that is none is told before the page is left, by the schema of the server', async ({ page }) => {
  await page.goto(step);
  await expect(page.locator('form[data-live]')).toBeVisible();
  await page.locator('[name=links]').fill('primer bez adrese');
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.isNavigationRequest()) posts += 1;
  });
  await mainButton(page).click();
  await expect(page.locator('.errsum')).toBeFocused();
  await expect(page.locator('#e-links')).toContainText('Veza u 1. redu nije cela adresa');
  await expect(page.locator('[name=links]')).toHaveAttribute('aria-invalid', 'true');
  expect(posts).toBe(0);
  await page.locator('[name=links]').fill('https://primer.example');
  await expect(page.locator('#e-links')).toBeEmpty();
  await follow(page, mainButton(page));
  await expect(page).toHaveURL(/\/6/);
});

test('one description in two tabs: what only one has changed is kept, and where both wrote, the later one is told', async ({
  page,
  context,
}) => {
  test.setTimeout(60_000);
  await openAlive(page);
  await chooser(page).setInputFiles(await jpeg('prva.jpg'));
  await expect(entries(page)).toHaveCount(1);
  const other = await context.newPage();
  await openAlive(other);
  const saves = (tab: Page, change: () => Promise<void>) =>
    Promise.all([tab.waitForResponse((response) => response.url().endsWith('/api/story/files')), change()]);
  await saves(page, () => alt(page, 0).fill('Opis iz prvog jezička'));
  await saves(other, () => other.locator('#q-photos input[name$=".author"]').fill('Ana'));
  await expect(alt(other, 0)).toHaveValue('Opis iz prvog jezička');
  await saves(page, () => alt(page, 0).fill('Duži opis iz prvog jezička'));
  await expect(page.locator('#q-photos input[name$=".author"]')).toHaveValue('Ana');
  await saves(other, () => alt(other, 0).fill('Opis iz drugog jezička'));
  await expect(other.locator('#q-photos .notice.err')).toContainText('„Duži opis iz prvog jezička“');
  await expect(alt(other, 0)).toHaveValue('Opis iz drugog jezička');
  await openAlive(page);
  await expect(alt(page, 0)).toHaveValue('Duži opis iz prvog jezička');
  await saves(other, () => alt(other, 0).fill('Opis iz drugog jezička, kratak'));
  await openAlive(page);
  await expect(alt(page, 0)).toHaveValue('Opis iz drugog jezička, kratak');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('photos are added by a button, described and removed; faults stand beside them', async ({ page }) => {
    await page.goto(step);
    await chooser(page).setInputFiles([await jpeg('prva.jpg'), await jpeg('druga.jpg', '#224466')]);
    await follow(page, page.getByRole('button', { name: 'Dodajte izabrane fotografije' }));
    await expect(entries(page)).toHaveCount(2);
    await expect(page.locator('#file-report')).toContainText('2 datoteke su dodate');
    await alt(page, 0).fill('ab');
    await alt(page, 1).fill('Kombi pun paketa');
    await follow(page, mainButton(page));
    await expect(page).toHaveTitle(/^Greška: /);
    await expect(page.locator('.errsum')).toBeVisible();
    await expect(entries(page).first().locator('.msg')).toContainText('bar 5 znakova');
    await expect(alt(page, 0)).toHaveValue('ab');
    await follow(
      page,
      entries(page)
        .first()
        .getByRole('button', { name: /^Ukloni/ }),
    );
    await expect(entries(page)).toHaveCount(1);
    await expect(alt(page, 0)).toHaveValue('Kombi pun paketa');
  });
});
