import 'server-only';
import { cache } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { type DirectoryMap, findStoryMap } from '@/lib/map/queries';
import { clampPage, type DirectoryView, parseSearchParams } from '@/lib/search/params';
import { listWaysOut } from '@/lib/search/present-filters';
import { PAGE_SIZE } from '@/lib/search/present-list';
import { searchCorpus } from '@/lib/search/queries';
import { STORIES } from '@/lib/search/stories/corpus';
import { presentStories, type StoriesModel, storyFilterContext, storyHrefs } from '@/lib/search/stories/present';
import type { StoryQuery } from '@/lib/search/stories/schema';
import { todayInSerbia } from '@/lib/search/today';
import { listStories, storyOrganisations } from '@/lib/stories/queries';
import { vocabularies } from '@/lib/taxonomies/queries';

/** Ways out of an empty result that are counted and offered. */
const MAX_WAYS_OUT = 5;

export interface LoadedStories {
  query: StoryQuery;
  view: DirectoryView;
  model: StoriesModel;
  map: DirectoryMap;
}

/**
 * The list of stories at one address (a query without its mark): found, fetched and put into words. Title and page of one
 * request ask for the same, and it is made once.
 */
export const loadStories = cache((locale: Locale, address: string): LoadedStories => {
  const vocab = vocabularies();
  const organisations = storyOrganisations();
  const { query, view: asked } = parseSearchParams(STORIES, new URLSearchParams(address), vocab);
  const search = (wanted: StoryQuery, limit: number, offset: number) =>
    searchCorpus(STORIES, wanted, { limit, offset, locale, exact: asked.exact });
  const searchPage = (page: number) => search(query, PAGE_SIZE, (page - 1) * PAGE_SIZE);

  const first = searchPage(asked.page);
  const page = clampPage(asked.page, first.total, PAGE_SIZE);
  const result = page === asked.page ? first : searchPage(page);
  const view = { ...asked, page };

  const isEmpty = result.total === 0 && result.problem === null;
  const context = storyFilterContext(locale, vocab, organisations, view.from);
  const waysOut = isEmpty ? listWaysOut(query, context).slice(0, MAX_WAYS_OUT) : [];
  const model = presentStories({
    ...{ locale, vocab, organisations, query, view, result },
    items: listStories(result.ids),
    waysOut: waysOut.map((way) => ({ ...way, total: search(way.without, 0, 0).total })),
    year: Number(todayInSerbia().slice(0, 4)),
  });
  // A pile leads to the list of what lies in it, whichever view it was found in.
  const href = storyHrefs(locale, { ...view, view: 'list', map: null });
  const map = findStoryMap(query, locale, (bbox) => href({ ...query, bbox }), { exact: view.exact });
  return { query, view, model, map };
});
