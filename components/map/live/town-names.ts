import { DomUtil, type Map as LeafletMap } from 'leaflet';
import { placeNames, type Rect } from '@/lib/geo/labels';
import type { LatLng } from '@/lib/geo/types';

/** A settlement's name in the script shown, and the zoom from which there is room for it. */
export type Town = readonly [name: string, lat: number, lng: number, minZoom: number];

/** A name that belongs to an area and not to a point. */
export interface AreaName extends LatLng {
  text: string;
  anchor: Anchor;
}

type Anchor = 'start' | 'middle' | 'end';

/** The names of the base map. */
export interface NameLayer {
  /** Places the names anew, so that they give way to these rectangles (pixels of the container). */
  place(markers: readonly Rect[], withTowns: boolean): void;
}

/** A name may come a little before its zoom: whether there is really room is seen when it is placed. */
const EARLY = 0.6;
const PANE = 'names';

/** Draws the names of settlements and neighbours as text of one size, whatever the zoom. */
export function drawNames(map: LeafletMap, towns: readonly Town[], areas: readonly AreaName[]): NameLayer {
  const pane = map.createPane(PANE);
  // While Leaflet scales the map, text would be scaled with it.
  pane.classList.add('map-names', 'leaflet-zoom-hide');
  pane.setAttribute('aria-hidden', 'true');

  return {
    place(markers, withTowns) {
      const size = map.getSize();
      const frame: Rect = { left: 0, top: 0, right: size.x, bottom: size.y };
      const zoom = map.getZoom() + EARLY;
      const bounds = map.getBounds();
      const shown = withTowns
        ? towns.filter(([, lat, lng, minZoom]) => minZoom <= zoom && bounds.contains([lat, lng]))
        : [];
      const wanted = shown.map(([text, lat, lng]) => ({ text, at: map.latLngToContainerPoint([lat, lng]) }));
      const names = areas.map(({ text, lat, lng, anchor }) => {
        const at = map.latLngToContainerPoint([lat, lng]);
        return textElement('nb', anchor, text, at.x, at.y);
      });
      const placed = placeNames(wanted, markers, frame).flatMap(({ index, x, y, anchor, dot }) => {
        const town = wanted[index];
        if (!town) return [];
        const text = textElement('city', anchor, town.text, x, y);
        return dot ? [dotElement(town.at.x, town.at.y), text] : [text];
      });
      pane.replaceChildren(...names, ...placed);
    },
  };

  /** A text at a point of its base line, which `start`, `middle` or `end` of it touches. */
  function textElement(kind: string, anchor: Anchor, text: string, x: number, y: number): HTMLElement {
    const element = document.createElement('span');
    element.className = `${kind} ${anchor}`;
    const inner = document.createElement('span');
    inner.textContent = text;
    element.append(inner);
    return at(element, x, y);
  }

  function dotElement(x: number, y: number): HTMLElement {
    const element = document.createElement('i');
    return at(element, x, y);
  }

  function at<T extends HTMLElement>(element: T, x: number, y: number): T {
    DomUtil.setPosition(element, map.containerPointToLayerPoint([x, y]));
    return element;
  }
}
