import { latLngBounds, map as leafletMap, svg } from 'leaflet';
import { boxAround, containsPoint } from '@/lib/geo/boxes';
import { type DistrictFinder, districtFinder, districtOfPile } from '@/lib/geo/districts';
import { FRAME, FRAME_CENTRE, FRAME_ZOOM } from '@/lib/geo/frame';
import type { BoundingBox, LatLng } from '@/lib/geo/types';
import type { Locale } from '@/lib/i18n/locales';
import { decodePiles, decodePlaces, type MapAnswer } from '@/lib/map/encoding';
import { fill, fillPlural, type MapLabels } from '@/lib/map/labels';
import { NEIGHBOURS } from '@/lib/map/neighbours';
import type { MapItem } from '@/lib/map/present';
import type { KosovoStyle } from '@/lib/map/settings';
import type { StreetLayer } from '@/lib/map/streets';
import type { MapView } from '@/lib/map/view';
import type { MapOf } from '@/lib/map/words';
import { type BaseLayer, drawBase } from './base-layer';
import { markCards, shownIds, watchCards } from './cards';
import { type Gatherer, gatherPiles, gatherPlaces, type LiveMarker } from './gather';
import { type Hint, tameGestures } from './gestures';
import { listPopup, type PopupList } from './list-popup';
import { type BaseNames, fetchBase, fetchHits, fetchItems, fetchItemsAt } from './map-data';
import { markerLayer } from './marker-layer';
import type { Direction } from './nearest';
import { addStreets } from './streets';
import { drawNames, type NameLayer } from './town-names';

export interface LiveMapOptions {
  locale: Locale;
  of: MapOf;
  labels: MapLabels;
  kosovo: KosovoStyle;
  tiles: StreetLayer | null;
  /** Version of the built base map. */
  version: string;
  /** The page's query. */
  query: string;
  /** Where to begin; null: the rectangle, or else the whole country. */
  view: MapView | null;
  box: BoundingBox | null;
  /** Id of the text that explains the keys. */
  describedBy: string;
  /** Somebody has moved the map. */
  onMove(view: MapView, box: BoundingBox): void;
  /** The map shows the hits of its query, or could not load them. */
  onState(state: 'ready' | 'failed'): void;
  onHint(hint: Hint): void;
  /** Address of the list of what lies in a box. */
  hrefOfBox(box: BoundingBox): string;
}

/** The live map, as the page steers it. */
export interface LiveMap {
  /** Shows the hits of another query. */
  show(query: string): void;
  /** Moves to a view, as when somebody goes back. */
  look(view: MapView): void;
  zoomBy(steps: number): void;
  /** The rectangle that is seen. */
  box(): BoundingBox;
  /** Tries again what has failed. */
  retry(): void;
  remove(): void;
}

const MIN_ZOOM = 5.8;
/** Beyond this the vector base map has nothing more to say; streets go further. */
const MAX_ZOOM = 13;
const MAX_ZOOM_STREETS = 18;
/** How far the map can be dragged: the neighbourhood that the base map holds. */
const REACH = latLngBounds([39.5, 15], [48.5, 27]);
/** DESIGN.md, section 8: at most 250 ms. */
const PAN = { animate: true, duration: 0.22 } as const;
const STEP = 90;
/** Share of the view that is fetched beyond each edge, so that a small move asks nothing. */
const MARGIN = 0.3;
const MAX_NAMED = 50;

