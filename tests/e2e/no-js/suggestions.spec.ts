import type { Page } from '@playwright/test';
import { joinDesk } from '../support/desk';
import { expect, test } from '../support/fixtures';
import { follow, textOf } from '../support/site';
import { comeFromElsewhere, linksInMail } from '../support/story';

// Refusals have statuses of 4xx, and the browser says so.
test.use({ expectedErrors: [/the server responded with a status of 4\d\d/] });
test.beforeEach(({ context }) => comeFromElsewhere(context));

const main = (page: Page) => page.locator('main');
const press = (page: Page, name: string) => follow(page, main(page).getByRole('button', { name, exact: true }));

/** Nothing sticks out on the narrowest phone. tests/e2e/suggestions.spec.ts lets axe read these pages, which takes a script. */
async function lookAt(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 720 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320);
}

/** Address of a record that does not tell when it was founded. */
async function someRecord(page: Page, at: number): Promise<string> {
  const answer = await page.request.get('/api/v1/enterprises?founded=not_stated&limit=60');
  const { items } = (await answer.json()) as { items: { slug: string }[] };
  const slug = items[at]?.slug;
  if (!slug) throw new Error('There is no such record');
  return slug;
}

test('a citizen corrects a record, staff accept one field and refuse the other, the outcome is seen', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const slug = await someRecord(page, 7);
  const email = `gradjanka-${Date.now()}@primer.example`;
  await page.setViewportSize({ width: 320, height: 720 });
  await page.goto(`/preduzeca/${slug}`);
  await follow(page, page.getByRole('link', { name: 'Predložite ispravku' }).first());
  await press(page, 'Dalje');
  await expect(main(page)).toContainText('Izaberite bar jedan podatak.');
  await page.getByLabel('Godina osnivanja').check();
  await page.getByLabel('Skraćeni naziv').check();
  await press(page, 'Dalje');

  const year = page.locator('.change', { hasText: 'Godina osnivanja' });
  const short = page.locator('.change', { hasText: 'Skraćeni naziv' });
  await expect(year).toContainText('nije navedeno');
  await year.getByLabel('Treba da piše').fill('dve hiljade');
  await short.getByLabel('Treba da piše').fill('Skraćenica za proveru');
  await page.getByLabel('Kako znate?').first().fill('Piše na https://primer.example/o-nama');
  await page.getByLabel('Adresa e-pošte').fill(email);
  await press(page, 'Pošaljite');
  // Nothing is lost by a mistake.
  await expect(page).toHaveTitle(/^Greška: /);
  await expect(page.locator('.errsum a')).toHaveText('Mora biti godina od 1800. do sledeće.');
  await expect(short.getByLabel('Treba da piše')).toHaveValue('Skraćenica za proveru');
  await year.getByLabel('Treba da piše').fill('2009');
  await press(page, 'Pošaljite');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvala. Predlog je kod nas.');
  const status = page.url().replace(/&sent=1/, '');
  const reference = await textOf(page.locator('.private .num'));
  await lookAt(page);
  const [confirm = ''] = await linksInMail(email, '/predlog/potvrda');
  await page.goto(confirm);
  await press(page, 'Potvrđujem adresu');
  await expect(main(page)).toContainText('Ishod javljamo na g…@primer.example.');

  await joinDesk(page, 'Jelena', 'coordinator');
  await page.goto('/ured/predlozi');
  await follow(page, page.locator('tr', { hasText: reference }).getByRole('link'));
  const [accepted, refused] = [page.locator('.sugg-fact').nth(1), page.locator('.sugg-fact').nth(0)];
  await expect(accepted).toContainText('2009');
  await accepted.getByLabel('Prihvatite').check();
  await accepted.getByText('Izmenite vrednost').click();
  await accepted.getByLabel('vrednost za zapis').fill('dve hiljade');
  await expect(accepted.getByLabel('Adresa izvora')).toHaveValue('https://primer.example/o-nama');
  await refused.getByLabel('Odbijte').check();
  await refused.getByLabel('Napomena pošiljaocu').fill('Tako ih niko ne zove.');
  await press(page, 'Zapišite odluku');
  await expect(page.locator('.errsum')).toContainText('Izaberite razlog.');
  await expect(page.locator('.errsum')).toContainText('Mora biti godina');
  await expect(accepted.getByLabel('vrednost za zapis')).toHaveValue('dve hiljade');
  await accepted.getByLabel('vrednost za zapis').fill('2008');
  await expect(refused.getByLabel('Napomena pošiljaocu')).toHaveValue('Tako ih niko ne zove.');
  await lookAt(page);
  await refused.getByLabel('Razlog', { exact: true }).selectOption('other');
  await press(page, 'Zapišite odluku');
  await expect(page.locator('.notice').first()).toContainText('Zapisano.');

  await page.goto(status);
  await expect(page.locator('.outcomes li', { hasText: 'Godina osnivanja' })).toContainText('Prihvaćeno');
  await expect(page.locator('.outcomes li', { hasText: 'Godina osnivanja' })).toContainText('U zapisu piše: 2008');
  await expect(page.locator('.outcomes li', { hasText: 'Skraćeni naziv' })).toContainText('Tako ih niko ne zove.');
  expect((await linksInMail(email, '/predlog?t=')).length).toBeGreaterThan(0);
  await page.goto(`/en/enterprises/${slug}`);
  const fact = page.locator('.fact', { hasText: '2008' });
  await expect(fact.locator('.src')).toContainText('primer.example');
  await expect(page.locator('main')).not.toContainText('Skraćenica za proveru');
});

