import { expect, test } from '../support/fixtures';
import { follow, textOf } from '../support/site';
import { answerStep, comeFromElsewhere, fillForm, goOn, linksInMail, STORY_SITES, sendStory } from '../support/story';

// Refusals have statuses of 4xx, and the browser says so.
test.use({ expectedErrors: [/the server responded with a status of 4\d\d/] });
test.beforeEach(({ context }) => comeFromElsewhere(context));

for (const say of STORY_SITES) {
  const { site, words } = say;

  test(`${site.locale}: a story goes from the first page to the status page without JavaScript`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 320, height: 700 });
    const told = {
      email: `nojs-${site.locale}-${Date.now()}@primer.example`,
      title: `Maske za ${site.locale} bez skripta`,
    };
    await page.goto(say.start);
    await follow(page, page.getByRole('link', { name: words.begin, exact: true }));

    // Nothing answered: the page says what, in the title too, and the links lead to the questions.
    await goOn(page);
    await expect(page).toHaveTitle(new RegExp(`^${words.errorTitle}`));
    const line = page.locator('.errsum a').first();
    await expect(page.locator('.q .msg').first()).toHaveText(await textOf(line));
    await line.click();
    await expect(page.locator('[name=organisationName]')).toBeFocused();

    await fillForm(page, say, told);
    await expect(page.locator('.preview h2').first()).toBeVisible();
    await expect(page.locator('.answers', { hasText: told.title })).toHaveCount(1);
    await expect(page.locator('.answers')).toHaveCount(6);
    await expect(page.locator('.answers div', { hasText: told.email }).locator('.secret')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    await sendStory(page);
    await expect(page).toHaveTitle(words.received);
    const reference = await textOf(page.locator('.ref'));
    expect(reference).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}$/);

    // Opening the link changes nothing; pressing the button does.
    const [confirm = ''] = await linksInMail(told.email, say.start);
    await page.goto(confirm);
    await page.goto(confirm);
    await follow(page, page.locator('form[action="/api/story/confirm"] button'));
    await expect(page.locator('.ref')).toHaveText(reference);
    await expect(page.locator('.timeline li').first()).toBeVisible();
    expect(page.url()).toContain(say.myStory);
  });
}

const [say] = STORY_SITES;
if (!say) throw new Error('there is no language');

test('a story is edited, withdrawn and erased from its page, each after a question', async ({ page }) => {
  test.setTimeout(90_000);
  const told = { email: `acts-${Date.now()}@primer.example`, title: 'Priča koja se menja i povlači' };
  await fillForm(page, say, told);
  await sendStory(page);
  const [confirm = ''] = await linksInMail(told.email, say.start);
  await page.goto(confirm);
  await follow(page, page.locator('form[action="/api/story/confirm"] button'));
  const status = page.url();

  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('form[action="/api/story/export"] button').click(),
  ]);
  expect(archive.suggestedFilename()).toMatch(/\.zip$/);

  await follow(page, page.locator('.acts button[value=edit]'));
  await follow(page, page.locator('.answers a[href*="f-title"]'));
  await page.locator('[name=title]').fill('Priča koja je promenjena');
  await goOn(page);
  await expect(page).toHaveURL(new RegExp(say.check));
  await sendStory(page);
  await page.goto(status);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Priča koja je promenjena');

  await follow(page, page.locator('.acts a[href*="ask=withdraw"]'));
  await follow(page, page.locator('button[value=withdraw]'));
  await expect(page.locator('.notice.good')).toBeVisible();
  await follow(page, page.locator('.acts a[href*="ask=erase"]'));
  await follow(page, page.locator('button[value=erase]'));
  await expect(page.locator('.errsum')).toBeVisible();
  await page.locator('[name=sure]').check();
  await follow(page, page.locator('button[value=erase]'));
  await page.goto(status);
  await expect(page.locator('[name=reference]')).toBeVisible();
});

