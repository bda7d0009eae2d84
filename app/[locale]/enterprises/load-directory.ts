import 'server-only';
import { listEnterprises } from '@/lib/enterprises/queries';
import type { Locale } from '@/lib/i18n/locales';
import { clampPage, type DirectoryView, parseDirectoryParams, type RawParams } from '@/lib/search/params';
import { type DirectoryModel, filterContextOf, PAGE_SIZE, presentDirectory } from '@/lib/search/present';
import { listWaysOut } from '@/lib/search/present-filters';
import { searchEnterprises } from '@/lib/search/queries';
import type { DirectoryQuery, SearchResult } from '@/lib/search/schema';
import { todayInSerbia } from '@/lib/search/today';
import { vocabularies } from '@/lib/taxonomies/queries';

/** Ways out of an empty result that are counted and offered. */
const MAX_WAYS_OUT = 5;

export interface LoadedDirectory {
  query: DirectoryQuery;
  view: DirectoryView;
  result: SearchResult;
  model: DirectoryModel;
}

/** The directory at one address: found, fetched and put into words. */
export function loadDirectory(locale: Locale, params: RawParams): LoadedDirectory {
  const vocab = vocabularies();
  const { query, view: asked } = parseDirectoryParams(params, vocab);
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
  return { query, view, result, model };
}