test('an enterprise is added after a warning of what may be the same; a record is claimed', async ({ page }) => {
  test.setTimeout(90_000);
  const answer = await page.request.get('/api/v1/enterprises?limit=60');
  const { items } = (await answer.json()) as { items: { slug: string; name: string; website: string | null }[] };
  const known = items.find(({ website }) => website !== null);
  await page.goto('/en/enterprises/add');
  await lookAt(page);
  await page.getByLabel('Name', { exact: true }).fill('Zadruga Druga obala');
  await page.getByLabel('What it does, in one or two sentences').fill('Pravi papir i zapošljava ljude iz kraja.');
  await page.getByLabel('Municipality or city').selectOption({ index: 4 });
  await page.getByLabel('Web site').fill(known?.website ?? '');
  await page.getByLabel('How do you know of it?').fill('Radim u susedstvu.');
  await press(page, 'Send');
  await expect(page.locator('.same a').first()).toHaveAttribute('href', `/en/enterprises/${known?.slug}`);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Zadruga Druga obala');
  await lookAt(page);
  await page.getByLabel('I have looked: it is none of these').check();
  await press(page, 'Send');
  await expect(page.locator('.outcomes li')).toHaveCount(4);

  await page.goto(`/cir/preduzeca/${known?.slug}/moje`);
  await lookAt(page);
  await press(page, 'Пошаљите');
  await expect(page.locator('.errsum a')).toHaveText('Попуните ово поље.');
  await page.getByLabel('По чему можемо да знамо?').fill('Моје име стоји на сајту задруге.');
  await press(page, 'Пошаљите');
  await expect(page.locator('.outcomes')).toContainText('Чека');
});

test('words of a page and a term are changed at the desk, and the pages show it at once', async ({ page }) => {
  test.setTimeout(150_000);
  await joinDesk(page, 'Olga', 'coordinator');
  await page.goto('/ured/reci');
  await lookAt(page);
  await follow(page, main(page).getByRole('link', { name: 'Privatnost' }));
  const lead = page.locator('[name="Privacy.lead"]');
  await lead.fill('Čitate bez {naloga}.');
  await press(page, 'Sačuvajte i pogledajte');
  await expect(page.locator('.errsum')).toContainText('„naloga“ program ne zna da popuni');
  await expect(lead).toHaveValue('Čitate bez {naloga}.');
  await lead.fill('Čitate bez naloga i bez praćenja, đaci i penzioneri.');
  await page.locator('[name=block]').fill('## Pitanja\n\n- [Pišite nam](https://primer.example)');
  await press(page, 'Sačuvajte i pogledajte');
  await expect(page.locator('.words-preview')).toContainText('ђаци и пензионери');
  await lookAt(page);
  await page.goto('/privatnost');
  await expect(main(page)).not.toContainText('đaci i penzioneri');
  await page.goto('/ured/reci/tekst/page%3Aprivacy');
  await press(page, 'Objavite');
  await page.goto('/cir/privatnost');
  await expect(main(page)).toContainText('ђаци и пензионери');
  await expect(main(page).getByRole('link', { name: 'Пишите нам' })).toBeVisible();

  await page.goto('/ured/reci/pojmovi/legalForm');
  await lookAt(page);
  await follow(page, main(page).getByRole('link').first());
  await page.getByLabel('Naziv na srpskom (latinicom)').fill('Đačka zadruga');
  await press(page, 'Sačuvajte');
  await expect(main(page)).toContainText('Ђачка задруга');
  await lookAt(page);
  await page.goto('/ured/reci/razlozi');
  await lookAt(page);
  const reason = page.locator('#reason-advertising');
  await reason.locator('summary').click();
  const text = `Pišite o đacima. ${'Bez cena i ponuda. '.repeat(70)}`.trim();
  await reason.getByLabel('Tekst pošiljaocu na srpskom').fill(text);
  await follow(page, reason.getByRole('button', { name: 'Pogledajte kako se čita' }));
  await expect(reason.getByRole('status')).toContainText('Пишите о ђацима.');
  await expect(reason.getByLabel('Tekst pošiljaocu na srpskom')).toHaveValue(text);
  await lookAt(page);
  await page.goto('/ured/reci/razlozi');
  await expect(reason, 'nothing was saved').not.toContainText('ђацима');
  await page.goto('/ured/reci/tekst/mail%3Aconfirm?lang=en');
  await lookAt(page);
});
