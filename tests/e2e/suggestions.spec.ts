import type { Page } from '@playwright/test';
import { expectAccessibleAtAllWidths } from './support/axe';
import { joinDesk } from './support/desk';
import { test } from './support/fixtures';
import { follow, textOf } from './support/site';
import { comeFromElsewhere } from './support/story';

test.beforeEach(({ context }) => comeFromElsewhere(context));

const press = (page: Page, name: string) =>
  follow(page, page.locator('main').getByRole('button', { name, exact: true }));

test('forms of the public, and pages of suggestions and words at the desk, have no fault that axe finds', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const answer = await page.request.get('/api/v1/enterprises?limit=9');
  const { items } = (await answer.json()) as { items: { slug: string }[] };
  const slug = items[8]?.slug ?? '';
  for (const address of [
    '/en/enterprises/add',
    `/preduzeca/${slug}/ispravka`,
    `/cir/preduzeca/${slug}/moje`,
    `/en/enterprises/${slug}/correct?f=place&f=activities&f=shortName`,
  ]) {
    await page.goto(address);
    await expectAccessibleAtAllWidths(page);
  }
  await page.goto(`/en/enterprises/${slug}/correct?f=shortName`);
  await page.getByLabel('It should say').fill('Kratko');
  await page.getByLabel('How do you know?').fill('Their own site says so.');
  await press(page, 'Send');
  const reference = await textOf(page.locator('.private .num'));
  await expectAccessibleAtAllWidths(page);

  await joinDesk(page, 'Jelena', 'coordinator');
  for (const address of [
    '/ured/predlozi',
    `/en/desk/suggestions/${reference}`,
    '/cir/ured/reci',
    '/ured/reci/tekst/page%3Ahome',
    '/en/desk/words/terms/legalForm',
    '/ured/reci/pojmovi/legalForm/cooperative',
    '/ured/reci/razlozi',
  ]) {
    await page.goto(address);
    await expectAccessibleAtAllWidths(page);
  }
});
