import type { Page } from '@playwright/test';
import { expectAccessibleAtAllWidths } from './support/axe';
import { joinDesk } from './support/desk';
import { plantStory } from './support/desk-story';
import { expect, test } from './support/fixtures';
import { follow } from './support/site';

/** The page of a story, within a list of its own: what comes next is no story of another test. */
const storyAt = (reference: string, query = '') => `/ured/price/${reference}?queue=q%3D${reference}${query}`;
/** Presses a key once the desk listens, and waits for the page that comes. */
const press = async (page: Page, key: string) => {
  await expect(page.locator(`[aria-keyshortcuts="${key}"]`).first()).toBeAttached();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
};

/** Selects words of an answer, as somebody does with the mouse. */
async function select(page: Page, field: string, words: string): Promise<void> {
  await page.evaluate(
    ([name, quote]) => {
      const section = document.querySelector(`[data-ask-field="${name}"]`);
      const walker = document.createTreeWalker(section as Node, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(quote ?? '') ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + (quote?.length ?? 0));
        const selection = window.getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        return;
      }
      throw new Error('These words are not there');
    },
    [field, words] as const,
  );
}

test('a story goes from the desk to its author and back, is approved, undone, approved and published', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { reference, author } = plantStory('odluka');
  await joinDesk(page, 'Dragana', 'moderator');
  await page.goto(storyAt(reference, '&view=answers'));
  await press(page, 'c');
  await expect(page.locator('.holder')).toContainText('Priča je kod vas');
  await expect(page.locator('[aria-keyshortcuts="1"]')).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.locator('.checks [role=status]')).toHaveText('Sačuvano');

  await select(page, 'results', 'devet hiljada obroka');
  await page.getByRole('button', { name: 'Tražite izmenu ovog mesta' }).click();
  await expect(page.locator('#ask-quote')).toHaveValue('devet hiljada obroka');
  await page.locator('#ask-reason').selectOption('evidence');
  await expect(page.locator('#ask-note')).toHaveValue(/odakle je/);
  await follow(page, page.getByRole('button', { name: 'Dodajte zahtev' }));
  await expect(page.locator('.ask')).toContainText('Spreman je 1 zahtev');
  await follow(page, page.getByRole('button', { name: 'Pošaljite 1 zahtev autoru' }));
  await expect(page.locator('.decided')).toContainText(`${reference}: izmene su tražene`);

  const writer = await (await browser.newContext()).newPage();
  await writer.goto(author);
  await expect(writer.locator('.passage')).toContainText('devet hiljada obroka');
  await follow(writer, writer.locator('.passage').getByRole('button'));
  await expect(writer.locator('.request q')).toHaveText('devet hiljada obroka');
  const results = writer.locator('[name=results]');
  await results.fill(`${await results.inputValue()} Brojali smo po spisku mesne zajednice.`);
  await writer.goto('/imate-rec/provera');
  await follow(writer, writer.getByRole('button', { name: /Pošaljite/ }));
  await writer.context().close();

  await page.goto(storyAt(reference));
  await expect(page.locator('.doc ins')).toContainText('Brojali smo po spisku mesne zajednice.');
  await expect(page.locator('.doc section')).toHaveCount(1);
  await press(page, 'c');
  await follow(page, page.getByRole('button', { name: 'Rešeno', exact: true }));
  await expect(page.locator('.req.solved')).toHaveCount(1);

  await press(page, 'a');
  await expect(page.locator('.decided')).toContainText('priča je objavljena');
  await press(page, 'u');
  await expect(page.getByRole('status').first()).toContainText('Odluka je vraćena');
  await expect(page.locator('.badges')).toContainText('neko čita');
  await follow(page, page.getByRole('button', { name: 'Samo prihvatite' }));
  await page.goto(storyAt(reference));
  await press(page, 'a');
  await page.goto(storyAt(reference));
  await expect(page.locator('.badges')).toContainText('objavljena');
  await follow(page, page.getByRole('link', { name: 'Pogledajte na sajtu' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Komšije su kuvale i nosile obroke, odluka');
});

test('two at once: one decides, the other sees what changed and loses nothing that was typed', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { reference } = plantStory('sukob');
  await joinDesk(page, 'Sanja', 'moderator');
  await page.goto(storyAt(reference));
  await follow(page, page.getByRole('button', { name: /Uzmite priču/ }));
  await expect(page.locator('[aria-keyshortcuts="j"]')).toBeVisible();
  await page.keyboard.press('j');
  await page.locator('#reject-reason').selectOption('not_a_practice');
  await page.locator('#reject-note').fill('Ovo je dugo pisano obrazloženje, koje ne sme da nestane.');
  // The same person in another window, where the story goes another way meanwhile.
  const other = await (await browser.newContext({ storageState: await page.context().storageState() })).newPage();
  await other.goto(storyAt(reference));
  await follow(other, other.getByRole('button', { name: 'Samo prihvatite' }));
  await other.context().close();

  await follow(page, page.locator('#form-reject').getByRole('button'));
  await expect(page.locator('.conflict')).toContainText('Neko je bio brži');
  await expect(page.locator('.conflict')).toContainText('prihvaćena, Sanja');
  await press(page, 'u');
  await expect(page.locator('#reject-note')).toHaveValue(/ne sme da nestane/);
});

