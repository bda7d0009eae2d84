import { expect, test } from './support/fixtures';
import { countsSaid, directory, idsShown, SERBIAN_LATIN, SITES, searchField, textOf } from './support/site';

for (const site of SITES) {
  test.describe(site.locale, () => {
    test('the number beside a filter is the number of enterprises after choosing it', async ({ page }) => {
      await page.goto(site.directory);
      const { all } = await countsSaid(page);
      for (const name of ['legalForm', 'targetGroup']) {
        const tick = page.locator(`.facets input[name=${name}]:visible`).first();
        const value = await tick.getAttribute('value');
        await tick.check();
        await expect(page).toHaveURL(new RegExp(`${name}=${value}`));
        const promised = page.locator(`.facets label:has(input[name=${name}][value="${value}"]) .n`);
        await expect.poll(async () => (await countsSaid(page)).hits).toBe(Number(await textOf(promised)));
        expect((await countsSaid(page)).all).toBe(all);
      }
      await expect(page.locator('.chip')).toHaveCount(2);
      await page.locator('.chip').first().click();
      await expect(page.locator('.chip')).toHaveCount(1);
      await page.locator('.chips').getByRole('link', { name: site.words.clearAll }).click();
      await expect(page.locator('.chip')).toHaveCount(0);
      expect((await countsSaid(page)).hits).toBe(all);
    });

    test('"not stated" is a filter too, and its number is right', async ({ page }) => {
      await page.goto(site.directory);
      const row = page.locator('.facets label:has(input[name=legalForm][value=not_stated])');
      await expect(row).toContainText(site.words.notStated);
      const promised = Number(await textOf(row.locator('.n')));
      await row.locator('input').check();
      await expect.poll(async () => (await countsSaid(page)).hits).toBe(promised);
    });

    test('the language switch keeps the query', async ({ page }) => {
      await page.goto(directory(site, { q: 'zadruga', legalForm: 'cooperative' }));
      const { hits } = await countsSaid(page);
      for (const other of SITES) {
        await page.locator(`header a[hreflang=${other.locale}]:visible`).first().click();
        await expect(page).toHaveURL(new RegExp(`${other.directory}\\?`));
        await expect(page.locator('html')).toHaveAttribute('lang', other.locale);
        await expect(searchField(page)).toHaveValue('zadruga');
        await expect(page.locator('.facets input[name=legalForm][value=cooperative]')).toBeChecked();
        expect((await countsSaid(page)).hits).toBe(hits);
      }
    });
  });
}

test('ticks keep the focus, go back with "back", and a copied link gives the same records', async ({
  page,
  context,
}) => {
  const site = SERBIAN_LATIN;
  await page.goto(site.directory);
  const before = await idsShown(page);
  const tick = page.locator('.facets input[name=targetGroup]:visible').first();
  await tick.check();
  await expect(page.locator('.chip')).toHaveCount(1);
  await expect(tick).toBeFocused();
  const filtered = await idsShown(page);
  expect(filtered).not.toEqual(before);

  const copied = await context.newPage();
  await copied.goto(page.url());
  expect(await idsShown(copied)).toEqual(filtered);
  await copied.close();

  await page.reload();
  expect(await idsShown(page)).toEqual(filtered);
  await page.goBack();
  await expect(page.locator('.chip')).toHaveCount(0);
  await expect(page.locator('.facets input[name=targetGroup]:visible').first()).not.toBeChecked();
  expect(await idsShown(page)).toEqual(before);
});

test('chips stand in the order of choosing', async ({ page }) => {
  await page.goto(SERBIAN_LATIN.directory);
  const chosen: string[] = [];
  for (const name of ['legalForm', 'targetGroup', 'basis']) {
    const row = page.locator(`.facets label:has(input[name=${name}]:not(:checked)):visible`).first();
    chosen.push(await textOf(row.locator('span').first()));
    // By its value: the form is written anew after a choice, and the first that is not chosen is then another one.
    const value = await row.locator('input').getAttribute('value');
    await page.locator(`.facets input[name=${name}][value="${value}"]`).check();
    await expect(page.locator('.chip')).toHaveCount(chosen.length);
  }
  const shown = await page.locator('.chip').evaluateAll((chips) => chips.map((chip) => chip.firstChild?.textContent));
  expect(shown).toEqual(chosen);
});

