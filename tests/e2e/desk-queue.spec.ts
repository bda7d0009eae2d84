import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleAtAllWidths } from './support/axe';
import { joinDesk, plantWaiting } from './support/desk';
import { expect, test } from './support/fixtures';
import { follow } from './support/site';

const rows = (page: Page) => page.locator('.queue tbody tr');
const active = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test('the queue by keyboard: move, tick, look up keys, turn one off, take the next', async ({ page }) => {
  test.setTimeout(120_000);
  const [oldest = ''] = plantWaiting(3, 'tastatura');
  await joinDesk(page, 'Tamara', 'moderator');
  await page.goto('/ured?q=tastatura');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText(oldest);
  // The kept page with this person's part in it is the one that Next renders as a whole (a header of our own leads there).
  const htmlOf = async (headers: Record<string, string>) =>
    (await (await page.request.get('/ured?q=tastatura', { headers })).text())
      .replace(/^[\s\S]*<body/, '')
      .replace(/<script[\s\S]*$/, '')
      .replace(/data-markup="[^"]+"/g, '');
  expect(await htmlOf({})).toBe(await htmlOf({ 'x-story-kept': 'none' }));

  await page.keyboard.press('j');
  expect(await active(page)).toContain('tastatura 3');
  await page.keyboard.press('j');
  expect(await active(page)).toContain('tastatura 2');
  await page.keyboard.press('x');
  await expect(rows(page).nth(1).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('k');
  expect(await active(page)).toContain('tastatura 3');

  // While somebody types, letters are letters.
  await page.locator('#q').focus();
  await page.keyboard.press('f');
  await page.locator('#q').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('xjk?');
  await expect(page.locator('#q')).toHaveValue('tastaturaxjk?');
  await expect(page.locator('dialog[open]')).toHaveCount(0);

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog', { name: 'Prečice na tastaturi' });
  await expect(dialog).toBeVisible();
  for (const name of ['ovaj spisak', 'uzmite sledeću priču', 'sledeća u spisku', 'prethodna u spisku', 'filteri']) {
    await expect(dialog).toContainText(name);
  }
  const take = page.getByRole('button', { name: 'Uzmite sledeću' });
  await expect(take).toHaveAttribute('aria-keyshortcuts', 'n');
  await dialog.getByRole('checkbox', { name: 'n: uzmite sledeću priču' }).uncheck();
  await dialog.getByRole('button', { name: 'Zatvorite' }).click();
  await expect(take).not.toHaveAttribute('aria-keyshortcuts', 'n');
  await page.reload();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/ured\?q=tastatura$/);

  await page.keyboard.press('Shift+?');
  await dialog.getByRole('checkbox', { name: 'n: uzmite sledeću priču' }).check();
  await page.keyboard.press('Escape');
  await Promise.all([page.waitForURL(new RegExp(`/ured/price/${oldest}`)), page.keyboard.press('n')]);
  await page.goto('/ured?view=mine');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('vi');
});

test('several at once: a preview first, then done, then taken back as one', async ({ page }) => {
  test.setTimeout(120_000);
  plantWaiting(3, 'zajedno');
  await joinDesk(page, 'Zora', 'moderator');
  await page.goto('/ured?q=zajedno');
  for (const at of [0, 1]) await rows(page).nth(at).getByRole('checkbox').check();
  await page.getByLabel('Šta da uradimo sa izabranim pričama').selectOption('Uzmite');
  await follow(page, page.getByRole('button', { name: 'Pogledajte šta će se desiti' }));
  await expect(page.getByRole('heading', { level: 2, name: 'Sa 2 priče može' })).toBeVisible();
  await page.goto('/ured?q=zajedno&view=mine');
  await expect(rows(page)).toHaveCount(0);
  await page.goBack();
  await follow(page, page.getByRole('button', { name: 'Uradite sa 2 priče' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Šta je urađeno');
  await follow(page, page.getByRole('button', { name: 'Vratite sve' }));
  await expect(page.getByRole('status')).toContainText('Vraćeno u');
  await page.goto('/ured?q=zajedno&view=free');
  await expect(rows(page)).toHaveCount(3);
});

test('the queue reads well on a phone and on a screen, light and dark, in three scripts', async ({ page }) => {
  test.setTimeout(180_000);
  plantWaiting(2, 'izgled');
  await joinDesk(page, 'Ivana', 'coordinator');
  const pages = [
    '/ured',
    '/cir/ured?q=izgled',
    '/en/desk?view=spam',
    '/ured?fault=claimed',
    '/ured/zajedno?act=reject&item=1',
  ];
  for (const address of pages) {
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
    });
    await expectAccessibleAtAllWidths(page, 320);
  }
  await page.goto('/ured');
  await expect(page.locator('[aria-keyshortcuts]').first()).toBeAttached();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'the shortcuts');
});

test('twenty stories are decided by keyboard alone, one after the other, and the last one is taken back', async ({
  page,
}, { retry }) => {
  test.setTimeout(240_000);
  const tag = `dvadeset${'abc'[retry]}`;
  const references = plantWaiting(20, tag);
  await joinDesk(page, 'Dragana', 'moderator');
  await page.goto(`/ured?q=${tag}`);
  const press = async (key: string) => {
    // Before the page is alive, nobody hears the key.
    await expect(page.locator(`[data-key="${key}"][aria-keyshortcuts]`).first()).toBeAttached();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
  };
  await press('n');
  for (const [at, reference] of references.entries()) {
    await expect(page.locator('main')).toContainText(reference);
    if (at === 0) for (const check of ['1', '2', '3', '4', '5', '6']) await page.keyboard.press(check);
    await press('a');
  }
  await page.goto(`/ured?q=${tag}`);
  await expect(rows(page)).toHaveCount(0);
  await page.goto(`/ured/price/${references.at(-1)}`);
  await press('u');
  await page.goto(`/ured?q=${tag}&view=mine`);
  await expect(rows(page)).toHaveCount(1);
});
