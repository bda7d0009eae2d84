import type { Locator, Page } from '@playwright/test';

/** The same pages and words in the three locales, as a visitor meets them. */
export interface Site {
  locale: 'sr-Latn' | 'sr-Cyrl' | 'en';
  home: string;
  directory: string;
  about: string;
  words: {
    search: string;
    clearAll: string;
    next: string;
    filters: string;
    map: string;
    order: string;
    byName: string;
    notStated: string;
    nothingToSearch: RegExp;
  };
}

export const SITES: readonly Site[] = [
  {
    locale: 'sr-Latn',
    home: '/',
    directory: '/preduzeca',
    about: '/o-podacima',
    words: {
      search: 'Traži',
      clearAll: 'Obrišite sve',
      next: 'Sledeća',
      filters: 'Filteri',
      map: 'Mapa',
      order: 'Redosled',
      byName: 'Po nazivu',
      notStated: 'Nije navedeno',
      nothingToSearch: /nema nijednog slova ni broja/,
    },
  },
  {
    locale: 'sr-Cyrl',
    home: '/cir',
    directory: '/cir/preduzeca',
    about: '/cir/o-podacima',
    words: {
      search: 'Тражи',
      clearAll: 'Обришите све',
      next: 'Следећа',
      filters: 'Филтери',
      map: 'Мапа',
      order: 'Редослед',
      byName: 'По називу',
      notStated: 'Није наведено',
      nothingToSearch: /нема ниједног слова ни броја/,
    },
  },
  {
    locale: 'en',
    home: '/en',
    directory: '/en/enterprises',
    about: '/en/about-the-data',
    words: {
      search: 'Search',
      clearAll: 'Clear all',
      next: 'Next',
      filters: 'Filters',
      map: 'Map',
      order: 'Order',
      byName: 'By name',
      notStated: 'Not stated',
      nothingToSearch: /no letter or digit/,
    },
  },
];

export const SERBIAN_LATIN = SITES[0] as Site;

/** Address of the directory with these parameters. */
export function directory(site: Site, params: Record<string, string> | [string, string][] = {}): string {
  const query = new URLSearchParams(params).toString();
  return query ? `${site.directory}?${query}` : site.directory;
}

/** The number of hits that the page says, and of how many. */
export async function countsSaid(page: Page): Promise<{ hits: number; all: number }> {
  await page.waitForLoadState();
  const said = (await textOf(page.locator('.results .bar h2'))).replace(/[.,\s](?=\d{3}\b)/g, '');
  const [hits = Number.NaN, all = Number.NaN] = [...said.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return { hits, all };
}

/** Ids of the cards on the page, in order. Of a page that is still arriving only a part would be there. */
export async function idsShown(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page
    .locator('.results [data-enterprise-id]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-enterprise-id') ?? ''));
}

/** Names of the cards on the page, in order. */
export async function namesShown(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page.locator('.results .card h3').allTextContents();
}

/** The search field; it is a combobox only once the page has become interactive. */
export function searchField(page: Page): Locator {
  return page.locator('main input[name=q]');
}

/** Follows a link or presses a button that leads to another document, and waits until that one is whole. */
export async function follow(page: Page, element: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), element.click()]);
}

/** What an element says. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? '').trim();
}
