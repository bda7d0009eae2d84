import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { follow, textOf } from './support/site';
import {
  answerStep,
  comeFromElsewhere,
  fillForm,
  goOn,
  linksInMail,
  mainButton,
  STORY_SITES,
  sendStory,
} from './support/story';

const [say] = STORY_SITES;
if (!say) throw new Error('there is no language');

test.beforeEach(({ context }) => comeFromElsewhere(context));

/** Opens a page of the form and waits until it checks and saves by itself. */
async function openStep(page: Page, number: number): Promise<void> {
  await page.goto(say?.step(number) ?? '');
  await expect(page.locator('form[data-live]')).toBeVisible();
}

const saveLine = (page: Page) => page.locator('.stephead .saved');

for (const site of STORY_SITES) {
  test(`${site.site.locale}: a story goes from the first page to "received"`, async ({ page }) => {
    test.setTimeout(60_000);
    const told = {
      email: `js-${site.site.locale}-${Date.now()}@primer.example`,
      title: `Hiljadu maski, ${site.site.locale}`,
    };
    await fillForm(page, site, told);
    await sendStory(page);
    await expect(page).toHaveTitle(site.words.received);
    await expect(page.locator('.ref')).toHaveText(/^[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    await page.goto(site.sent.replace(/[^/]+$/, site.site.locale === 'en' ? 'receipt' : 'priznanica'));
    await expect(page.locator('.receipt')).toContainText(told.title);
  });
}

test('a page with faults says them above and beside, takes the focus, and lets one go when they are mended', async ({
  page,
}) => {
  await openStep(page, 3);
  await page.locator('[name=whatWasDone]').fill('Kratko.');
  await mainButton(page).click();
  const summary = page.locator('.errsum');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Greška: /);
  const lines = await summary.locator('a').allTextContents();
  expect(lines).toContain('Opišite šta ste uradili sa bar 300 znakova; sada ih je 7');
  expect(await page.locator('.q .msg').allTextContents()).toEqual(lines);
  for (const link of await summary.locator('a').all()) {
    const id = ((await link.getAttribute('href')) ?? '').slice(1);
    await expect(page.locator(`#${id}`)).toHaveCount(1);
  }
  await expect(page.locator('[name=whatWasDone]')).toHaveAttribute('aria-invalid', 'true');
  await answerStep(page, 3, { email: '', title: 'Naslov koji je dobar' });
  await expect(page.locator('[name=whatWasDone]')).not.toHaveAttribute('aria-invalid');
  await expect(page.locator('.q .msg')).toHaveCount(0);
  await goOn(page);
  await expect(page).toHaveURL(/\/4$/);
});

test('what is typed is on the server two seconds after the last key, though the tab is killed', async ({
  page,
  context,
}) => {
  await openStep(page, 3);
  await page.locator('[name=problem]').pressSequentially('Maske nisu mogle da se kupe', { delay: 40 });
  await page.waitForTimeout(2_000);
  await page.close({ runBeforeUnload: false });
  const other = await context.newPage();
  await other.goto(say.step(3));
  await expect(other.locator('[name=problem]')).toHaveValue('Maske nisu mogle da se kupe');
  await expect(saveLine(other)).toHaveText(say.words.saved);
});

test('personal data are pointed out while somebody writes, and stop nobody', async ({ page }) => {
  await openStep(page, 3);
  await page.locator('[name=problem]').fill(`Javite se na 064 123 45 67. ${'Maske nisu mogle da se kupe. '.repeat(5)}`);
  await expect(page.locator('#q-problem .notice')).toContainText('064 123 45 67');
});

test.describe('off line', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('without a line the text waits in the browser, and goes out when the line is back', async ({
    page,
    context,
  }) => {
    test.setTimeout(60_000);
    await openStep(page, 3);
    await page.locator('[name=title]').fill('Prvi naslov');
    await expect(saveLine(page)).toHaveText(say.words.saved);
    await context.setOffline(true);
    await page.locator('[name=title]').fill('Naslov bez mreže');
    await expect(page.locator('.notice.err')).toContainText('Nema veze sa mrežom');
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
    await context.setOffline(false);
    await expect(page.locator('.notice.good')).toBeVisible({ timeout: 15_000 });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);

    // The tab dies before the line is back: the next one brings the text.
    await context.setOffline(true);
    await page.locator('[name=title]').fill('Naslov iz ugašenog jezička');
    await expect(page.locator('.notice.err')).toBeVisible();
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const other = await context.newPage();
    await other.goto(say.step(3));
    await expect(other.locator('[name=title]')).toHaveValue('Naslov iz ugašenog jezička');
    await expect(saveLine(other)).toHaveText(say.words.saved);
    await other.reload();
    await expect(other.locator('[name=title]')).toHaveValue('Naslov iz ugašenog jezička');
  });
});

