import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessible } from './support/axe';
import { joinDesk } from './support/desk';
import { expect, test } from './support/fixtures';
import { follow } from './support/site';

/* Photos, translations, intake and figures at the desk, with and without JavaScript. */

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let references: string[] = [];
let state: Awaited<ReturnType<BrowserContext['storageState']>>;

const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });
const photosOf = (reference: string) => `/ured/price/${reference}/fotografije`;

/** A coordinator who is signed in. */
async function join(browser: Browser, baseURL: string): Promise<typeof state> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await joinDesk(page, 'Vera Vujić', 'coordinator');
  return page.context().storageState();
}

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const env = { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR };
  const seed = ['scripts/run.mjs', 'tests/e2e/support/desk-words.ts'];
  const output = execFileSync(process.execPath, seed, { env, encoding: 'utf8' });
  references = JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as string[];
  state = await join(browser, baseURL ?? '');
});

/** Brightest channel in the middle of what covers the bright sheet of the photo. */
async function middleOfSheet(page: Page, address: string): Promise<number> {
  const picture = await (await page.request.get(address)).body();
  const { width = 0, height = 0 } = await sharp(picture).metadata();
  const part = { left: Math.round(width * 0.44), top: Math.round(height * 0.38), width: 20, height: 20 };
  const data = await sharp(picture).extract(part).removeAlpha().raw().toBuffer();
  return Math.max(...data);
}

for (const javaScriptEnabled of [true, false]) {
  test(`a black box is ${javaScriptEnabled ? 'drawn and moved' : 'typed'}, burned in and taken away again`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled, storageState: state });
    const page = await context.newPage();
    await page.goto(photosOf(references[0] ?? ''));
    const now = (await page.locator('.photo-now').getAttribute('src')) ?? '';
    expect(await middleOfSheet(page, now)).toBeGreaterThan(200);
    if (javaScriptEnabled) {
      const frame = await page.locator('.marks-stage').boundingBox();
      if (!frame) throw new Error('There is no photo');
      const at = (x: number, y: number) => [frame.x + frame.width * x, frame.y + frame.height * y] as const;
      await page.mouse.move(...at(0.3, 0.2));
      await page.mouse.down();
      await page.mouse.move(...at(0.5, 0.4));
      await page.mouse.move(...at(0.66, 0.68));
      await page.mouse.up();
      const box = page.getByRole('button', { name: /^Kutija 1/ });
      await box.focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Shift+ArrowRight');
      await expect(page.locator('[name="box.0.x"]')).toHaveValue(/^29/);
    } else {
      for (const [side, value] of Object.entries({ x: '36', y: '28,5', width: '28', height: '40' }))
        await page.locator(`[name="box.0.${side}"]`).fill(value);
      await follow(page, button(page, 'Pregled bez čuvanja'));
      await expect(page.locator('.marks-box')).toHaveCount(1);
      await expect(page.locator('[name="box.0.y"]')).toHaveValue('28,5');
      expect(await middleOfSheet(page, now)).toBeGreaterThan(200);
    }
    await follow(page, button(page, 'Primenite'));
    await expect(page.getByRole('status').first()).toContainText('Zatamnjeno je u svim veličinama');
    expect(await middleOfSheet(page, now)).toBeLessThan(24);
    const stranger = await browser.newContext({ baseURL });
    const [, key = ''] = /photos\/(\w+)/.exec(now) ?? [];
    for (const address of [`/api/desk/photos/${key}?as=before`, `/files/${key}/before.jpg`])
      expect((await stranger.request.get(address)).status()).toBe(404);
    const shown = await stranger.request.get(`/files/${key}/original.jpg`);
    expect(
      Math.max(
        ...(await sharp(await shown.body())
          .extract({ left: 440, top: 230, width: 20, height: 20 })
          .raw()
          .toBuffer()),
      ),
    ).toBeLessThan(24);
    await stranger.close();
    await follow(page, button(page, 'Vratite fotografiju kakva je bila'));
    expect(await middleOfSheet(page, now)).toBeGreaterThan(200);
    await context.close();
  });
}

test('a story is translated paragraph by paragraph without JavaScript, and stands in English', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, storageState: state });
  const page = await context.newPage();
  await page.goto('/ured/prevodi');
  await follow(page, page.locator(`main a[href*="${references[1]}"]`));
  const fields = page.locator('.tr-target textarea');
  await fields.first().fill('A school kitchen for the neighbours');
  await follow(page, button(page, 'Prevod je gotov'));
  await expect(page.getByRole('status').first()).toContainText('prevod još nije gotov');
  await expect(fields.first()).toHaveValue('A school kitchen for the neighbours');
  const count = await fields.count();
  for (let at = 1; at < count; at++) await fields.nth(at).fill(`Paragraph ${at} in English, as it was told.`);
  await follow(page, button(page, 'Prevod je gotov'));
  await expect(page.getByRole('status').first()).toContainText('Prevod je gotov');
  await page.goto('/en/stories');
  await follow(page, page.getByRole('link', { name: 'A school kitchen for the neighbours' }).first());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A school kitchen for the neighbours');
  await context.close();
});

