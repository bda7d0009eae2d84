import { joinDesk } from '../support/desk';
import { plantStory } from '../support/desk-story';
import { expect, test } from '../support/fixtures';
import { follow } from '../support/site';

test('without JavaScript a story is taken, asked about, returned to the queue, edited, approved and published', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { reference } = plantStory('bezskripta', {
    place: 'Čačak',
    placeId: 'municipality:71242',
    summary:
      'Za vreme vanrednog stanja kuvali smo i nosili obroke starijima; spisak drži Pera, zovite ga na 064/765-43-21.',
  });
  await joinDesk(page, 'Olga', 'moderator');
  await page.goto(`/ured/price/${reference}?queue=q%3D${reference}&view=answers`);
  await expect(page.locator('mark')).toHaveText(/064\/765-43-21/);
  await expect(page.locator('section[aria-labelledby=map] svg').first()).toBeVisible();
  await follow(page, page.getByRole('button', { name: /Uzmite priču/ }));

  // A wrong passage, then a reason without words, then right.
  const ask = page.locator('#ask');
  await ask.getByLabel('U kom odgovoru').selectOption('Ukratko');
  await ask.getByLabel('Koje mesto').fill('ovo ne piše');
  await ask.getByLabel('Razlog').selectOption('personal_data');
  await ask.getByLabel('Šta da autor uradi').fill('Izostavite broj.');
  await follow(page, page.getByRole('button', { name: 'Dodajte zahtev' }));
  await expect(page.locator('.errsum')).toContainText('Te reči ne stoje u tom odgovoru');
  await expect(ask.getByLabel('Šta da autor uradi')).toHaveValue('Izostavite broj.');
  await ask.getByLabel('Koje mesto').fill('zovite ga na 064/765-43-21');
  await ask.getByLabel('Šta da autor uradi').fill('');
  await follow(page, page.getByRole('button', { name: 'Dodajte zahtev' }));
  await expect(ask.getByLabel('Šta da autor uradi')).toHaveValue(/jedna komšinica/);
  await follow(page, page.getByRole('button', { name: 'Dodajte zahtev' }));
  await expect(ask).toContainText('Spreman je 1 zahtev');
  await follow(page, page.getByRole('button', { name: 'Uklonite zahtev 1' }));

  // Taking the number out is something that staff may do themselves.
  await follow(page, page.getByRole('link', { name: /Ispravite ono što sme/ }));
  const summary = page.locator('[id="text.summary"]');
  const text = await summary.inputValue();
  await summary.fill(`${text} I još nešto.`);
  await page.locator('[id="kind.summary"]').selectOption('personalData');
  await follow(page, page.getByRole('button', { name: 'Sačuvajte ispravke' }));
  await expect(page.locator('.errsum')).toContainText('pored uklanjanja ima i drugih izmena');
  await expect(summary).toHaveValue(`${text} I još nešto.`);
  await summary.fill(text.replace(', zovite ga na 064/765-43-21', ''));
  await follow(page, page.getByRole('button', { name: 'Sačuvajte ispravke' }));
  await expect(page.locator('.doc del')).toContainText('zovite ga na 064/765-43-21');

  await follow(page, page.getByRole('button', { name: 'Prikažite kontakt' }));
  await expect(page.locator('.private')).toContainText('bezskripta@primer.example');

  await page.locator('#form-reject summary').click();
  await follow(page, page.locator('#form-reject').getByRole('button'));
  await expect(page.locator('.errsum')).toContainText('Izaberite razlog');
  await follow(page, page.getByRole('button', { name: 'Samo prihvatite' }));
  await expect(page.locator('.decided')).toContainText('priča je prihvaćena');
  await follow(page, page.getByRole('button', { name: /Vratite odluku/ }));
  await follow(page, page.getByRole('button', { name: /Prihvatite i objavite/ }));
  await page.goto(`/ured/price/${reference}`);
  await expect(page.locator('.badges')).toContainText('objavljena');
});

test('a volunteer finds no address and no phone in the page', async ({ page }) => {
  test.setTimeout(120_000);
  const { reference } = plantStory('volonter', {
    results:
      'Za sedam nedelja podelili smo devet hiljada obroka. Pišite na pera.peric@primer.example ili 064/765-43-21.',
  });
  await joinDesk(page, 'Lena', 'volunteer');
  for (const view of ['public', 'answers', 'changes']) {
    await page.goto(`/ured/price/${reference}?view=${view}`);
    expect(await page.content()).not.toMatch(/peric@|765-43-21|volonter@primer|064123|Probić/);
  }
  await page.goto(`/ured/price/${reference}?queue=q%3D${reference}`);
  await follow(page, page.getByRole('button', { name: /Uzmite priču/ }));
  await page.locator('#form-recommend summary').click();
  await page.locator('#recommend-note').fill('Predlažem da se objavi.');
  await follow(page, page.locator('#form-recommend').getByRole('button'));
  await page.goto(`/ured/price/${reference}`);
  await expect(page.locator('main')).toContainText('Predlažem da se objavi.');
  await expect(page.locator('.badges')).toContainText('predložena odluka');
});
