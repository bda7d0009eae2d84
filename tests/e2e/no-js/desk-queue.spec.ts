import { joinDesk, plantWaiting } from '../support/desk';
import { expect, test } from '../support/fixtures';
import { follow } from '../support/site';

test('the queue is worked with plain forms alone: filter, save the filter, take, put back together', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const [oldest = ''] = plantWaiting(2, 'samoobrasci');
  await joinDesk(page, 'Bojana', 'moderator');
  const rows = page.locator('.queue tbody tr');
  await page.goto('/ured');
  await expect(page.getByRole('button', { name: /Prečice/ })).toBeHidden();
  await page.locator('.queue-filters summary').click();
  await page.locator('#q').fill('SAMOOBRASCI');
  await page.getByLabel('Jezik priče').selectOption('srpski, latinica');
  await follow(page, page.getByRole('button', { name: 'Prikažite' }));
  await expect(page).toHaveURL(/language=sr-Latn/);
  await expect(rows).toHaveCount(2);

  await page.locator('.queue-saved summary').click();
  await page.getByLabel('Ime filtera').fill('x');
  await follow(page, page.getByRole('button', { name: 'Sačuvajte ovaj filter' }));
  await expect(page).toHaveTitle(/^Greška: /);
  await expect(page.getByLabel('Ime filtera')).toHaveValue('x');
  await page.getByLabel('Ime filtera').fill('Bez skripta');
  await follow(page, page.getByRole('button', { name: 'Sačuvajte ovaj filter' }));
  await expect(page.getByRole('status')).toContainText('Filter je sačuvan');
  await page.goto('/ured');
  await page.locator('.queue-saved summary').click();
  await follow(page, page.getByRole('link', { name: 'Bez skripta', exact: true }));
  await expect(rows).toHaveCount(2);

  await follow(page, page.getByRole('button', { name: 'Uzmite sledeću' }));
  await expect(page).toHaveURL(new RegExp(`/ured/price/${oldest}`));
  await page.goto('/ured?view=mine');
  await expect(rows).toHaveCount(1);
  await rows.first().getByRole('checkbox').check();
  await page.getByLabel('Šta da uradimo sa izabranim pričama').selectOption('Vratite u red');
  await follow(page, page.getByRole('button', { name: 'Pogledajte šta će se desiti' }));
  await follow(page, page.getByRole('button', { name: 'Uradite sa 1 pričom' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Šta je urađeno');
  await page.goto('/ured?view=mine');
  await expect(page.getByText('Kod vas trenutno nema ničega.')).toBeVisible();
});