test('what somebody wrote as a script runs on no page of the desk', async ({ page }) => {
  test.setTimeout(120_000);
  const bad = (id: string) =>
    `<script>window.hit="${id}"</script><img src=x onerror="window.hit='${id}'"><svg/onload=window.hit=1>`;
  const { reference } = plantStory('skripta', {
    title: `${bad('t')}`.slice(0, 100),
    organisationName: `${bad('o')}`.slice(0, 120),
    summary: `Ukratko ${bad('s')} i tako dalje.`.padEnd(70, '.'),
    problem: `${bad('p')} ${'Problem je bio veliki. '.repeat(5)}`,
    partners: [bad('r').slice(0, 120)],
    links: ['https://primer.example/"><script>window.hit=1</script>'.replaceAll(/[<>"]/g, '%22')],
  });
  await joinDesk(page, 'Biljana', 'moderator');
  await page.goto(storyAt(reference));
  await follow(page, page.getByRole('button', { name: /Uzmite priču/ }));
  await page.locator('#note').fill(bad('n'));
  await follow(page, page.getByRole('button', { name: 'Dodajte belešku' }));
  for (const address of [
    ...['', '&view=answers', '&view=changes', '&view=public', '&fault=<script>window.hit=1</script>'].map((query) =>
      storyAt(reference, query),
    ),
    `/ured/price/${reference}/ispravke`,
    '/ured',
  ]) {
    await page.goto(address);
    await expect(page.locator('main')).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { hit?: string }).hit)).toBeUndefined();
  }
  await page.goto(storyAt(reference));
  await expect(page.locator('#notes ~ ul').first()).toContainText('<script>');
});

test('the page of a story reads well on a phone and on a screen, light and dark', async ({ page }) => {
  test.setTimeout(180_000);
  const { reference } = plantStory('izgled', {
    results: 'Za sedam nedelja podelili smo devet hiljada obroka. Zovite Peru na 064/765-43-21, on ima spisak.',
  });
  await joinDesk(page, 'Katarina', 'coordinator');
  await page.goto(storyAt(reference));
  await follow(page, page.getByRole('button', { name: /Uzmite priču/ }));
  const pages = [
    storyAt(reference),
    storyAt(reference, '&view=answers&fault=quoteMissing'),
    `/cir/ured/price/${reference}/ispravke`,
    `/en/desk/stories/${reference}?view=changes`,
  ];
  for (const address of pages) {
    await page.goto(address);
    await expectAccessibleAtAllWidths(page);
  }
});
