import { DomEvent, divIcon, type Map as LeafletMap, marker as leafletMarker, type Marker } from 'leaflet';
import type { Rect } from '@/lib/geo/labels';
import { drawMarker, type Square } from '@/lib/geo/pile';
import type { LiveMarker } from './gather';
import { type Direction, nearestInDirection } from './nearest';

/** Side of a marker's button in pixels: a finger's. */
const TARGET = 44;

export interface MarkerHandlers {
  /** Somebody clicked the marker, or pressed Enter on it. */
  open(marker: LiveMarker): void;
  /** The pointer or the focus came to the marker (null: left it). */
  point(marker: LiveMarker | null): void;
  /** An arrow key with no marker in its direction. */
  beyond(direction: Direction): void;
}

/** The markers as buttons on the map. */
export interface MarkerLayer {
  /** Shows these markers and no others; a focused one that is still there keeps the focus. */
  render(markers: readonly LiveMarker[], labelOf: (marker: LiveMarker) => string): void;
  /** Gives the markers their names anew. */
  rename(labelOf: (marker: LiveMarker) => string): void;
  /** Marks the markers for which `isOn` holds, and no others. */
  highlight(isOn: (marker: LiveMarker) => boolean): void;
  /** @returns whether there is such a marker */
  focus(key: string): boolean;
  /** What the markers cover, in pixels of the container. */
  rooms(): Rect[];
}

interface Shown {
  marker: LiveMarker;
  layer: Marker;
  button: HTMLButtonElement;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Makes the layer; `label` names the whole group, `describedBy` is the id of the text on its keys. */
export function markerLayer(
  map: LeafletMap,
  locale: string,
  label: string,
  describedBy: string,
  handlers: MarkerHandlers,
): MarkerLayer {
  const shown = new Map<string, Shown>();
  const numbers = new Intl.NumberFormat(locale);
  const pane = map.getPane('markerPane') as HTMLElement;
  pane.setAttribute('role', 'group');
  pane.setAttribute('aria-label', label);
  pane.setAttribute('aria-describedby', describedBy);

  return {
    render(markers, labelOf) {
      const focused = focusedMarker();
      const wanted = new Set(markers.map(({ key }) => key));
      for (const [key, { layer }] of shown) {
        if (wanted.has(key)) continue;
        layer.remove();
        shown.delete(key);
      }
      for (const marker of markers) {
        const known = shown.get(marker.key);
        if (known) known.marker = marker;
        else shown.set(marker.key, add(marker));
      }
      sortElements(markers);
      this.rename(labelOf);
      if (focused) keepFocus(focused);
    },
    rename(labelOf) {
      for (const { marker, button } of shown.values()) button.setAttribute('aria-label', labelOf(marker));
    },
    highlight(isOn) {
      for (const { marker, layer } of shown.values()) layer.getElement()?.classList.toggle('is-on', isOn(marker));
    },
    focus(key) {
      const found = shown.get(key);
      found?.button.focus({ preventScroll: true });
      return found !== undefined;
    },
    rooms: () => [...shown.values()].map(({ marker }) => roomOf(marker)),
  };

  function add(marker: LiveMarker): Shown {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'map-button';
    button.innerHTML = drawing(marker, numbers.format(marker.count));
    const layer = leafletMarker([marker.lat, marker.lng], {
      icon: divIcon({ className: 'map-marker', html: button, iconSize: [TARGET, TARGET] }),
      interactive: false,
      keyboard: false,
    }).addTo(map);
    const key = marker.key;
    const present = () => shown.get(key)?.marker ?? marker;
    DomEvent.disableClickPropagation(button);
    button.addEventListener('click', () => handlers.open(present()));
    button.addEventListener('pointerenter', () => handlers.point(present()));
    button.addEventListener('pointerleave', () => handlers.point(null));
    button.addEventListener('focus', () => handlers.point(present()));
    button.addEventListener('blur', () => handlers.point(null));
    button.addEventListener('keydown', (event) => onKey(event, present()));
    return { marker, layer, button };
  }

  function onKey(event: KeyboardEvent, marker: LiveMarker): void {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    event.preventDefault();
    const next = nearestInDirection(pointOf(marker), candidates(marker), direction);
    if (next) shown.get(next)?.button.focus({ preventScroll: true });
    else handlers.beyond(direction);
  }

  function pointOf({ lat, lng }: LiveMarker) {
    return map.latLngToContainerPoint([lat, lng]);
  }

  function candidates(except: LiveMarker) {
    return [...shown.values()]
      .filter(({ marker }) => marker.key !== except.key)
      .map(({ marker }) => ({ key: marker.key, ...pick(pointOf(marker)) }));
  }

  /** The order of the Tab key is that of the elements: from north to south. */
  function sortElements(markers: readonly LiveMarker[]): void {
    const wanted = markers
      .map(({ key }) => shown.get(key)?.layer.getElement())
      .filter((element) => element !== undefined);
    const inOrder = wanted.every((element, i) => i === 0 || wanted[i - 1]?.nextElementSibling === element);
    if (!inOrder) pane.append(...wanted);
  }

  function focusedMarker(): LiveMarker | null {
    const active = document.activeElement;
    return [...shown.values()].find(({ button }) => button === active)?.marker ?? null;
  }

  function keepFocus(before: LiveMarker): void {
    const target = shown.get(before.key) ?? nearestTo(before);
    if (target) target.button.focus({ preventScroll: true });
    else map.getContainer().focus({ preventScroll: true });
  }

  /** The marker that stands nearest to where another one stood, on the visible map. */
  function nearestTo(before: LiveMarker): Shown | null {
    const from = pointOf(before);
    const distance = ({ marker }: Shown) => from.distanceTo(pointOf(marker));
    return [...shown.values()].reduce<Shown | null>(
      (best, candidate) => (best === null || distance(candidate) < distance(best) ? candidate : best),
      null,
    );
  }

  function roomOf(marker: LiveMarker): Rect {
    const { x, y } = pointOf(marker);
    const { front, behind, ring } = drawMarker(marker.count, marker.coarse, false);
    const first = ring ?? front;
    const last = behind[0] ?? first;
    return { left: x + first.x, top: y + first.y, right: x + last.x + last.side, bottom: y + last.y + last.side };
  }
}

const pick = ({ x, y }: { x: number; y: number }) => ({ x, y });

const rect = (className: string, { x, y, side }: Square) =>
  `<rect class="${className}" x="${x}" y="${y}" width="${side}" height="${side}"/>`;

/** The marker as SVG; the marks come from the page's sprite. Nothing of it is anybody's text. */
function drawing({ count, mark, coarse }: LiveMarker, number: string): string {
  const { behind, front, mark: markSquare, ring, fontSize } = drawMarker(count, coarse, false);
  const { x, y, side } = markSquare;
  const inside =
    count > 1
      ? `<text y="${fontSize * 0.34}" font-size="${fontSize}">${number}</text>`
      : `<svg x="${x}" y="${y}" width="${side}" height="${side}" viewBox="0 0 24 24"><use href="#m-${mark}"/></svg>`;
  const tiles = behind.map((tile) => rect('b2', tile)).join('') + rect('front', front);
  const className = count > 1 ? 'mk stack' : 'mk one';
  return (
    '<svg viewBox="-32 -32 64 64" width="64" height="64" aria-hidden="true" focusable="false">' +
    `${ring ? rect('ring', ring) : ''}<g class="${className}">${tiles}${inside}</g></svg>`
  );
}
