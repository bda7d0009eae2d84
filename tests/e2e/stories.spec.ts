import { expectAccessible, expectAccessibleWords } from './support/axe';
import { expect, test } from './support/fixtures';
import { countsSaid, searchField, textOf } from './support/site';
import { STORY_SITES, storiesAt } from './support/stories';

for (const site of STORY_SITES) {
  test.describe(site.locale, () => {
    test('a visitor goes from a record to its story and back, and from the story to its search', async ({ page }) => {
      await page.goto(site.record);
      const link = page.locator('section', { has: page.locator('#stories') }).getByRole('link', { name: site.story });
      await link.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.story);
      await expect(page.locator('.story')).toContainText(site.collected);
      await expect(page.locator(`.nav a[aria-current=page]`)).toHaveText(site.nav);
      await page.getByRole('link', { name: site.recordLink }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.recordName);

      await page.goto(storiesAt(site, { q: 'liceulice' }));
      await page.locator('.card h3 a').first().click();
      await page.getByRole('link', { name: site.back }).click();
      await expect(page).toHaveURL(/q=liceulice/);
    });

    test('a tick of a facet gives the number beside it, on the list and on the map', async ({ page }) => {
      await page.goto(site.list);
      const row = page.locator('.facets label', { hasText: site.masks });
      const promised = Number(await textOf(row.locator('.n')));
      await row.click();
      await expect(page.locator('.chip')).toHaveCount(1);
      expect((await countsSaid(page)).hits).toBe(promised);
      await expect(page).toHaveURL(/practiceType=masks/);
      await expect(page.locator('.map.is-live')).toBeVisible();
      await page.locator('.chip').click();
      await expect(page.locator('.chip')).toHaveCount(0);
    });

    test('the field suggests stories, in the directory in a group of their own', async ({ page }) => {
      await page.goto(site.list);
      await expect(searchField(page)).toHaveRole('combobox');
      await searchField(page).pressSequentially('liceuli');
      await page.getByRole('option', { name: site.story }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.story);

      await page.goto(site.record.replace(/\/liceulice$/, ''));
      await expect(searchField(page)).toHaveRole('combobox');
      await searchField(page).pressSequentially('liceuli');
      await expect(page.getByRole('group', { name: site.suggestions }).getByRole('option')).toHaveText([/./]);
    });
  });
}

test('a marker of the map opens the story that stands there', async ({ page }) => {
  const [site] = STORY_SITES;
  await page.goto(storiesAt(site, { q: 'Kladovo' }));
  const marker = page.locator('.map.is-live .map-button');
  await expect(marker).toHaveCount(1);
  await expect(marker).toHaveAccessibleName(/Rukotvorke.*Kladovo/);
  await marker.click();
  await page.getByRole('dialog').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Rukotvorke/);
});

test('a story says of itself what search engines and readers of feeds ask for', async ({ page, request }) => {
  const [site, , english] = STORY_SITES;
  await page.goto(storiesAt(site, { q: 'Liceulice' }));
  await page.locator('.card h3 a').first().click();
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data).toMatchObject({ '@type': 'Article', headline: site.story, isBasedOn: expect.stringMatching(/^https/) });
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/price\/ulicni-magazin/);
  await expect(page.locator('link[rel=alternate][hreflang=en]')).toHaveAttribute(
    'href',
    /\/en\/stories\/ulicni-magazin/,
  );
  const picture = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
  expect((await request.get(new URL(picture).pathname)).headers()['content-type']).toBe('image/png');
  const feed = (await page.locator('link[type="application/atom+xml"]').getAttribute('href')) ?? '';
  const atom = await request.get(feed);
  expect(atom.headers()['content-type']).toContain('application/atom+xml');
  const { address, parsed } = await page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      return { address: location.href, parsed: document.querySelectorAll('entry > title').length };
    },
    await atom.text(),
  );
  expect(parsed).toBe(30);
  const map = await (await request.get('/sitemap.xml')).text();
  expect(map).toContain(`<loc>${address}</loc>`);
  expect(map).toContain(english.list);
});

test.describe('an address that names no story', () => {
  test.use({ expectedErrors: [/404/] });

  test('is not found, and the page leads on', async ({ page }) => {
    const response = await page.goto('/price/nema-takve-price');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

for (const site of STORY_SITES) {
  test(`${site.locale}: list, empty list and story have no fault that axe finds`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.goto(storiesAt(site, { q: 'liceulice' }));
    const story = (await page.locator('.card h3 a').first().getAttribute('href')) ?? '';
    for (const address of [storiesAt(site, { practiceType: 'masks' }), storiesAt(site, { q: 'qqqqq' }), story]) {
      await page.setViewportSize({ width: 360, height: 900 });
      await page.goto(address);
      if (site.locale !== 'sr-Latn') {
        await expectAccessibleWords(page, `${address}, 360 px`);
        continue;
      }
      await expectAccessible(page, `${address}, 360 px`);
      await page.setViewportSize({ width: 1280, height: 900 });
      await expectAccessible(page, `${address}, 1280 px`);
    }
  });
}
