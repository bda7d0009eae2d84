import 'server-only';
import { listEnterprises } from '@/lib/enterprises/queries';
import { type Clusters, clusterPositions } from '@/lib/geo/clusters';
import { districtOfPile, quickDistrictFinder } from '@/lib/geo/districts';
import { FRAME_BOX, FRAME_ZOOM } from '@/lib/geo/frame';
import { type Grid, indexesAround, toGrid } from '@/lib/geo/grid';
import type { Topology } from '@/lib/geo/topology';
import type { BoundingBox, LatLng } from '@/lib/geo/types';
import type { Locale } from '@/lib/i18n/locales';
import type { Words } from '@/lib/i18n/words';
import { listMatchingPositions, listPositionsOf, type SearchContext } from '@/lib/search/queries';
import type { DirectoryQuery, MatchingPositions } from '@/lib/search/schema';
import { STORIES } from '@/lib/search/stories/corpus';
import type { StoryQuery } from '@/lib/search/stories/schema';
import { listStories } from '@/lib/stories/queries';
import { vocabularies } from '@/lib/taxonomies/queries';
import base from '@/public/map/base.json';
import { encodePiles, encodePlaces, type MapAnswer, UNITS } from './encoding';
import {
  type MapItem,
  presentMapItem,
  presentMarkers,
  presentSingle,
  type SingleMarker,
  type StaticMarker,
} from './present';
import { presentStoryMapItem, presentStorySingle } from './present-stories';
import type { ViewRequest } from './view';
import { mapWords } from './words';

/** Up to this many records go to the browser one by one; it gathers them itself. */
const MAX_POINTS = 2_000;

/** Piles of thousands are the largest markers: they need more room than a tile. */
const PILE_RADIUS = 58;

/** Most records that a list in the map names. */
const MAX_ITEMS = 50;

const findDistrict = quickDistrictFinder(base as unknown as Topology);

/** The map of a query, to be drawn on the server. */
export interface DirectoryMap {
  total: number;
  withoutPosition: number;
  markers: StaticMarker[];
}

/**
 * The hits of a query as the markers of the server-drawn map.
 * @param hrefOfBox address of the list of what lies in a box
 */
export function findDirectoryMap(
  query: DirectoryQuery,
  locale: Locale,
  hrefOfBox: (box: BoundingBox) => string,
  context: SearchContext = {},
): DirectoryMap {
  const singles = (ids: readonly number[]) =>
    new Map(listEnterprises(ids).map((item) => [item.id, presentSingle(item, locale)]));
  return drawMap(listMatchingPositions(query, context), {
    locale,
    hrefOfBox,
    singles,
    t: mapWords(locale, 'enterprises'),
  });
}

/** `findDirectoryMap` for stories. */
export function findStoryMap(
  query: StoryQuery,
  locale: Locale,
  hrefOfBox: (box: BoundingBox) => string,
  context: SearchContext = {},
): DirectoryMap {
  const singles = (ids: readonly number[]) =>
    new Map(listStories(ids).map((story) => [story.id, presentStorySingle(story, locale)]));
  return drawMap(listPositionsOf(STORIES, query, context), {
    locale,
    hrefOfBox,
    singles,
    t: mapWords(locale, 'stories'),
  });
}

interface Drawing {
  locale: Locale;
  t: Words<'Map'>;
  hrefOfBox: (box: BoundingBox) => string;
  /** The records with these ids, each as a marker of its own. */
  singles: (ids: readonly number[]) => ReadonlyMap<number, SingleMarker>;
}

function drawMap(positions: MatchingPositions, { singles, ...drawing }: Drawing): DirectoryMap {
  const clusters = clusterPositions(positions, FRAME_BOX, FRAME_ZOOM);
  const idOf = (index: number) => positions.ids[index] as number;
  const alone = Array.from(clusters.lead).filter((_, index) => clusters.count[index] === 1);
  const markers = presentMarkers({
    ...drawing,
    ...{ clusters, idOf, findDistrict },
    singles: singles(alone.map(idOf)),
    vocab: vocabularies(),
  });
  return { total: positions.total, withoutPosition: positions.withoutPosition, markers };
}

/**
 * The hits of a query for the live map. Few hits go out whole, so that the browser can move and zoom without asking
 * again; of many, those of the rectangle go out, one by one or, where they are still too many, as piles.
 */
