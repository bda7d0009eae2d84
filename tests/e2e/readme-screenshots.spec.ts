import { expect, test } from './support/fixtures';
import { directory, SERBIAN_LATIN } from './support/site';

test.use({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });

test('the two pictures of the README', async ({ page }) => {
  await page.goto(SERBIAN_LATIN.home);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: 'docs/screenshots/home.png' });

  await page.goto(directory(SERBIAN_LATIN, { targetGroup: 'rural_women' }));
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.map-side button').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: 'docs/screenshots/directory.png' });
});
