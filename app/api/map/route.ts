import { SERBIA_BOX } from '@/lib/geo/boxes';
import { FRAME_ZOOM } from '@/lib/geo/frame';
import { DEFAULT_LOCALE } from '@/lib/i18n/locales';
import { answerMapView, answerStoryMapView } from '@/lib/map/queries';
import { parseViewRequest } from '@/lib/map/view';
import { parseDirectoryParams, parseSearchParams } from '@/lib/search/params';
import { STORIES } from '@/lib/search/stories/corpus';
import { vocabularies } from '@/lib/taxonomies/queries';
import { mapResponse, problemResponse } from './responses';

/**
 * Internal: the hits of a directory query (of stories with `of=stories`) for the live map.
 * `GET /api/map?<the page's query>&zoom=8.5&view=west,south,east,north` answers a `MapAnswer`.
 */
export function GET(request: Request): Response {
  const params = new URL(request.url).searchParams;
  const asked = parseViewRequest(params, { view: SERBIA_BOX, zoom: FRAME_ZOOM });
  if ('field' in asked) return problemResponse(asked, DEFAULT_LOCALE);
  // `view` is the map's rectangle here, and the way of looking at the list in the page's own address.
  params.delete('view');
  if (params.get('of') === 'stories') {
    const { query, view } = parseSearchParams(STORIES, params, vocabularies());
    return mapResponse(answerStoryMapView(query, asked, { exact: view.exact }));
  }
  const { query, view } = parseDirectoryParams(params, vocabularies());
  return mapResponse(answerMapView(query, asked, { exact: view.exact }));
}
