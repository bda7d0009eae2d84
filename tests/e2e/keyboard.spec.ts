import { expect, test } from './support/fixtures';
import { SERBIAN_LATIN, SITES, searchField } from './support/site';

for (const site of SITES) {
  test(`${site.locale}: suggestions are reached, left and followed with the keyboard`, async ({ page }) => {
    await page.goto(site.directory);
    const field = searchField(page);
    await expect(field).toHaveRole('combobox');
    await field.focus();
    await page.keyboard.type('cac');
    const list = page.getByRole('listbox');
    await expect(list).toBeVisible();
    const options = list.getByRole('option');
    const count = await options.count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(8);
    await expect(field).toHaveAttribute('aria-expanded', 'true');

    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '');
    await expect(field).toHaveValue('cac');
    await expect(field).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');

    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(field).toHaveValue('cac');
    await expect(field).toBeFocused();

    await page.keyboard.press('ArrowDown');
    await expect(list).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(new RegExp(`${site.directory}$`));
  });

  test(`${site.locale}: Enter without a chosen suggestion searches for the typed text`, async ({ page }) => {
    await page.goto(site.directory);
    await expect(searchField(page)).toHaveRole('combobox');
    await searchField(page).focus();
    await page.keyboard.type('med');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/q=med/);
    await expect(searchField(page)).toHaveValue('med');
  });
}

test('a filter is opened, ticked and taken away with the keyboard alone, and the focus stays', async ({ page }) => {
  await page.goto(SERBIAN_LATIN.directory);
  const group = page.locator('.facet', { has: page.locator('input[name=legalForm]') });
  const summary = group.locator('> summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(group).not.toHaveAttribute('open');
  await page.keyboard.press('Enter');
  await expect(group).toHaveAttribute('open');
  await page.keyboard.press('Tab');
  const tick = group.locator('input').first();
  await expect(tick).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.locator('.chip')).toHaveCount(1);
  await expect(tick).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.locator('.chip')).toHaveCount(0);
  await expect(tick).toBeFocused();
});

test('the first stop of the Tab key skips to the content', async ({ page }) => {
  await page.goto(SERBIAN_LATIN.directory);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#/);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