test('what is typed into a translation is saved by itself', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: state });
  const page = await context.newPage();
  const address = `/ured/price/${references[0]}/prevod`;
  await page.goto(address);
  const first = page.locator('.tr-target textarea').first();
  await first.fill('Warm meals up to the fourth floor');
  await expect(page.locator('.tr-actions [role="status"]')).toHaveText('Sačuvano', { timeout: 15_000 });
  const saved = page.waitForResponse((response) => response.url().includes('done=saved'), { timeout: 15_000 });
  await first.fill('Warm meals to the fourth floor');
  await saved;
  await expect(page.locator('.tr-actions [role="status"]')).toHaveText('Sačuvano');
  await page.goto(address);
  await expect(first).toHaveValue('Warm meals to the fourth floor');
  await context.close();
});

test('a story on paper is typed in, mended, and confirmed by its evidence, without JavaScript', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, storageState: state });
  const page = await context.newPage();
  await page.goto('/ured/unos');
  await follow(page, button(page, 'Stigla na papiru'));
  await page.locator('[name="title"]').fill('Pletilje za porodilište');
  await follow(page, button(page, 'Završite unos'));
  await expect(page).toHaveTitle(/^Greška: /);
  await expect(page.locator('#greske')).toBeVisible();
  await expect(page.locator('[name="title"]')).toHaveValue('Pletilje za porodilište');
  const texts: Record<string, string> = {
    organisationName: 'Udruženje Pletilja',
    place: 'Čačak',
    problem:
      'U porodilištu nije bilo toplih stvari za bebe koje se rode pre vremena, a porodice su bile daleko od grada.',
    whatWasDone: 'Dve noći nedeljno smo plele kape i čarape od vune koju su ljudi donosili. '.repeat(6),
    summary: 'Dvanaest žena je plelo kape i čarape za bebe u porodilištu, od vune koju su donosile komšije.',
    results: 'Do leta smo porodilištu predale četiri stotine kapa i isto toliko pari čarapa.',
    contactName: 'Stana Stanić',
    consentWho: 'Stana Stanić',
    consentOn: '2026-11-20',
  };
  for (const [name, text] of Object.entries(texts)) await page.locator(`[name="${name}"]`).first().fill(text);
  await page.locator('[name="role"][value="led"]').check();
  await page.locator('[name="period"][value="after"]').check();
  await page.locator('[name="practiceTypes"]').first().check();
  await page.locator('[name="beneficiaries"]').first().check();
  await page.locator('[name="consentPublish"]').check();
  await page.locator('[name="consentHow"][value="signed"]').check();
  const scan = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  await page.locator('#evidence').setInputFiles({ name: 'potpis.png', mimeType: 'image/png', buffer: scan });
  await follow(page, button(page, 'Završite unos'));
  await expect(page.getByRole('status').first()).toContainText('čeka potvrdu');
  const card = page.locator('.intake-confirm');
  await expect(card).toContainText('Adrese nema, pa se nikome ništa ne šalje');
  const evidence = (await card.getByRole('link', { name: 'Prilog 1' }).getAttribute('href')) ?? '';
  expect((await page.request.get(evidence)).status()).toBe(200);
  const stranger = await browser.newContext({ baseURL });
  expect((await stranger.request.get(evidence)).status()).toBe(404);
  await stranger.close();
  await card.getByLabel('Video/la sam saglasnost').check();
  await follow(page, button(page, 'Potvrdite'));
  await expect(page.getByRole('status').first()).toContainText('Potvrđeno');
  await context.close();
});

test('the pages have no fault in either theme and fit on a phone, the public one in all languages', async ({
  browser,
  baseURL,
}) => {
  const [photos, translation] = [photosOf(references[0] ?? ''), `/ured/price/${references[1]}/prevod`];
  const pages = ['/ured/brojke', '/ured/prevodi', '/ured/unos', photos, translation];
  const viewport = { width: 360, height: 780 };
  const context = await browser.newContext({ baseURL, viewport, storageState: state });
  const page = await context.newPage();
  for (const address of [...pages, '/kako-odlucujemo', '/cir/kako-odlucujemo', '/en/how-we-decide']) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
  await context.close();
});
