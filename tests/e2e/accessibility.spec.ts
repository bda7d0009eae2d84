import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/fixtures';
import { directory, idsShown, SITES, searchField } from './support/site';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [360, 1280];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of WIDTHS) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });
      // Six pages, each read whole by axe.
      test.setTimeout(120_000);

      for (const site of SITES) {
        test(`${site.locale}: home, directory, record and the page about the data have no fault that axe finds`, async ({
          page,
        }) => {
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
            await page.goto(address);
            await page.waitForLoadState('networkidle');
            const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
            const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
            expect(faults, address).toEqual([]);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            expect(overflow, `${address} must not scroll sideways`).toBeLessThanOrEqual(0);
          }
        });
      }
    });
  }
}

test('the open list of suggestions and the page of filters have no fault that axe finds', async ({ page }) => {
  const site = SITES[0];
  if (!site) return;
  await page.goto(site.directory);
  await expect(searchField(page)).toHaveRole('combobox');
  await searchField(page).pressSequentially('nis');
  await expect(page.getByRole('listbox')).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.directory}#filteri`);
  await expect(page.locator('#filteri')).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
});

test('at 320 px and with a text twice as large nothing is cut off and nothing scrolls sideways', async ({ page }) => {
  for (const site of SITES) {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const address of [site.home, site.directory, site.about]) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
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