/** Puts the live map into an element, which must have a size. */
export function createLiveMap(element: HTMLElement, options: LiveMapOptions): LiveMap {
  const { locale, labels, tiles } = options;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = leafletMap(element, {
    attributionControl: false,
    zoomControl: false,
    renderer: svg({ padding: 0.5 }),
    minZoom: MIN_ZOOM,
    maxZoom: tiles ? MAX_ZOOM_STREETS : MAX_ZOOM,
    // Pictures of streets look right at whole zooms only; the vector map at any.
    zoomSnap: tiles ? 1 : 0,
    maxBounds: REACH,
    maxBoundsViscosity: 1,
    inertia: false,
    wheelPxPerZoomLevel: 120,
    fadeAnimation: false,
    zoomAnimation: !calm,
    markerZoomAnimation: !calm,
  });
  const animation = calm ? { animate: false } : PAN;
  begin();

  let query = options.query;
  let base: { layer: BaseLayer; names: BaseNames; findDistrict: DistrictFinder; text: NameLayer } | null = null;
  let hits: { answer: MapAnswer; gather: Gatherer; reach: BoundingBox; zoom: number } | null = null;
  let request: AbortController | null = null;
  let shown: readonly LiveMarker[] = [];
  const items = new Map<number, MapItem>();
  const asked = new Set<number>();
  let pointed: LiveMarker | null = null;
  /** Where the keyboard came from: each pile that was opened by zooming in. */
  const trail: { view: MapView; key: string }[] = [];
  /** The focus goes to the first marker that then stands in this rectangle, or anywhere in view. */
  let awaited: BoundingBox | 'view' | null = null;
  /** Key of the pile that the focus goes back to. */
  let returning: string | null = null;
  let last = viewOf();

  const popupOfMap = listPopup(map, labels);
  const layer = markerLayer(map, locale, labels.markers, options.describedBy, {
    open,
    point,
    beyond: (direction) => map.panBy(STEPS[direction], animation),
  });
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') goBack();
  });
  tameGestures(map, options.onHint);
  const stopWatching = watchCards(showCard);
  /** Streets are seen, and bring the names of settlements with them. */
  let hasStreets = false;
  if (tiles) {
    addStreets(map, tiles, { locale, maxZoom: MAX_ZOOM_STREETS }, () => {
      if (hasStreets) return;
      hasStreets = true;
      base?.text.place(layer.rooms(), false);
    });
  }

  let frame = 0;
  map.on('move', () => {
    // While the map is dragged, what comes into view appears at the next frame.
    if (frame === 0) frame = requestAnimationFrame(() => render());
  });
  map.on('moveend', onMoved);
  const resize = new ResizeObserver(() => map.invalidateSize({ pan: false }));
  resize.observe(element);
  loadAll();

  return {
    show(next) {
      if (next === query) return;
      query = next;
      popupOfMap.close(false);
      trail.length = 0;
      base?.layer.choose(chosenDistricts());
      loadHits();
    },
    look(view) {
      if (isSameView(view, viewOf())) return;
      last = view;
      map.setView([view.lat, view.lng], view.zoom, { animate: false });
    },
    zoomBy: (steps) => map.setZoom(map.getZoom() + steps),
    box: boxOf,
    retry: loadAll,
    remove() {
      stopWatching();
      resize.disconnect();
      request?.abort();
      cancelAnimationFrame(frame);
      markCards(() => false);
      map.remove();
    },
  };

  function begin(): void {
    const { view, box } = options;
    if (view) map.setView([view.lat, view.lng], view.zoom, { animate: false });
    else if (box)
      map.fitBounds(
        [
          [box.south, box.west],
          [box.north, box.east],
        ],
        { animate: false },
      );
    else {
      const zoom = countryZoom();
      map.setView([FRAME_CENTRE.lat, FRAME_CENTRE.lng], tiles ? Math.floor(zoom) : zoom, { animate: false });
    }
  }

  /** The zoom of the server's picture, at the size that the page gives the map. */
  function countryZoom(): number {
    const { x, y } = map.getSize();
    const scale = Math.min(x / FRAME.width, y / FRAME.height);
    // A map that is put away while it loads (a tablet that is turned) has no size.
    return FRAME_ZOOM + (scale > 0 ? Math.log2(scale) : 0);
  }

  function viewOf(): MapView {
    const { lat, lng } = map.getCenter();
    return { lat, lng, zoom: map.getZoom() };
  }

  function boxOf(margin = 0): BoundingBox {
    const bounds = margin > 0 ? map.getBounds().pad(margin) : map.getBounds();
    return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
  }

  function chosenDistricts(): ReadonlySet<string> {
    return new Set(new URLSearchParams(query).getAll('district'));
  }

  function loadAll(): void {
    if (base) {
      loadHits();
      return;
    }
    const loading = fetchBase(locale, options.version);
    loading.then(([topology, names]) => {
      const areas = NEIGHBOURS.map(({ name, lat, lng, anchor }) => ({
        text: name === 'apart' ? options.kosovo.label : labels.neighbours[name],
        lat,
        lng,
        anchor,
      }));
      base = {
        names,
        layer: drawBase(map, topology, options.kosovo, tiles !== null),
        findDistrict: districtFinder(topology),
        text: drawNames(map, names.towns, areas),
      };
      base.layer.choose(chosenDistricts());
      loadHits();
    }, onFailed);
  }

  function loadHits(): void {
    request?.abort();
    request = new AbortController();
    const { signal } = request;
    const reach = boxOf(MARGIN);
    const zoom = map.getZoom();
    fetchHits(options.of, query, reach, zoom, signal).then(
      (answer) => {
        const { form, values } = answer;
        const gather =
          form === 'places' ? gatherPlaces(decodePlaces(values), countryZoom()) : gatherPiles(decodePiles(values));
        hits = { answer, gather, reach, zoom };
        render();
        place();
        options.onState('ready');
      },
      (error: unknown) => {
        if (!signal.aborted) onFailed(error);
      },
    );
  }

  function onFailed(error: unknown): void {
    console.warn(error);
    options.onState('failed');
  }

  /** Whether the present answer still says what there is to see. */
  function isEnough(): boolean {
    if (!hits) return false;
    if (hits.answer.scope === 'all') return true;
    const box = boxOf();
    const { reach, zoom, answer } = hits;
    const isInside =
      containsPoint(reach, { lat: box.south, lng: box.west }) &&
      containsPoint(reach, { lat: box.north, lng: box.east });
    return isInside && (answer.form === 'places' || Math.abs(zoom - map.getZoom()) < 0.3);
  }

  function onMoved(): void {
    if (base && !isEnough()) loadHits();
    render();
    place();
    const view = viewOf();
    if (isSameView(view, last)) return;
    last = view;
    options.onMove(view, boxOf());
  }

  /** Shows the markers of what is seen. */
  function render(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    if (!hits) return;
    const box = boxOf();
    // What stands beyond the edge would be reached by the Tab key and not be seen.
    shown = hits.gather(box, map.getZoom()).filter((marker) => containsPoint(box, marker));
    layer.render(shown, labelOf);
    layer.highlight(isPointed);
  }

  /** What is done once the map stands still. */
  function place(): void {
    base?.text.place(layer.rooms(), !hasStreets);
    nameShown();
    if (!isEnough()) return;
    if (returning !== null) layer.focus(returning);
    returning = null;
    if (!awaited) return;
    const wanted = awaited;
    const first = shown.find((marker) => wanted !== 'view' && containsPoint(wanted, marker)) ?? shown[0];
    awaited = null;
    if (first) layer.focus(first.key);
  }

  function labelOf(marker: LiveMarker): string {
    const { count, ids, coarse } = marker;
    const known = count === 1 && ids ? items.get(ids[0] as number) : undefined;
    const municipality = coarse ? `, ${labels.onlyMunicipality}` : '';
    if (known) return `${known.name}, ${known.detail}${municipality}`;
    const { place: name, around } = districtOf(marker);
    if (count === 1) return (name ? fill(labels.tile, { place: name }) : labels.tileAlone) + municipality;
    if (!name) return fillPlural(labels.pileAlone, locale, count);
    return fillPlural(around ? labels.pileAround : labels.pile, locale, count, { place: name });
  }

  function districtOf(marker: LiveMarker): { place: string | null; around: boolean } {
    if (!base) return { place: null, around: false };
    const { code, around } = districtOfPile(marker.box, marker, base.findDistrict);
    const name = code === null ? undefined : base.names.districts[code];
    return { place: name ?? null, around: marker.around ?? around };
  }

  /** Asks for the names of the single records that are seen, and for the places of the cards beside a gathered map. */
  function nameShown(): void {
    const singles = shown.filter(({ count }) => count === 1).flatMap(({ ids }) => ids ?? []);
    const cards = hits?.answer.form === 'piles' ? shownIds() : [];
    const wanted = [...new Set([...singles, ...cards])].filter((id) => !asked.has(id)).slice(0, 200);
    if (wanted.length === 0) return;
    for (const id of wanted) asked.add(id);
    fetchItems(options.of, wanted, locale).then(
      (found) => {
        for (const item of found) items.set(item.id, item);
        layer.rename(labelOf);
      },
      // The markers keep their general names; the next move asks again.
      () => {
        for (const id of wanted) asked.delete(id);
      },
    );
  }

  function open(marker: LiveMarker): void {
    const canZoom = !marker.onePlace && map.getZoom() < map.getMaxZoom() - 0.01;
    if (!canZoom) {
      openList(marker);
      return;
    }
    trail.push({ view: viewOf(), key: marker.key });
    const { box } = marker;
    const isPoint = box.west === box.east && box.south === box.north;
    const bounds = latLngBounds([box.south, box.west], [box.north, box.east]);
    const fitting = isPoint ? 0 : map.getBoundsZoom(bounds.pad(0.2));
    const zoom = Math.min(map.getMaxZoom(), Math.max(fitting, map.getZoom() + (isPoint ? 2 : 1)));
    // A pile that the server gathered has no known members: whatever comes into view is what it held.
    map.setView(isPoint ? marker : bounds.getCenter(), zoom, { animate: !calm });
    awaited = isPoint ? 'view' : box;
    if (calm) place();
  }

  function openList(marker: LiveMarker): void {
    const title = labelOf(marker);
    popupOfMap.open(marker, title, findItems(marker), (back) => {
      if (back) layer.focus(marker.key);
    });
  }

  async function findItems(marker: LiveMarker): Promise<PopupList> {
    const { ids, count, lat, lng } = marker;
    if (ids && (count <= MAX_NAMED || !marker.onePlace)) {
      const named = ids.slice(0, MAX_NAMED);
      const missing = named.filter((id) => !items.has(id));
      if (missing.length > 0)
        for (const item of await fetchItems(options.of, missing, locale)) items.set(item.id, item);
      const found = named.map((id) => items.get(id)).filter((item) => item !== undefined);
      return { items: found, rest: restOf(count - found.length, boxAround(found) ?? marker.box) };
    }
    if (!marker.onePlace) return { items: [], rest: restOf(count, boxOf()) };
    const answer = await fetchItemsAt(options.of, query, { lat, lng }, locale);
    for (const item of answer.items) items.set(item.id, item);
    return { items: answer.items, rest: restOf(answer.count - answer.items.length, marker.box) };
  }

  function restOf(count: number, box: BoundingBox): PopupList['rest'] {
    return count > 0 ? { text: fillPlural(labels.more, locale, count), href: options.hrefOfBox(box) } : null;
  }

  /** Back: closes the list, or leaves the pile that was opened last. */
  function goBack(): void {
    if (popupOfMap.isOpen()) {
      popupOfMap.close(true);
      return;
    }
    const step = trail.pop();
    if (!step) return;
    awaited = null;
    const { view, key } = step;
    returning = key;
    map.setView([view.lat, view.lng], view.zoom, { animate: !calm });
  }

  function point(marker: LiveMarker | null): void {
    pointed = marker;
    layer.highlight(isPointed);
    markCards((id) => marker !== null && holds(marker, id));
  }

  function isPointed(marker: LiveMarker): boolean {
    return pointed?.key === marker.key;
  }

  function showCard(id: number | null): void {
    layer.highlight((marker) => (id !== null && holds(marker, id)) || isPointed(marker));
  }

  /** Whether a record stands behind a marker; of a pile that the server gathered, the nearest one holds it. */
  function holds(marker: LiveMarker, id: number): boolean {
    if (marker.ids) return marker.ids.includes(id);
    const item = items.get(id);
    return item !== undefined && nearestPile(item)?.key === marker.key;
  }

  function nearestPile(place: LatLng): LiveMarker | null {
    const from = map.latLngToContainerPoint([place.lat, place.lng]);
    const distance = ({ lat, lng }: LiveMarker) => from.distanceTo(map.latLngToContainerPoint([lat, lng]));
    return shown.reduce<LiveMarker | null>(
      (best, marker) => (best === null || distance(marker) < distance(best) ? marker : best),
      null,
    );
  }
}

const STEPS: Record<Direction, [number, number]> = {
  up: [0, -STEP],
  down: [0, STEP],
  left: [-STEP, 0],
  right: [STEP, 0],
};

/** Equal to what the address can tell: about ten metres, and a hundredth of a zoom. */
function isSameView(a: MapView, b: MapView): boolean {
  return Math.abs(a.lat - b.lat) < 1e-4 && Math.abs(a.lng - b.lng) < 1e-4 && Math.abs(a.zoom - b.zoom) < 0.01;
}