export function answerMapView(query: DirectoryQuery, asked: ViewRequest, context: SearchContext = {}): MapAnswer {
  return answerView(listMatchingPositions(query, context), asked);
}

/** `answerMapView` for stories. */
export function answerStoryMapView(query: StoryQuery, asked: ViewRequest, context: SearchContext = {}): MapAnswer {
  return answerView(listPositionsOf(STORIES, query, context), asked);
}

function answerView(positions: MatchingPositions, { view, zoom }: ViewRequest): MapAnswer {
  const { total, withoutPosition } = positions;
  if (positions.ids.length <= MAX_POINTS) {
    return { total, withoutPosition, scope: 'all', form: 'places', values: encodePlaces(positions) };
  }
  const candidates = indexesAround(gridOf(positions), view);
  const inside = indexesInside(positions, candidates, view);
  if (inside) {
    return { total, withoutPosition, scope: 'view', form: 'places', values: encodePlaces(positions, inside) };
  }
  const clusters = clusterPositions(positions, view, zoom, PILE_RADIUS, candidates);
  const values = encodePiles(clusters, positions, (index) => isAround(clusters, index));
  return { total, withoutPosition, scope: 'view', form: 'piles', values };
}

// Those who move in one map ask of the same positions again and again.
const grids = new WeakMap<MatchingPositions, Grid>();

function gridOf(positions: MatchingPositions): Grid {
  const grid = grids.get(positions) ?? toGrid(positions);
  grids.set(positions, grid);
  return grid;
}

/** Those of the candidates that lie in a box; null when there are more than go out one by one. */
function indexesInside(
  { lat, lng }: MatchingPositions,
  candidates: Uint32Array,
  { west, south, east, north }: BoundingBox,
): number[] | null {
  const inside: number[] = [];
  for (const i of candidates) {
    const y = lat[i] as number;
    const x = lng[i] as number;
    if (x < west || x > east || y < south || y > north) continue;
    if (inside.length === MAX_POINTS) return null;
    inside.push(i);
  }
  return inside;
}

function isAround(clusters: Clusters, index: number): boolean {
  const middle = { lat: clusters.lat[index] as number, lng: clusters.lng[index] as number };
  return districtOfPile(clusters.boxes[index] as BoundingBox, middle, findDistrict).around;
}

/** Names of records for the map's markers and lists; those without a position are left out. */
export function listMapItems(ids: readonly number[], locale: Locale): MapItem[] {
  const vocab = vocabularies();
  return listEnterprises(ids)
    .map((item) => presentMapItem(item, vocab, locale))
    .filter((item) => item !== null);
}

/** `listMapItems` for stories. */
export function listStoryMapItems(ids: readonly number[], locale: Locale): MapItem[] {
  return listStories(ids)
    .map((story) => presentStoryMapItem(story, locale))
    .filter((item) => item !== null);
}

/**
 * The hits of a query that stand on one point.
 * @param place the point, as the map's answer gave it: exact to five decimals
 * @returns their number, and the first of them by id
 */
export function listMapItemsAt(
  query: DirectoryQuery,
  place: LatLng,
  locale: Locale,
  context: SearchContext = {},
): { count: number; items: MapItem[] } {
  const ids = idsAt(listMatchingPositions(query, context), place);
  return { count: ids.length, items: listMapItems(ids.slice(0, MAX_ITEMS), locale) };
}

/** `listMapItemsAt` for stories. */
export function listStoryMapItemsAt(
  query: StoryQuery,
  place: LatLng,
  locale: Locale,
  context: SearchContext = {},
): { count: number; items: MapItem[] } {
  const ids = idsAt(listPositionsOf(STORIES, query, context), place);
  return { count: ids.length, items: listStoryMapItems(ids.slice(0, MAX_ITEMS), locale) };
}

/** Ids of the records that stand on a point, ascending. */
function idsAt(positions: MatchingPositions, place: LatLng): number[] {
  const lat = Math.round(place.lat * UNITS);
  const lng = Math.round(place.lng * UNITS);
  const ids: number[] = [];
  for (let i = 0; i < positions.ids.length; i++) {
    const isThere =
      Math.round((positions.lat[i] as number) * UNITS) === lat &&
      Math.round((positions.lng[i] as number) * UNITS) === lng;
    if (isThere) ids.push(positions.ids[i] as number);
  }
  return ids.sort((a, b) => a - b);
}
