import { formatBoundingBox } from '@/lib/geo/boxes';
import type { Topology } from '@/lib/geo/topology';
import type { BoundingBox, LatLng } from '@/lib/geo/types';
import type { Locale } from '@/lib/i18n/locales';
import type { MapAnswer } from '@/lib/map/encoding';
import type { MapItem } from '@/lib/map/present';
import { PAGE_ONLY } from '@/lib/map/view';
import type { MapOf } from '@/lib/map/words';
import type { Town } from './town-names';

/** The base map's words in one language and script. */
export interface BaseNames {
  /** By the code of the district. */
  districts: Record<string, string>;
  towns: Town[];
}

async function fetchJson<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address.split('?')[0]} answered ${response.status}`);
  return (await response.json()) as T;
}

/** @param version of the built map: part of the addresses, so that an old file is never taken for a new one */
export function fetchBase(locale: Locale, version: string): Promise<[Topology, BaseNames]> {
  return Promise.all([
    fetchJson<Topology>(`/map/base.json?v=${version}`),
    fetchJson<BaseNames>(`/map/names.${locale}.json?v=${version}`),
  ]);
}

/** The page's query without what says only how the page is looked at. */
function asked(of: MapOf, query: string): URLSearchParams {
  const params = new URLSearchParams(query);
  if (of === 'stories') params.set('of', of);
  for (const name of PAGE_ONLY) params.delete(name);
  return params;
}

/** The hits of the page's query, for a rectangle and a zoom. */
export function fetchHits(
  of: MapOf,
  query: string,
  view: BoundingBox,
  zoom: number,
  signal: AbortSignal,
): Promise<MapAnswer> {
  const params = asked(of, query);
  params.set('zoom', zoom.toFixed(2));
  params.set('view', formatBoundingBox(view));
  return fetchJson<MapAnswer>(`/api/map?${params}`, signal);
}

/** Names and addresses of records. */
export async function fetchItems(of: MapOf, ids: readonly number[], locale: Locale): Promise<MapItem[]> {
  const which = of === 'stories' ? '&of=stories' : '';
  const answer = await fetchJson<{ items: MapItem[] }>(`/api/map/items?lang=${locale}&ids=${ids.join(',')}${which}`);
  return answer.items;
}

/** The hits of the page's query that stand on a point. */
export function fetchItemsAt(
  of: MapOf,
  query: string,
  { lat, lng }: LatLng,
  locale: Locale,
): Promise<{ count: number; items: MapItem[] }> {
  const params = asked(of, query);
  params.set('lang', locale);
  params.set('at', `${lat},${lng}`);
  return fetchJson(`/api/map/items?${params}`);
}
