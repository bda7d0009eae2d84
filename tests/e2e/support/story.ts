import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './fixtures';
import { follow, SITES, type Site } from './site';

/** The pages of "Have your say!" in one language. */
export interface StorySite {
  site: Site;
  start: string;
  step(number: number): string;
  check: string;
  sent: string;
  later: string;
  myStory: string;
  words: { begin: string; next: string; errorTitle: string; received: RegExp; saved: RegExp };
}

export const STORY_SITES: readonly StorySite[] = SITES.map((site): StorySite => {
  const [prefix, english] = [site.locale === 'sr-Cyrl' ? '/cir' : '', site.locale === 'en'];
  const base = english ? '/en/have-your-say' : `${prefix}/imate-rec`;
  const words = {
    'sr-Latn': {
      ...{ begin: 'Počnite', next: 'Sačuvajte i nastavite', errorTitle: 'Greška: ' },
      ...{ received: /Priča je primljena/, saved: /Sačuvano u \d{1,2}\.\d\d/ },
    },
    'sr-Cyrl': {
      ...{ begin: 'Почните', next: 'Сачувајте и наставите', errorTitle: 'Грешка: ' },
      ...{ received: /Прича је примљена/, saved: /Сачувано у \d{1,2}\.\d\d/ },
    },
    en: {
      ...{ begin: 'Begin', next: 'Save and continue', errorTitle: 'Error: ' },
      ...{ received: /The story is received/, saved: /Saved at \d{1,2}:\d\d/ },
    },
  }[site.locale];
  return {
    site,
    words,
    start: base,
    step: (number) => `${base}/${english ? 'form' : 'upitnik'}/${number}`,
    check: `${base}/${english ? 'check' : 'provera'}`,
    sent: `${base}/${english ? 'sent' : 'poslato'}`,
    later: `${base}/${english ? 'later' : 'kasnije'}`,
    myStory: `${base}/${english ? 'my-story' : 'moja-prica'}`,
  };
});

let visitors = 0;

/** An address that nobody else of the tests comes from: limits count by it. */
export async function comeFromElsewhere(context: BrowserContext): Promise<string> {
  visitors += 1;
  const address = `198.51.${(process.pid % 200) + 1}.${visitors % 250}`;
  await context.setExtraHTTPHeaders({ 'x-forwarded-for': address });
  return address;
}

/** The main button of a page of the form. */
export function mainButton(page: Page) {
  return page.locator('.go button.btn:not(.quiet)');
}

/** Presses the main button and waits for the page that follows. */
export async function goOn(page: Page): Promise<void> {
  await follow(page, mainButton(page));
}

export interface Told {
  email: string;
  title: string;
}

const DONE =
  'Na poziv opštine šili smo maske od pamuka u dva sloja, da mogu da se peru i nose više puta. Radile su sve koje su mogle, ' +
  'svaka onoliko koliko je mogla, u dve smene, od marta do maja. Platno je dala radnja iz susedne ulice, a gotove maske su ' +
  'razneli volonteri u dom zdravlja, u prodavnice i komunalcima koji su morali da rade svakog dana.';

/** Answers whatever page is open, as far as it must be answered. */
export async function answerStep(page: Page, number: number, { email, title }: Told): Promise<void> {
  switch (number) {
    case 1:
      await page.locator('[name=organisationName]').fill('Udruženje Vredne ruke');
      // Where another test has made a record with such a name, its list would lie over the next question.
      await page.locator('[name=organisationName]').press('Tab');
      await page.locator('[name=role][value=took_part]').check();
      return;
    case 2:
      await page.locator('[name=place]').fill('Kladovo');
      await page.locator('[name=period][value=emergency]').check();
      return;
    case 3:
      await page
        .locator('[name=problem]')
        .fill(
          'Maske nisu mogle da se kupe ni u apoteci ni na pijaci, a dom zdravlja, prodavnice i komunalci morali su da rade.',
        );
      // A text that was sent before looks like spam.
      await page.locator('[name=whatWasDone]').fill(`${DONE} Zapis ${Date.now()}${Math.random()}.`);
      await page.locator('[name=practiceTypes][value=masks]').check();
      await page.locator('[name=title]').fill(title);
      await page
        .locator('[name=summary]')
        .fill('Na poziv opštine sašili smo hiljadu maski za one koji su morali da rade svakog dana.');
      return;
    case 4:
      await page.locator('[name=beneficiaries][value=health_workers]').check();
      await page
        .locator('[name=results]')
        .fill('Hiljadu maski podeljeno je domu zdravlja, prodavnicama i komunalcima, po našoj evidenciji.');
      return;
    case 6:
      await page.locator('[name=contactName]').fill('Ana Primer');
      await page.locator('[name=contactEmail]').fill(email);
      await page.locator('[name=consentPublish]').check();
      return;
  }
}

/** From the first page to the check. */
export async function fillForm(page: Page, site: StorySite, told: Told): Promise<void> {
  await page.goto(site.step(1));
  for (let number = 1; number <= 6; number += 1) {
    await page.waitForLoadState();
    await expect(page).toHaveURL(new RegExp(`/${number}(\\?|#|$)`));
    await answerStep(page, number, told);
    await goOn(page);
  }
  await expect(page).toHaveURL(new RegExp(`${site.check}$`));
}

/** Presses the last button. */
export async function sendStory(page: Page): Promise<void> {
  await follow(page, page.locator('form[action="/api/story/send"] button[type=submit]'));
}

/** Waits for a mail to an address and reads the links in it. The server under test writes its mails into files. */
export async function linksInMail(email: string, containing: string): Promise<string[]> {
  const folder = path.join(process.env.E2E_DATA_DIR ?? '', 'outbox');
  let links: string[] = [];
  await expect
    .poll(
      () => {
        const files = existsSync(folder) ? readdirSync(folder).sort().reverse() : [];
        for (const file of files) {
          const mail = decodeQuotedPrintable(readFileSync(path.join(folder, file), 'latin1'));
          if (!mail.includes(`To: ${email}`)) continue;
          links = [...new Set(mail.match(/https?:\/\/[^\s"<>]+/g) ?? [])].filter((link) => link.includes(containing));
          if (links.length > 0) return true;
        }
        return false;
      },
      { timeout: 20_000, message: `a mail to ${email} with a link to ${containing}` },
    )
    .toBe(true);
  return links.map((link) => {
    const url = new URL(link.replaceAll('&amp;', '&'));
    return url.pathname + url.search;
  });
}

function decodeQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
