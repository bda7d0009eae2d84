import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { countsSaid, directory, idsShown, SERBIAN_LATIN, SITES } from './support/site';

test.use({ viewport: { width: 1280, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

/** The markers of the live map, once it has come. */
async function markersOf(page: Page): Promise<Locator> {
  await expect(page.locator('.map.is-live')).toBeVisible();
  const markers = page.locator('.map-button');
  await expect(markers.first()).toBeVisible();
  return markers;
}

/** How many records a marker's name says it stands for. */
const membersOf = (name: string) => Number(/^\d+/.exec(name)?.[0] ?? 1);

for (const site of SITES) {
  test(`${site.locale}: the map shows as many records as the list, and says how many it cannot show`, async ({
    page,
  }) => {
    await page.goto(directory(site, { targetGroup: 'rural_women' }));
    const markers = await markersOf(page);
    const names = await markers.evaluateAll((all) => all.map((marker) => marker.getAttribute('aria-label') ?? ''));
    const onMap = names.reduce((sum, name) => sum + membersOf(name), 0);
    const said = await page.locator('.map-foot p a').first().textContent();
    const { hits } = await countsSaid(page);
    expect(onMap + Number(/\d+/.exec(said ?? '')?.[0])).toBe(hits);
    await page.locator('.map-foot p a').first().click();
    expect((await countsSaid(page)).hits).toBe(hits - onMap);
  });
}

test('a pile is reached, opened and left with the keyboard, and the focus is never lost', async ({ page }) => {
  await page.goto(directory(SERBIAN_LATIN, { targetGroup: 'rural_women' }));
  const markers = await markersOf(page);
  const pile = page.getByRole('button', { name: /^\d+ preduzeć\p{L}+, .+okrug/u }).first();
  const name = (await pile.getAttribute('aria-label')) ?? '';
  await pile.focus();
  await expect(page.locator('.map-marker.is-on')).toHaveCount(1);

  await page.keyboard.press('ArrowDown');
  const neighbour = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(neighbour).toBeTruthy();
  expect(neighbour).not.toBe(name);

  await pile.focus();
  await page.keyboard.press('Enter');
  // A pile of one place opens a list, which bears the pile's name until its links are there; any other comes apart.
  const where = () =>
    page.evaluate((pileName) => {
      const active = document.activeElement;
      if (active?.closest('.map-list')) return 'in the list';
      if (!active?.closest('.map-button')) return 'lost';
      return active.getAttribute('aria-label') === pileName ? 'on the pile' : 'on a member';
    }, name);
  await expect.poll(where).toMatch(/^(in the list|on a member)$/);

  await page.keyboard.press('Escape');
  await expect(markers.and(page.getByRole('button', { name, exact: true })).first()).toBeFocused();
});

test('a card and its marker mark each other, by pointer and by keyboard', async ({ page }) => {
  await page.goto(directory(SERBIAN_LATIN, { targetGroup: 'rural_women' }));
  const markers = await markersOf(page);
  await page.locator('.card', { hasText: 'okrug' }).first().hover();
  await expect(page.locator('.map-marker.is-on')).toHaveCount(1);
  await page.locator('.card', { hasText: 'okrug' }).nth(1).getByRole('heading').getByRole('link').focus();
  await expect(page.locator('.map-marker.is-on')).toHaveCount(1);

  const before = page.locator('.card.is-on');
  await markers.first().focus();
  await expect(before.first()).toBeVisible();
});

test('"only what the map shows" is off at first, narrows the list when chosen, and stays in the address', async ({
  page,
}) => {
  await page.goto(SERBIAN_LATIN.directory);
  await markersOf(page);
  const tick = page.getByLabel('Samo ono što je na mapi');
  await expect(tick).not.toBeChecked();
  const { hits } = await countsSaid(page);
  await page.getByRole('button', { name: 'Uvećaj' }).click();
  await page.getByRole('button', { name: 'Uvećaj' }).click();
  await expect(page).toHaveURL(/map=/);
  expect((await countsSaid(page)).hits).toBe(hits);

  await tick.check();
  await expect(page).toHaveURL(/bbox=/);
  await expect.poll(async () => (await countsSaid(page)).hits).toBeLessThan(hits);
  const narrowed = await idsShown(page);
  await page.reload();
  await expect(tick).toBeChecked();
  expect(await idsShown(page)).toEqual(narrowed);
  await page.locator('.chip').click();
  await expect(tick).not.toBeChecked();
  expect((await countsSaid(page)).hits).toBe(hits);
});

test('the wheel scrolls the page over the map; it zooms only with Ctrl', async ({ page }) => {
  await page.goto(SERBIAN_LATIN.directory);
  await markersOf(page);
  await page.locator('.map').hover();
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  expect(page.url()).not.toContain('map=');
});

test('on a phone the list comes first, no map is loaded, and the map is one tap away', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(SERBIAN_LATIN.directory);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.cards')).toBeVisible();
  await expect(page.locator('.map-side')).toBeHidden();
  expect(scripts.filter((url) => url.includes('/api/map'))).toEqual([]);
  await page.locator('.phonebar').getByRole('link', { name: SERBIAN_LATIN.words.map }).click();
  await markersOf(page);
  await expect(page.locator('.cards')).toBeHidden();
});
