import { expect, test } from './support/fixtures';
import { directory, SITES } from './support/site';

test('a visit asks no other host for anything, and leaves no cookie', async ({ page, context }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  for (const site of SITES) {
    await page.goto(site.home);
    await page.goto(directory(site, { q: 'zadruga' }));
    await page.locator('.card h3 a').first().click();
    await page.waitForLoadState('networkidle');
    await page.goto(site.about);
    await page.waitForLoadState('networkidle');
  }
  // A picture in a data: address has no host, and asks nobody.
  expect([...hosts].filter((host) => host !== '')).toHaveLength(1);
  expect(await context.cookies()).toEqual([]);
});

test('the browser is asked for the place only when the visitor presses the button', async ({ page, context }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 43.32, longitude: 21.9 });
  // Counted here and not in the page, which the visitor leaves with the answer.
  let asked = 0;
  await page.exposeFunction('placeAsked', () => {
    asked += 1;
  });
  await page.addInitScript(() => {
    const original = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    navigator.geolocation.getCurrentPosition = (...args) => {
      (window as unknown as { placeAsked: () => void }).placeAsked();
      original(...args);
    };
  });
  await page.goto(SITES[0]?.directory ?? '');
  await page.waitForLoadState('networkidle');
  expect(asked).toBe(0);
  const group = page.locator('.facet', { has: page.locator('.near-me') });
  if ((await group.getAttribute('open')) === null) await group.locator('> summary').click();
  await page.locator('.near-me button').click();
  await expect(page).toHaveURL(/near=43\.32\d*%2C21\.9\d*.*sort=distance|sort=distance.*near=/);
  expect(asked).toBe(1);
});
