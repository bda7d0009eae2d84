import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { listMapItems, listMapItemsAt, listStoryMapItems, listStoryMapItemsAt } from '@/lib/map/queries';
import { parseItemsRequest } from '@/lib/map/view';
import { parseDirectoryParams, parseSearchParams } from '@/lib/search/params';
import { STORIES } from '@/lib/search/stories/corpus';
import { vocabularies } from '@/lib/taxonomies/queries';
import { mapResponse, problemResponse } from '../responses';

/**
 * Internal: names and addresses of records for the map's markers and lists.
 * `GET /api/map/items?lang=&ids=1,2,3`, or `?lang=&<the page's query>&at=lat,lng` for the hits that stand on a point;
 * answers `{ count, items: MapItem[] }`, the first fifty of a point. With `of=stories` the records are stories.
 */
export function GET(request: Request): Response {
  const params = new URL(request.url).searchParams;
  const lang = params.get('lang');
  const locale = isLocale(lang) ? lang : DEFAULT_LOCALE;
  const asked = parseItemsRequest(params);
  if ('field' in asked) return problemResponse(asked, locale);
  const ofStories = params.get('of') === 'stories';
  if ('at' in asked && ofStories) {
    const { query, view } = parseSearchParams(STORIES, params, vocabularies());
    return mapResponse(listStoryMapItemsAt(query, asked.at, locale, { exact: view.exact }));
  }
  if ('at' in asked) {
    const { query, view } = parseDirectoryParams(params, vocabularies());
    return mapResponse(listMapItemsAt(query, asked.at, locale, { exact: view.exact }));
  }
  const items = ofStories ? listStoryMapItems(asked.ids, locale) : listMapItems(asked.ids, locale);
  return mapResponse({ count: items.length, items });
}
