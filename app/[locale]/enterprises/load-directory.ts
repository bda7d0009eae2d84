import 'server-only';
import { cache } from 'react';
import { listEnterprises } from '@/lib/enterprises/queries';
import type { Locale } from '@/lib/i18n/locales';
import { type DirectoryMap, findDirectoryMap } from '@/lib/map/queries';
import { clampPage, type DirectoryView, parseDirectoryParams } from '@/lib/search/params';
import { type DirectoryModel, filterContextOf, hrefMaker, PAGE_SIZE, presentDirectory } from '@/lib/search/present';
import { listWaysOut } from '@/lib/search/present-filters';
import { searchEnterprises } from '@/lib/search/queries';
import type { DirectoryQuery } from '@/lib/search/schema';
import { todayInSerbia } from '@/lib/search/today';
import { vocabularies } from '@/lib/taxonomies/queries';

/** Ways out of an empty result that are counted and offered. */
const MAX_WAYS_OUT = 5;

export interface LoadedDirectory {
  query: DirectoryQuery;
  view: DirectoryView;
  model: DirectoryModel;
  map: DirectoryMap;
}

/** The parameters of a page as one text. */
export function toAddress(params: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const pairs = Object.entries(params).flatMap(([name, values]) =>
    (typeof values === 'string' ? [values] : (values ?? [])).map((value) => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}

/**
 * The directory at one address (a query without its mark): found, fetched and put into words. Title and page of one
 * request ask for the same, and it is made once.
 */
export const loadDirectory = cache((locale: Locale, address: string): LoadedDirectory => {
  const vocab = vocabularies();
  const { query, view: asked } = parseDirectoryParams(new URLSearchParams(address), vocab);
  const search = (wanted: DirectoryQuery, limit: number, offset: number) =>
    searchEnterprises(wanted, { limit, offset, locale, exact: asked.exact });
  const searchPage = (page: number) => search(query, PAGE_SIZE, (page - 1) * PAGE_SIZE);

  const first = searchPage(asked.page);
  const page = clampPage(asked.page, first.total, PAGE_SIZE);
  const result = page === asked.page ? first : searchPage(page);
  const view = { ...asked, page };

  const isEmpty = result.total === 0 && result.problem === null;
  const waysOut = isEmpty ? listWaysOut(query, filterContextOf(locale, vocab, view)).slice(0, MAX_WAYS_OUT) : [];
  const model = presentDirectory({
    locale,
    vocab,
    query,
    view,
    result,
    items: listEnterprises(result.ids),
    waysOut: waysOut.map((way) => ({ ...way, total: search(way.without, 0, 0).total })),
    year: Number(todayInSerbia().slice(0, 4)),
  });
  // A pile leads to the list of what lies in it, whichever view it was found in.
  const href = hrefMaker(locale, { ...view, view: 'list', map: null });
  const map = findDirectoryMap(query, locale, (bbox) => href({ ...query, bbox }), { exact: view.exact });
  return { query, view, model, map };
});
