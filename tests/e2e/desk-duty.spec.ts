import { expectAccessibleAtAllWidths } from './support/axe';
import { joinDesk, plantWaiting } from './support/desk';
import { expect, test } from './support/fixtures';
import { follow } from './support/site';

test('a coordinator plans the week and gives themes by plain forms, and a volunteer then sees these stories', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const [reference = ''] = plantWaiting(1, 'teme');
  const withoutScripts = () => browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false });
  const [others, planners] = [await withoutScripts(), await withoutScripts()];
  const [volunteer, planner] = [await others.newPage(), await planners.newPage()];
  const name = `Vida ${Math.random().toString(36).slice(2, 8)}`;
  await joinDesk(volunteer, name, 'volunteer', undefined, false);
  const rows = volunteer.locator('.queue tbody tr');
  await volunteer.goto('/ured');
  await expect(volunteer.locator('main')).toContainText('Još nemate tema');
  await expect(rows).toHaveCount(0);
  await volunteer.goto(`/ured/price/${reference}`);
  await expect(volunteer.locator('h1')).toHaveText('Te priče nema');

  await joinDesk(planner, 'Katarina Planić', 'coordinator');
  await planner.goto('/ured');
  await follow(planner, planner.getByRole('link', { name: 'Dežurstvo i teme' }));
  const week = planner.locator('.duty-weeks tbody tr').first();
  await week.getByRole('combobox').first().selectOption('Katarina Planić');
  await week.getByRole('combobox').nth(1).selectOption('Katarina Planić');
  await follow(planner, week.getByRole('button'));
  await expect(planner.getByRole('alert')).toContainText('ne može da bude zamena sam sebi');
  await week.getByRole('combobox').first().selectOption('Katarina Planić');
  await follow(planner, week.getByRole('button'));
  await expect(planner.getByRole('status')).toContainText('Nedelja je raspoređena');
  const form = planner.locator('.duty-themes', { hasText: name });
  await form.getByLabel('Sve teme').check();
  await follow(planner, form.getByRole('button'));
  await expect(planner.getByRole('status')).toContainText('Teme su sačuvane');
  // Axe is a script: it reads the same pages in a browser that runs some.
  await page.context().addCookies(await planners.cookies());
  for (const address of ['/ured/dezurstvo', '/cir/ured/dezurstvo?fault=changed', '/en/desk/duty?done=week']) {
    await page.goto(address);
    await expectAccessibleAtAllWidths(page, 320);
  }

  await volunteer.goto('/ured?q=teme');
  await expect(rows.first()).toContainText(reference);
  await expect(volunteer.locator('main header')).toContainText('Ove nedelje dežura: Katarina Planić');
  await volunteer.goto('/en/desk/duty');
  await expect(volunteer.locator('main')).toContainText('All themes');
  await expect(volunteer.locator('main').getByRole('button')).toHaveCount(0);
  await Promise.all([others.close(), planners.close()]);
});
