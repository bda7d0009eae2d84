import type { LatLng } from './types';

/**
 * The lines of the base map, each once, as whole numbers: `[x, y, dx, dy, dx, dy, …]` in steps of `1 / STEPS` degree
 * east and north. A ring names its lines by index; `~index` runs backwards (as in TopoJSON).
 */
export interface Topology {
  arcs: readonly (readonly number[])[];
  /** Code of the district and its outer ring. */
  districts: readonly (readonly [code: string, ring: readonly number[]])[];
  /** Ring of the area that the source draws apart. */
  apart: readonly number[];
  /** Lines by what they divide. */
  lines: {
    /** Serbia from its neighbours. */
    outline: readonly number[];
    /** District from district. */
    inner: readonly number[];
    /** Serbia from the area drawn apart. */
    shared: readonly number[];
    /** The area drawn apart from the neighbours. */
    apartOutline: readonly number[];
    /** Neighbour from neighbour, and their coasts. */
    neighbours: readonly number[];
  };
}

/** Steps in a degree: about ten metres. */
export const STEPS = 10_000;

/** The points of one line. */
export function pointsOfArc(topology: Topology, index: number): LatLng[] {
  const arc = topology.arcs[index < 0 ? ~index : index] ?? [];
  const points: LatLng[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < arc.length; i += 2) {
    x += arc[i] as number;
    y += arc[i + 1] as number;
    points.push({ lat: y / STEPS, lng: x / STEPS });
  }
  return index < 0 ? points.reverse() : points;
}

/** The points of a ring; the last is the first. */
export function pointsOfRing(topology: Topology, ring: readonly number[]): LatLng[] {
  return ring.flatMap((index, at) => {
    const points = pointsOfArc(topology, index);
    // Where one line ends, the next begins.
    return at === 0 ? points : points.slice(1);
  });
}

/** Points as the whole numbers of an arc; steps of nothing are left out. */
export function toArc(points: readonly LatLng[]): number[] {
  const arc: number[] = [];
  let x = 0;
  let y = 0;
  for (const point of points) {
    const nextX = Math.round(point.lng * STEPS);
    const nextY = Math.round(point.lat * STEPS);
    if (arc.length > 0 && nextX === x && nextY === y) continue;
    arc.push(nextX - x, nextY - y);
    x = nextX;
    y = nextY;
  }
  return arc;
}
