import { expect, test } from '../support/fixtures';
import { countsSaid, follow, searchField, textOf } from '../support/site';
import { STORY_SITES, storiesAt } from '../support/stories';

for (const site of STORY_SITES) {
  test(`${site.locale}: stories are found, filtered, paged and read without JavaScript`, async ({ page }) => {
    await page.goto(site.list);
    await searchField(page).fill('маске');
    await follow(page, page.locator('.dir-top button'));
    await expect(searchField(page)).toHaveValue('маске');

    const row = page.locator('.facets label:has(input[name=beneficiary][value=health_workers])');
    const promised = Number(await textOf(row.locator('.n')));
    await row.locator('input').check();
    await follow(page, page.locator('.facets-submit button'));
    expect((await countsSaid(page)).hits).toBe(promised);
    await expect(page.locator('.map-side svg a').first()).toHaveAttribute('href', /./);

    await page.goto(site.list);
    await follow(page, page.locator('.pages .next'));
    await expect(page.locator('.card h3').first()).toBeVisible();

    await page.goto(storiesAt(site, { q: 'liceulice' }));
    const title = (await page.locator('.card h3').first().textContent()) ?? '';
    await page.locator('.card h3 a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('.story')).toContainText(site.collected);
    await page.locator('.crumbs a').first().click();
    await expect(page).toHaveURL(new RegExp(`${site.list}$`));
  });
}
