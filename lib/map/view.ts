import { parseBoundingBox } from '@/lib/geo/boxes';
import type { BoundingBox, LatLng } from '@/lib/geo/types';

/** Centre and zoom of the map, as the address carries them in `map=lat,lng,zoom`. */
export interface MapView extends LatLng {
  zoom: number;
}

/** Parameters of the page that say how it is looked at, and not what it asks. */
export const PAGE_ONLY = ['view', 'map', 'page', 'sort', 'all'] as const;

/** "lat,lng,zoom"; null for anything else. */
export function parseMapView(text: string): MapView | null {
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?),(\d{1,2}(?:\.\d+)?)$/.exec(text.trim());
  if (!match) return null;
  const [lat = 0, lng = 0, zoom = 0] = match.slice(1).map(Number);
  return Math.abs(lat) <= 85 && Math.abs(lng) <= 180 && zoom <= MAX_ZOOM ? { lat, lng, zoom } : null;
}

/** The view as the address carries it: about ten metres, and a hundredth of a zoom. */
export function formatMapView({ lat, lng, zoom }: MapView): string {
  return [lat.toFixed(4), lng.toFixed(4), String(Math.round(zoom * 100) / 100)].join(',');
}

const MAX_ZOOM = 22;
const MAX_IDS = 200;

/** What the map asks for: a rectangle and a zoom. */
export interface ViewRequest {
  view: BoundingBox;
  zoom: number;
}

export type ViewProblem = { field: 'view' | 'zoom' };

/**
 * Reads `view=west,south,east,north&zoom=`. Either may be missing: the whole country, at the zoom that shows it.
 * @returns the name of the parameter that cannot be understood
 */
export function parseViewRequest(params: URLSearchParams, fallback: ViewRequest): ViewRequest | ViewProblem {
  const zoomText = params.get('zoom');
  const viewText = params.get('view');
  const zoom = zoomText === null ? fallback.zoom : parseZoom(zoomText);
  if (zoom === null) return { field: 'zoom' };
  const view = viewText === null ? fallback.view : parseBoundingBox(viewText);
  return view ? { view, zoom } : { field: 'view' };
}

function parseZoom(text: string): number | null {
  if (!/^\d{1,2}(\.\d+)?$/.test(text)) return null;
  const zoom = Number(text);
  return zoom <= MAX_ZOOM ? zoom : null;
}

/** Which records the map wants to name: these, or those that stand on this point. */
export type ItemsRequest = { ids: number[] } | { at: LatLng };

export type ItemsProblem = { field: 'ids' | 'at' | 'which' };

/** Reads `ids=1,2,3` or `at=lat,lng`. @returns the name of the parameter that cannot be understood */
export function parseItemsRequest(params: URLSearchParams): ItemsRequest | ItemsProblem {
  const ids = params.get('ids');
  if (ids !== null) {
    const parts = ids.split(',');
    const isList = parts.length <= MAX_IDS && parts.every((part) => /^[1-9]\d{0,8}$/.test(part));
    return isList ? { ids: parts.map(Number) } : { field: 'ids' };
  }
  const at = params.get('at');
  if (at === null) return { field: 'which' };
  const view = parseMapView(`${at},0`);
  return view ? { at: { lat: view.lat, lng: view.lng } } : { field: 'at' };
}
