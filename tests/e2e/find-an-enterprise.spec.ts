import { expect, test } from './support/fixtures';
import { directory, idsShown, namesShown, SITES, searchField } from './support/site';

/** One enterprise, in the ways in which people write it. */
const SPELLINGS = ['naša kuća', 'nasa kuca', 'NASA KUCA', 'наша кућа', 'u našoj kući', '"naša kuća"'];
const NAME = { 'sr-Latn': 'Naša kuća', 'sr-Cyrl': 'Наша кућа', en: 'Naša kuća' };

for (const site of SITES) {
  test.describe(site.locale, () => {
    test('a visitor finds an enterprise from the home page, typing without diacritics', async ({ page }) => {
      await page.goto(site.home);
      await searchField(page).fill('nasa kuca');
      await page.getByRole('button', { name: site.words.search, exact: true }).first().click();
      await expect(page).toHaveURL(new RegExp(`${site.directory}\\?.*q=nasa\\+kuca`));
      const card = page.locator('.results .card', { hasText: NAME[site.locale] }).first();
      await expect(card).toBeVisible();
      await card.getByRole('heading').getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME[site.locale]);
    });

    for (const spelling of SPELLINGS) {
      test(`finds it as ${spelling}`, async ({ page }) => {
        await page.goto(directory(site, { q: spelling }));
        expect(await namesShown(page)).toContain(NAME[site.locale]);
        await expect(searchField(page)).toHaveValue(spelling);
      });
    }

    test('Latin, bald and Cyrillic spellings give the same records in the same order', async ({ page }) => {
      const found: string[][] = [];
      for (const q of ['čačak', 'cacak', 'чачак', 'ČAČAK']) {
        await page.goto(directory(site, { q }));
        found.push(await idsShown(page));
      }
      expect(found[0]?.length).toBeGreaterThan(0);
      for (const ids of found) expect(ids).toEqual(found[0]);
    });

    test('a misspelt word is searched for in its right spelling, and the page says so', async ({ page }) => {
      await page.goto(directory(site, { q: 'zadrufa' }));
      const notice = page.locator('.results .notice');
      await expect(notice).toBeVisible();
      expect((await idsShown(page)).length).toBeGreaterThan(0);
      await expect(searchField(page)).toHaveValue('zadrufa');
      await notice.getByRole('link').click();
      await expect(page).toHaveURL(/exact=1/);
      await expect(page.locator('.results .card')).toHaveCount(0);
    });

    test('a text of signs alone finds nothing and the page says why', async ({ page }) => {
      await page.goto(directory(site, { q: '!!! ???' }));
      await expect(page.locator('.results .notice')).toHaveText(site.words.nothingToSearch);
      await expect(page.locator('.results .card')).toHaveCount(0);
    });
  });
}

test('an address that leads nowhere says so inside the whole frame of the site', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/);
  for (const address of ['/preduzeca/nema-ga', '/nema-te-strane']) {
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.locator('header .brand')).toBeVisible();
    await expect(page.locator('.not-found h1')).toBeVisible();
    await expect(page.locator('.foot a').first()).toBeVisible();
  }
});
