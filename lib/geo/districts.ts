import { boxAround, containsPoint } from './boxes';
import { pointsOfRing, type Topology } from './topology';
import type { BoundingBox, LatLng } from './types';

interface Area {
  code: string;
  box: BoundingBox;
  ring: LatLng[];
}

/** Tells in which district a point lies, by the generalised borders of the base map: near a border it may be wrong. */
export type DistrictFinder = (point: LatLng) => string | null;

/** Makes a finder of districts; the code is null outside all of them. */
export function districtFinder(topology: Topology): DistrictFinder {
  const areas: Area[] = topology.districts.map(([code, arcs]) => {
    const ring = pointsOfRing(topology, arcs);
    return { code, ring, box: boxAround(ring) ?? { west: 0, south: 0, east: 0, north: 0 } };
  });
  return (point) => areas.find((area) => containsPoint(area.box, point) && isInside(area.ring, point))?.code ?? null;
}

/** Side of a square of the quick finder, in degrees: about a kilometre. */
const SQUARE = 0.01;

/**
 * A finder that answers for the middle of the square in which a point lies, and remembers it: for many points, where
 * a kilometre at a border does not matter.
 */
export function quickDistrictFinder(topology: Topology): DistrictFinder {
  const find = districtFinder(topology);
  const known = new Map<number, string | null>();
  const rowLength = 360 / SQUARE;
  return ({ lat, lng }) => {
    const row = Math.floor(lat / SQUARE);
    const column = Math.floor(lng / SQUARE);
    const square = row * rowLength + column;
    let code = known.get(square);
    if (code === undefined) {
      code = find({ lat: (row + 0.5) * SQUARE, lng: (column + 0.5) * SQUARE });
      // Squares abroad are not kept: anyone can ask for any rectangle.
      if (code !== null) known.set(square, code);
    }
    return code;
  };
}

/** Even-odd rule: a ray to the east crosses the ring an odd number of times. */
function isInside(ring: readonly LatLng[], { lat, lng }: LatLng): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as LatLng;
    const b = ring[i] as LatLng;
    if (a.lat > lat === b.lat > lat) continue;
    if (lng < a.lng + ((lat - a.lat) / (b.lat - a.lat)) * (b.lng - a.lng)) inside = !inside;
  }
  return inside;
}

/** In which district a pile stands; `around` when some of its members may stand in another one. */
export function districtOfPile(
  box: BoundingBox,
  middle: LatLng,
  findDistrict: DistrictFinder,
): { code: string | null; around: boolean } {
  const code = findDistrict(middle);
  const corners = [
    { lat: box.north, lng: box.west },
    { lat: box.north, lng: box.east },
    { lat: box.south, lng: box.west },
    { lat: box.south, lng: box.east },
  ];
  const isPoint = box.west === box.east && box.south === box.north;
  return { code, around: !isPoint && corners.some((corner) => findDistrict(corner) !== code) };
}