test('who comes back with the link of the mail goes on where they stopped; wrong addresses lock it', async ({
  page,
  browser,
}) => {
  test.setTimeout(60_000);
  const email = `later-${Date.now()}@primer.example`;
  await page.goto(say.step(1));
  await answerStep(page, 1, { email, title: '' });
  await follow(page, page.locator('.go button[value=later]'));
  await page.locator('[name=email]').fill('ovo nije adresa');
  await follow(page, page.locator('.plainform button.btn'));
  await expect(page.locator('.errsum')).toBeVisible();
  await page.locator('[name=email]').fill(email);
  await follow(page, page.locator('.plainform button.btn'));
  const [link = ''] = await linksInMail(email, say.start);

  const device = await browser.newContext({ javaScriptEnabled: false, baseURL: new URL(page.url()).origin });
  await comeFromElsewhere(device);
  const other = await device.newPage();
  await other.goto(link);
  await other.locator('[name=email]').fill('neko.drugi@primer.example');
  await follow(other, other.locator('.plainform button.btn'));
  await expect(other.locator('.errsum')).toBeVisible();
  await other.locator('[name=email]').fill(email.toUpperCase());
  await follow(other, other.locator('.plainform button.btn'));
  await expect(other.locator('[name=organisationName]')).toHaveValue('Udruženje Vredne ruke');
  await other.goto(link);
  for (let times = 0; times < 4; times += 1) {
    await other.locator('[name=email]').fill('neko.drugi@primer.example');
    await follow(other, other.locator('.plainform button.btn'));
  }
  await expect(other.locator('[name=email]')).toHaveCount(0);
  await device.close();
});

test('a text that is far too long comes back whole, and says why', async ({ page, request }) => {
  const long = 'Šile smo maske. '.repeat(20_000).trim();
  await page.goto(say.step(3));
  await page.locator('[name=whatWasDone]').fill(long);
  await page.locator('[name=title]').fill('Naslov koji ostaje');
  await goOn(page);
  await expect(page).toHaveTitle(new RegExp(`^${say.words.errorTitle}`));
  await expect(page.locator('.notice.err')).toBeVisible();
  await expect(page.locator('[name=title]')).toHaveValue('Naslov koji ostaje');
  expect(await page.locator('[name=whatWasDone]').inputValue()).toBe(long);

  // Ten megabytes and more: too much for a page to be worked with, but nothing is lost.
  const longer = `Početak <b>${'ђ'.repeat(5_000_000)}</b> kraj`;
  const answer = await request.post('/api/story/save', {
    headers: { origin: new URL(page.url()).origin },
    multipart: { page: 'happened', locale: 'sr-Latn', whatWasDone: longer, go: 'next' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(413);
  expect((await answer.text()).includes(longer.replace(/[<>]/g, (sign) => `&#${sign.charCodeAt(0)};`))).toBe(true);
});

test('a draft that is gone: the text stays in the page, and the next press saves it anew', async ({
  page,
  context,
}) => {
  await page.goto(say.step(1));
  await answerStep(page, 1, { email: '', title: '' });
  await context.addCookies([{ name: 'story_draft', value: 'x'.repeat(32), url: new URL('/', page.url()).href }]);
  await goOn(page);
  await expect(page.locator('.notice.err')).toBeVisible();
  await expect(page.locator('[name=organisationName]')).toHaveValue('Udruženje Vredne ruke');
  await goOn(page);
  await expect(page).toHaveURL(/\/2$/);
});

test('a post of another site changes nothing, and the text is there to be sent again', async ({ page, request }) => {
  await page.goto(say.step(1));
  const answer = await request.post('/api/story/save', {
    headers: { origin: 'https://zli.example' },
    form: { page: 'organisation', locale: 'en', organisationName: 'Zadruga', go: 'next' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('value="Zadruga"');
  expect(answer.headers()['set-cookie']).toBeUndefined();
});

test('the last button pressed twice, and again after going back, sends one story', async ({ page }) => {
  test.setTimeout(60_000);
  const told = { email: `twice-${Date.now()}@primer.example`, title: 'Priča koja se šalje dvaput' };
  await fillForm(page, say, told);
  await page.locator('form[action="/api/story/send"] button[type=submit]').dblclick();
  await page.waitForURL(new RegExp(say.sent));
  const reference = await textOf(page.locator('.ref'));
  await page.goBack();
  await page.waitForLoadState();
  const button = page.locator('form[action="/api/story/send"] button[type=submit]');
  if ((await button.count()) > 0) await follow(page, button);
  await expect(page.locator('.ref')).toHaveText(reference);
});
