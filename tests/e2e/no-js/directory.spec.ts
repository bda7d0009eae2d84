import { expect, test } from '../support/fixtures';
import {
  countsSaid,
  directory,
  follow,
  idsShown,
  namesShown,
  SERBIAN_LATIN,
  SITES,
  searchField,
  textOf,
} from '../support/site';

for (const site of SITES) {
  test(`${site.locale}: search, filters, paging, record and language work without JavaScript`, async ({ page }) => {
    await page.goto(site.home);
    await searchField(page).fill('zadruga');
    await follow(page, page.locator('main').getByRole('button', { name: site.words.search, exact: true }));
    expect((await namesShown(page)).length).toBeGreaterThan(0);

    const row = page.locator('.facets label:has(input[name=legalForm][value=cooperative])');
    const promised = Number(await textOf(row.locator('.n')));
    await row.locator('input').check();
    await follow(page, page.locator('.facets-submit button'));
    await expect(page.locator('.chip')).toHaveCount(1);
    await expect(searchField(page)).toHaveValue('zadruga');
    expect((await countsSaid(page)).hits).toBe(promised);

    await page.locator('.chip').click();
    await expect(page.locator('.chip')).toHaveCount(0);

    await page.goto(site.directory);
    const first = await idsShown(page);
    await follow(page, page.locator('.pages').getByRole('link', { name: site.words.next }));
    const second = await idsShown(page);
    expect(second.length).toBeGreaterThan(0);
    expect(second.filter((id) => first.includes(id))).toEqual([]);

    const name = (await namesShown(page))[0] ?? '';
    await page.locator('.card h3 a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

    for (const other of SITES) {
      await page.locator(`header a[hreflang=${other.locale}]:visible`).first().click();
      await expect(page.locator('html')).toHaveAttribute('lang', other.locale);
    }
  });

  test(`${site.locale}: on a phone, filters and map are pages of their own, reached by links`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(directory(site, { targetGroup: 'rural_women' }));
    await expect(page.locator('.cards')).toBeVisible();
    await expect(page.locator('.map-side')).toBeHidden();

    await page.locator('.phonebar').getByRole('link', { name: site.words.filters }).click();
    const filters = page.locator('#filteri');
    await expect(filters).toBeVisible();
    await expect(filters.locator('.facets-submit button')).toBeInViewport();
    await filters.locator('.facets-submit button').click();
    await expect(page.locator('.cards')).toBeVisible();
    await expect(filters).toBeHidden();

    await page.locator('.phonebar').getByRole('link', { name: site.words.map }).click();
    await expect(page).toHaveURL(/view=map/);
    await expect(page.locator('.map-side svg').first()).toBeVisible();
    await expect(page.locator('.cards')).toBeHidden();
  });
}

test.describe('what is not found', () => {
  test.use({ expectedErrors: [/404/] });

  test('an address that leads nowhere says so in its language, and leads on', async ({ page }) => {
    const there = [
      ['/nema-je', 'Te strane nema'],
      ['/cir/preduzeca/nema-je', 'Те стране нема'],
      ['/en/stories/not-there', 'There is no such page'],
    ] as const;
    for (const [address, title] of there) {
      expect((await page.goto(address))?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await page.locator('#not-found-search').fill('pekara');
      await page.locator('#not-found-search').press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
      expect(new URL(page.url()).searchParams.get('q')).toBe('pekara');
    }
  });
});

test('"show all" leads to a page with every value, and its ticks can be chosen', async ({ page }) => {
  const site = SERBIAN_LATIN;
  await page.goto(site.directory);
  const facet = page.locator('details[data-facet=district]').first();
  const link = facet.locator('a.facet-more');
  const all = Number(/\d+/.exec(await textOf(link))?.[0]);
  await follow(page, link);
  const notStated = await facet.locator('input[value=not_stated]').count();
  await expect(facet.locator('input')).toHaveCount(all + notStated);
  const last = facet.locator('.facet-more li').last();
  const promised = Number(await textOf(last.locator('.n')));
  await last.locator('input').check();
  await follow(page, page.locator('.facets-submit button'));
  expect((await countsSaid(page)).hits).toBe(promised);
});