test('two tabs on one draft: the later one is told, both texts are kept, and one is chosen', async ({
  page,
  context,
}) => {
  test.setTimeout(60_000);
  await openStep(page, 3);
  await page.locator('[name=summary]').fill('Zajednički početak');
  await expect(saveLine(page)).toHaveText(say.words.saved);
  const other = await context.newPage();
  await openStep(other, 3);
  await page.locator('[name=title]').fill('Naslov iz prvog jezička');
  await expect.poll(() => page.locator('[name=version]').inputValue()).toBe('2');
  await other.locator('[name=title]').fill('Naslov iz drugog jezička');
  const told = other.locator('.notice.warn', { hasText: 'menjana i na drugom mestu' });
  await expect(told).toBeVisible();
  await follow(other, told.locator('a'));
  const conflict = other.locator('#sukob');
  await expect(conflict).toContainText('Naslov iz prvog jezička');
  await expect(conflict).toContainText('Naslov iz drugog jezička');
  await conflict.locator('input[value=typed]').check();
  await follow(other, conflict.locator('button[value=stay]'));
  await expect(other.locator('#sukob')).toHaveCount(0);
  await expect(other.locator('[name=title]')).toHaveValue('Naslov iz drugog jezička');
});

test('the first two pages are answered by keyboard alone, with a place from the list in Cyrillic', async ({ page }) => {
  await openStep(page, 1);
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  await page.locator('[name=organisationName]').focus();
  await page.keyboard.type('Grupa komšija iz Kladova');
  await press('Tab', 'Space');
  await expect(page.locator('[name=role]:checked')).toHaveCount(1);
  await press('ArrowDown');
  await expect(page.locator('[name=role][value=took_part]')).toBeChecked();
  await page.locator('[name=organisationName]').focus();
  await Promise.all([page.waitForURL(/\/2$/), page.keyboard.press('Enter')]);
  await expect(page.locator('form[data-live]')).toBeVisible();
  await page.locator('[name=place]').focus();
  await page.keyboard.type('кладо');
  await expect(page.getByRole('listbox')).toBeVisible();
  await press('ArrowDown', 'Enter');
  await expect(page.locator('[name=place]')).toHaveValue('Kladovo');
  await expect(page.locator('input[type=hidden][name=placeId]')).toHaveValue(/^(settlement|municipality):/);
  await page.locator('[name=period]').first().focus();
  await press('Space');
  await page.keyboard.press('Tab');
  await mainButton(page).focus();
  await Promise.all([page.waitForURL(/\/3$/), page.keyboard.press('Enter')]);
});

test('the organisation of a record is filled in, and one of the directory is picked from the list', async ({
  page,
}) => {
  await page.goto(say.site.directory);
  const record = page.locator('.card h3 a').first();
  const name = await textOf(record);
  await record.click();
  await page.locator('a[href*="enterprise="]').click();
  await page.getByRole('link', { name }).click();
  await expect(page.locator('[name=organisationName]')).toHaveValue(name);
  await expect(page.locator('input[name=organisationId]')).toHaveValue(/^\d+$/);
  await expect(page.locator('form[data-live]')).toBeVisible();
  await page.locator('[name=organisationName]').fill('');
  await expect(page.locator('input[name=organisationId]')).toHaveValue('');
  await page.locator('[name=organisationName]').pressSequentially(name.slice(0, 8));
  await page.getByRole('option').first().click();
  await expect(page.locator('input[name=organisationId]')).toHaveValue(/^\d+$/);
});

