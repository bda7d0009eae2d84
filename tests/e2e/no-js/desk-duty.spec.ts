import { expectAccessibleAtAllWidths } from '../support/axe';
import { joinDesk, plantWaiting } from '../support/desk';
import { expect, test } from '../support/fixtures';
import { follow } from '../support/site';

test('a coordinator plans the week and gives themes by plain forms, and a volunteer then sees these stories', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const [reference = ''] = plantWaiting(1, 'teme');
  const other = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false });
  const volunteer = await other.newPage();
  await joinDesk(volunteer, 'Vida Temić', 'volunteer', 'vida.temic@primer.example', false);
  const rows = volunteer.locator('.queue tbody tr');
  await volunteer.goto('/ured');
  await expect(volunteer.locator('main')).toContainText('Još nemate tema');
  await expect(rows).toHaveCount(0);
  await volunteer.goto(`/ured/price/${reference}`);
  await expect(volunteer.locator('h1')).toHaveText('Te priče nema');

  await joinDesk(page, 'Katarina Planić', 'coordinator');
  await page.goto('/ured');
  await follow(page, page.getByRole('link', { name: 'Dežurstvo i teme' }));
  const week = page.locator('.duty-weeks tbody tr').first();
  await week.getByRole('combobox').first().selectOption('Katarina Planić');
  await week.getByRole('combobox').nth(1).selectOption('Katarina Planić');
  await follow(page, week.getByRole('button'));
  await expect(page.getByRole('alert')).toContainText('ne može da bude zamena sam sebi');
  await week.getByRole('combobox').first().selectOption('Katarina Planić');
  await follow(page, week.getByRole('button'));
  await expect(page.getByRole('status')).toContainText('Nedelja je raspoređena');
  const form = page.locator('.duty-themes', { hasText: 'Vida Temić' });
  await form.getByLabel('Sve teme').check();
  await follow(page, form.getByRole('button'));
  await expect(page.getByRole('status')).toContainText('Teme su sačuvane');
  for (const address of ['/ured/dezurstvo', '/cir/ured/dezurstvo?fault=changed', '/en/desk/duty?done=week']) {
    await page.goto(address);
    await expectAccessibleAtAllWidths(page, 320);
  }

  await volunteer.goto('/ured?q=teme');
  await expect(rows.first()).toContainText(reference);
  await expect(volunteer.locator('header')).toContainText('Ove nedelje dežura: Katarina Planić');
  await volunteer.goto('/en/desk/duty');
  await expect(volunteer.locator('main')).toContainText('All themes');
  await expect(volunteer.locator('main').getByRole('button')).toHaveCount(0);
  await other.close();
});
