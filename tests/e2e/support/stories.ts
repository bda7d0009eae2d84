/** The stories' pages in the three locales, as a visitor meets them. All names are of the shipped data. */
export const STORY_SITES = [
  {
    locale: 'sr-Latn',
    list: '/price',
    nav: 'Priče',
    record: '/preduzeca/liceulice',
    recordName: 'Liceulice',
    story: 'Ulični magazin prelazi na digitalno izdanje i osniva fond za prodavce',
    collected: 'Prikupila Koalicija iz javnih izvora',
    masks: 'Maske i zaštitna oprema',
    recordLink: 'Zapis u imeniku',
    back: 'Nazad na rezultate pretrage',
    suggestions: 'Priče',
  },
  {
    locale: 'sr-Cyrl',
    list: '/cir/price',
    nav: 'Приче',
    record: '/cir/preduzeca/liceulice',
    recordName: 'Лицеулице',
    story: 'Улични магазин прелази на дигитално издање и оснива фонд за продавце',
    collected: 'Прикупила Коалиција из јавних извора',
    masks: 'Маске и заштитна опрема',
    recordLink: 'Запис у именику',
    back: 'Назад на резултате претраге',
    suggestions: 'Приче',
  },
  {
    locale: 'en',
    list: '/en/stories',
    nav: 'Stories',
    record: '/en/enterprises/liceulice',
    recordName: 'Liceulice',
    story: 'Street paper goes digital and sets up a vendor fund',
    collected: 'Collected by the coalition from public sources',
    masks: 'Masks and protective equipment',
    recordLink: 'Record in the directory',
    back: 'Back to the results',
    suggestions: 'Stories',
  },
] as const;
export type StorySite = (typeof STORY_SITES)[number];

/** Address of the list with a query. */
export function storiesAt(site: StorySite, query: Record<string, string>): string {
  return `${site.list}?${new URLSearchParams(query)}`;
}