test('the exact place is shown on a map that comes only when it is asked for', async ({ page }) => {
  const scripts: string[] = [];
  await openStep(page, 2);
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.locator('.more > summary').click();
  await expect(page.locator('.pin-tools button').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const before = scripts.length;
  await page.locator('.pin-tools button').first().click();
  const map = page.locator('.pin-map .map-canvas');
  await expect(map).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
  await map.click({ position: { x: 150, y: 150 } });
  await expect(page.locator('[name=lat]')).toHaveValue(/^4\d\.\d+$/);
  await map.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=lng]')).toHaveValue(/^2\d\.\d+$/);
  await page.locator('.pin-tools .aslink').click();
  await expect(page.locator('[name=lat]')).toHaveValue('');
});

test('on a slow line a page is saved and left with one press, however often it is pressed', async ({ page }) => {
  test.setTimeout(90_000);
  await openStep(page, 1);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // Slow 3G, as Chromium's own tools have it.
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 },
  });
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.isNavigationRequest()) posts += 1;
  });
  await answerStep(page, 1, { email: '', title: '' });
  await mainButton(page).click();
  await mainButton(page)
    .click({ timeout: 1_000, noWaitAfter: true })
    .catch(() => {});
  await page.waitForURL(/\/2$/, { timeout: 40_000 });
  expect(posts).toBe(1);
});

test('no page of the form has a fault that axe finds, from the first to the status page', async ({ page }) => {
  test.setTimeout(120_000);
  const look = async (what: string) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await expectAccessible(page, what);
    await page.setViewportSize({ width: 1280, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${what} must not scroll sideways at 1280 px`).toBeLessThanOrEqual(0);
  };
  const told = { email: `axe-${Date.now()}@primer.example`, title: 'Strane koje svako može da čita' };
  await page.goto(say.start);
  await look('start');
  for (let number = 1; number <= 6; number += 1) {
    await page.goto(say.step(number));
    await look(`page ${number}`);
    await answerStep(page, number, told);
    await goOn(page);
  }
  await look('check');
  await page.goto(`${say.step(3)}?check=1`);
  await page.locator('[name=title]').fill('');
  await mainButton(page).click();
  await expect(page.locator('.errsum')).toBeVisible();
  await look('a page with faults');
  await answerStep(page, 3, told);
  await goOn(page);
  await page.goto(say.later);
  await look('later');
  await page.goto(say.check);
  await sendStory(page);
  await expect(page).toHaveTitle(say.words.received);
  await look('sent');
  const [confirm = ''] = await linksInMail(told.email, say.start);
  await page.goto(confirm);
  await look('confirm');
  await follow(page, page.locator('form[action="/api/story/confirm"] button'));
  await look('status');
  await page.setViewportSize({ width: 360, height: 800 });
  const step = await page.locator('#flow ~ ol li').first().boundingBox();
  expect(step?.width, 'a step of the story has the width of the page').toBeGreaterThan(300);
  expect(step?.height, 'and is not one letter in each line').toBeLessThan(100);
  await page.goto(say.myStory);
  await look('lost link');
});

test('a page of the form is the same whether it is kept or rendered as a whole', async ({ page }) => {
  const address = (prefix: string, step: number) => `${prefix}/${step}`;
  await page.goto('/imate-rec/upitnik/1');
  await page.locator('[name=organisationName]').fill('Zadruga <b>„Izvor“</b> & sinovi');
  await mainButton(page).click();
  await expect(page).toHaveURL(/upitnik/);
  // A header that only the server's own pages use leads around the kept page; nothing was put aside under this name.
  const mainOf = async (url: string, headers: Record<string, string>) => {
    const html = await (await page.request.get(url, { headers })).text();
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    return main.replace(/name="formTime" value="[^"]+"/, '').replace(/data-markup="[^"]+"/g, '');
  };
  for (const prefix of ['/imate-rec/upitnik', '/cir/imate-rec/upitnik', '/en/have-your-say/form']) {
    for (const step of [1, 2, 3, 4, 5, 6]) {
      const kept = await mainOf(address(prefix, step), {});
      expect(kept).toContain('<form');
      expect(kept).toBe(await mainOf(address(prefix, step), { 'x-story-kept': 'none' }));
    }
  }
});
