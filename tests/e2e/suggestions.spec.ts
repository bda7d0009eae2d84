import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { follow, textOf } from './support/site';
import { inviteByConsole, PASSWORD, phoneWith } from './support/staff';
import { comeFromElsewhere } from './support/story';

test.beforeEach(({ context }) => comeFromElsewhere(context));

const press = (page: Page, name: string) =>
  follow(page, page.locator('main').getByRole('button', { name, exact: true }));

/** The page in both themes has no fault that axe finds. */
async function readByAxe(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
}

test('forms of the public, and pages of suggestions and words at the desk, have no fault that axe finds', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 390, height: 800 });
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
    await readByAxe(page);
  }
  await page.goto(`/en/enterprises/${slug}/correct?f=shortName`);
  await page.getByLabel('It should say').fill('Kratko');
  await page.getByLabel('How do you know?').fill('Their own site says so.');
  await press(page, 'Send');
  const reference = await textOf(page.locator('.private .num'));
  await readByAxe(page);

  await page.goto(inviteByConsole(`axe-${Date.now()}@primer.example`, 'coordinator'));
  await page.getByLabel('Ime i prezime').fill('Jelena');
  await page.getByLabel('Lozinka').fill(PASSWORD);
  await press(page, 'Napravite nalog');
  await page.getByLabel('Vaša lozinka').fill(PASSWORD);
  await press(page, 'Počnite');
  const code = phoneWith(await textOf(page.locator('.secret')));
  await page.getByLabel('Kod koji aplikacija').fill(code());
  await press(page, 'Potvrdite kod');
  await press(page, 'Sačuvani su');
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
    await readByAxe(page);
  }
});
