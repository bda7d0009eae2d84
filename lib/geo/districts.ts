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