test('in another order, page after page, every record comes once', async ({ page }) => {
  // Nine whole pages, one after another.
  test.setTimeout(90_000);
  await page.goto(SERBIAN_LATIN.directory);
  await page.getByRole('combobox', { name: SERBIAN_LATIN.words.order }).selectOption('newest');
  await expect(page).toHaveURL(/sort=newest/);
  const { hits } = await countsSaid(page);
  const seen: string[] = [];
  for (let number = 1; ; number++) {
    seen.push(...(await idsShown(page)));
    const next = page.locator('.pages').getByRole('link', { name: SERBIAN_LATIN.words.next });
    if ((await next.count()) === 0) break;
    await next.click();
    await expect(page).toHaveURL(new RegExp(`sort=newest&page=${number + 1}`));
  }
  expect(seen.length).toBe(hits);
  expect(new Set(seen).size).toBe(hits);
});

test('a page beyond the last one shows the last one', async ({ page }) => {
  await page.goto(directory(SERBIAN_LATIN, { page: '999' }));
  expect((await idsShown(page)).length).toBeGreaterThan(0);
  await expect(page.locator('.pages [aria-current=page]')).toBeVisible();
});

test('an empty result says which filter to drop and how many that gives', async ({ page }) => {
  await page.goto(directory(SERBIAN_LATIN, { q: 'zadruga', yearFrom: '1800', yearTo: '1801' }));
  await expect(page.locator('.results .card')).toHaveCount(0);
  const way = page.locator('.empty li').first();
  const promised = Number(/(\d+)\D*$/.exec(await textOf(way))?.[1]);
  await way.getByRole('link').click();
  await expect(page.locator('.empty')).toHaveCount(0);
  expect((await countsSaid(page)).hits).toBe(promised);
});

test('distance is measured from a place that the visitor types', async ({ page }) => {
  await page.goto(directory(SERBIAN_LATIN, { from: 'nis', radiusKm: '50', sort: 'distance' }));
  const distances = await page
    .locator('.card .meta')
    .evaluateAll((metas) =>
      metas.map((meta) => Number(/([\d,]+) km/.exec(meta.textContent ?? '')?.[1]?.replace(',', '.'))),
    );
  expect(distances.length).toBeGreaterThan(0);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  expect(Math.max(...distances)).toBeLessThanOrEqual(50);
});

test('the downloads hold exactly the rows of the filter', async ({ page, request }) => {
  await page.goto(directory(SERBIAN_LATIN, { q: 'zadruga', legalForm: 'cooperative' }));
  const { hits } = await countsSaid(page);
  const links = await page
    .locator('.dir-tools a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const geojson = links.find((href) => href.includes('.geojson'));
  expect(geojson).toBeDefined();
  const collection = await (await request.get(geojson ?? '')).json();
  expect(collection.features).toHaveLength(hits);
});

test('"show all" brings every value of a filter, on the same page, and what is chosen in it stays', async ({
  page,
}) => {
  await page.goto(SERBIAN_LATIN.directory);
  const before = await page.evaluate(() => performance.timeOrigin);
  const facet = page.locator('details[data-facet=district]').first();
  const first = await facet.locator('input').count();
  const link = facet.locator('a.facet-more');
  const all = Number(/\d+/.exec(await textOf(link))?.[0]);
  await link.focus();
  await page.keyboard.press('Enter');
  const notStated = await facet.locator('input[value=not_stated]').count();
  await expect(facet.locator('input')).toHaveCount(all + notStated);
  expect(first).toBeLessThan(all);
  await expect(facet.locator('.facet-more > summary')).toBeFocused();

  const last = facet.locator('.facet-more li').last();
  const promised = Number(await textOf(last.locator('.n')));
  await last.locator('input').check();
  await expect.poll(async () => (await countsSaid(page)).hits).toBe(promised);
  await expect(facet.locator('input')).not.toHaveCount(first);
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(before);
});

test('what a visitor opened, closed and typed stays while the list changes', async ({ page }) => {
  await page.goto(SERBIAN_LATIN.directory);
  const closed = page.locator('details[data-facet=targetGroup]').first();
  const opened = page.locator('details[data-facet=near]');
  await closed.locator('summary').first().click();
  await opened.locator('summary').click();
  await page.locator('.facets input[name=legalForm]:visible').first().check();
  await expect(page.locator('.chip')).toHaveCount(1);
  await expect(closed).not.toHaveAttribute('open');
  await expect(opened).toHaveAttribute('open');
  await page.goBack();
  await expect(page.locator('.chip')).toHaveCount(0);
  await expect(page.locator('.facets input[name=legalForm]:visible').first()).not.toBeChecked();
  await expect(page.locator('.foot')).toBeVisible();
});
