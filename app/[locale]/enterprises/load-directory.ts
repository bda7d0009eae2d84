import 'server-only';
import { listEnterprises } from '@/lib/enterprises/queries';
import type { Locale } from '@/lib/i18n/locales';
import { type DirectoryView, parseDirectoryParams, type RawParams } from '@/lib/search/params';
import { type DirectoryModel, filterContextOf, PAGE_SIZE, presentDirectory } from '@/lib/search/present';
import { type Filter, listWaysOut } from '@/lib/search/present-filters';
import { searchEnterprises } from '@/lib/search/queries';
import type { DirectoryQuery, SearchResult } from '@/lib/search/schema';
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
  const { result, page } = searchPage(query, asked.page);
  const view = { ...asked, page };
  const found = result.total > 0 || result.problem !== null;
  const waysOut = found ? [] : countHits(listWaysOut(query, filterContextOf(locale, vocab, view)));
  const items = listEnterprises(result.ids);
  const year = new Date().getFullYear();
  return { query, view, result, model: presentDirectory({ locale, vocab, query, view, result, items, waysOut, year }) };
}

/** One page of hits; a page beyond the last is the last. */
function searchPage(query: DirectoryQuery, page: number): { result: SearchResult; page: number } {
  const search = (number: number) => searchEnterprises(query, { limit: PAGE_SIZE, offset: (number - 1) * PAGE_SIZE });
  const result = search(page);
  const last = Math.max(1, Math.ceil(result.total / PAGE_SIZE));
  return page <= last ? { result, page } : { result: search(last), page: last };
}

function countHits(ways: readonly Filter[]): (Filter & { total: number })[] {
  return ways
    .slice(0, MAX_WAYS_OUT)
    .map((way) => ({ ...way, total: searchEnterprises(way.without, { limit: 0, offset: 0 }).total }));
}
