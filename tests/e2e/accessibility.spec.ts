import { expectAccessible, expectAccessibleWords } from './support/axe';
import { expect, test } from './support/fixtures';
import { directory, idsShown, SERBIAN_LATIN, SITES, searchField } from './support/site';
import { STORY_SITES } from './support/story';

for (const site of SITES) {
  test(`${site.locale}: home, directory, record and the page about the data have no fault that axe finds`, async ({
    page,
  }) => {
    // Six pages, in the first script read by axe in two themes and widths.
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 360, height: 900 });
    await page.goto(directory(site, { q: 'zadruga' }));
    const record = (await page.locator('.card h3 a').first().getAttribute('href')) ?? '';
    const addresses = [
      site.home,
      directory(site, { q: 'zadruga', legalForm: 'cooperative' }),
      directory(site, { view: 'map' }),
      directory(site, { q: 'qqqqqqqq' }),
      record,
      site.about,
    ];
    for (const address of addresses) {
      await page.setViewportSize({ width: 360, height: 900 });
      await page.goto(address);
      // Colours, and the order of a wide page, are the same in every script.
      if (site !== SERBIAN_LATIN) {
        await expectAccessibleWords(page, `${address}, 360 px`);
        continue;
      }
      await expectAccessible(page, `${address}, 360 px`);
      await page.setViewportSize({ width: 1280, height: 900 });
      await expectAccessible(page, `${address}, 1280 px`);
    }
  });
}

test('the open list of suggestions and the page of filters have no fault that axe finds', async ({ page }) => {
  const site = SITES[0];
  if (!site) return;
  await page.goto(site.directory);
  await expect(searchField(page)).toHaveRole('combobox');
  await searchField(page).pressSequentially('nis');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expectAccessible(page, 'suggestions');

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.directory}#filteri`);
  await expect(page.locator('#filteri')).toBeVisible();
  await expectAccessible(page, 'filters');
});

test('at 320 px and with a text twice as large nothing is cut off and nothing scrolls sideways', async ({ page }) => {
  for (const site of SITES) {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const address of [site.home, site.directory, site.about]) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    }
    // Four times as large on a screen of 1280 by 1024: the forms of the public, with all that they say of what is missing.
    await page.setViewportSize({ width: 320, height: 256 });
    const say = STORY_SITES.find((each) => each.site.locale === site.locale);
    for (const step of [1, 2, 3, 4, 5, 6]) {
      await page.goto(`${say?.step(step)}?check=1`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `page ${step}`).toBeLessThanOrEqual(320);
      await expect(page.locator('.errsum')).toHaveCount(step === 5 ? 0 : 1);
    }
    await page.setViewportSize({ width: 640, height: 700 });
    await page.goto(site.directory);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    expect((await idsShown(page)).length).toBeGreaterThan(0);
  }
});
