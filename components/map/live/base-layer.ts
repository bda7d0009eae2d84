import {
  type LatLngExpression,
  type Layer,
  type Map as LeafletMap,
  layerGroup,
  type Path,
  type PolylineOptions,
  polygon,
  polyline,
  svg,
} from 'leaflet';
import { pointsOfArc, pointsOfRing, type Topology } from '@/lib/geo/topology';
import type { KosovoStyle } from '@/lib/map/settings';

/** The vector base map of the live map. */
export interface BaseLayer {
  /** Fills the districts with these codes. */
  choose(codes: ReadonlySet<string>): void;
}

const HATCH = 'map-live-hatch';
// Colours come from the style sheet, so that the map follows the theme; these keep Leaflet from painting over them.
const PLAIN = { interactive: false, opacity: 1, fillOpacity: 1, smoothFactor: 0.6 };

/** Pane under the street layer. */
const GROUND = 'ground';

/**
 * Draws land, borders and neighbours; colours are those of the classes in live.css.
 * @param hasStreets the land is drawn once more, under the street layer, and seen where that one is missing
 */
export function drawBase(map: LeafletMap, topology: Topology, kosovo: KosovoStyle, hasStreets: boolean): BaseLayer {
  const line = (arcs: readonly number[], className: string): Layer =>
    polyline(
      arcs.map((arc) => pointsOfArc(topology, arc) as LatLngExpression[]),
      { ...PLAIN, fill: false, className },
    );
  const area = (ring: readonly number[], className: string, options: PolylineOptions = {}): Path =>
    polygon(pointsOfRing(topology, ring) as LatLngExpression[], { ...PLAIN, ...options, className });

  const { lines, apart } = topology;
  const districts = topology.districts.map(([code, ring]) => ({ code, path: area(ring, 'land') }));
  const group = layerGroup([
    line(lines.neighbours, 'border'),
    area(apart, `apart ${kosovo.line}`),
    ...districts.map(({ path }) => path),
    line(lines.outline, 'outline'),
    ...(kosovo.line === 'none'
      ? [line(lines.apartOutline, 'outline')]
      : [line([...lines.shared, ...lines.apartOutline], `apart-line ${kosovo.line}`)]),
  ]);
  group.addTo(map);
  if (hasStreets) {
    map.createPane(GROUND);
    const ground = { renderer: svg({ pane: GROUND, padding: 0.5 }) };
    const land = topology.districts.map(([, ring]) => area(ring, 'land', ground));
    layerGroup([area(apart, `apart ${kosovo.line}`, ground), ...land]).addTo(map);
  }
  addHatch(map);
  return {
    choose: (codes) => {
      for (const { code, path } of districts) path.getElement()?.classList.toggle('on', codes.has(code));
    },
  };
}

/** The pattern that `.apart.dashed` is filled with; Leaflet's own drawing must hold it. */
function addHatch(map: LeafletMap): void {
  const drawing = map.getPane('overlayPane')?.querySelector('svg');
  if (!drawing) return;
  const names = 'http://www.w3.org/2000/svg';
  const create = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS(names, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const pattern = create('pattern', {
    id: HATCH,
    width: '7',
    height: '7',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    create('path', { class: 'hatch-ground', d: 'M0 0h7v7H0z' }),
    create('path', { class: 'hatch-line', d: 'M0 0h2.2v7H0z' }),
  );
  const definitions = create('defs', {});
  definitions.append(pattern);
  drawing.prepend(definitions);
}
