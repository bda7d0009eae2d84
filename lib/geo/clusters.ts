import { sizeOfBox } from './boxes';
import type { Positions } from './positions';
import { mercatorY, unproject, worldSize } from './projection';
import type { BoundingBox } from './types';

/** Records that stand nearer to each other than this become one pile, in pixels: a marker is 24 to 42. */
export const CLUSTER_RADIUS = 40;

/** Side of the squares in which records are gathered first, in pixels. */
const CELL = 10;

/** No screen shows more of the map than this, in pixels; a wider question is answered for a smaller zoom. */
export const MAX_VIEW = 2560;

/** Groups of records: the same index is the same group. A group of one is the record itself. */
export interface Clusters {
  /** Degrees: the one place when there is only one, otherwise the middle of the members. */
  lat: Float64Array;
  lng: Float64Array;
  count: Uint32Array;
  /** Index, in the positions, of one member. */
  lead: Uint32Array;
  /** 1 when all members stand on exactly one point: a pile that no zoom takes apart. */
  onePlace: Uint8Array;
  /** 1 when only the municipality is known of every member. */
  coarse: Uint8Array;
}

const MUNICIPALITY = 2;

/**
 * Gathers the records of a box into groups that can stand side by side on a map of this zoom. Two steps: squares
 * fixed to the world, in one pass; then the fullest squares draw in what lies within `radius`. The counts add up
 * to the number of records in the box, edges included.
 */
export function clusterPositions(
  positions: Positions,
  box: BoundingBox,
  zoom: number,
  radius = CLUSTER_RADIUS,
): Clusters {
  const shown = Math.min(zoom, largestZoom(box));
  const squares = gatherSquares(positions, box, shown);
  return mergeSquares(squares, positions, shown, radius);
}

/** The zoom at which the box fills the largest screen. */
function largestZoom(box: BoundingBox): number {
  const { width, height } = sizeOfBox(box, 0);
  return Math.log2(MAX_VIEW / Math.max(width, height, 1e-9));
}

/** Sums over the members of each square, in pixels of the world. */
interface Squares {
  size: number;
  x: Float64Array;
  y: Float64Array;
  count: Uint32Array;
  lead: Uint32Array;
  onePlace: Uint8Array;
  coarse: Uint8Array;
}

function gatherSquares(positions: Positions, box: BoundingBox, zoom: number): Squares {
  const { lat, lng, precisionIndex } = positions;
  const world = worldSize(zoom);
  const left = Math.floor(((box.west / 360 + 0.5) * world) / CELL);
  const top = Math.floor((mercatorY(box.north) * world) / CELL);
  const columns = Math.floor(((box.east / 360 + 0.5) * world) / CELL) - left + 1;
  const rows = Math.floor((mercatorY(box.south) * world) / CELL) - top + 1;
  const slotOf = new Int32Array(columns * rows).fill(-1);
  const most = Math.min(columns * rows, lat.length);
  const squares: Squares = {
    size: 0,
    x: new Float64Array(most),
    y: new Float64Array(most),
    count: new Uint32Array(most),
    lead: new Uint32Array(most),
    onePlace: new Uint8Array(most),
    coarse: new Uint8Array(most),
  };

  for (let i = 0; i < lat.length; i++) {
    const north = lat[i] as number;
    const east = lng[i] as number;
    if (!(east >= box.west && east <= box.east && north >= box.south && north <= box.north)) continue;
    const x = (east / 360 + 0.5) * world;
    const y = mercatorY(north) * world;
    const cell = (Math.floor(y / CELL) - top) * columns + Math.floor(x / CELL) - left;
    let slot = slotOf[cell] as number;
    if (slot < 0) {
      slot = squares.size++;
      slotOf[cell] = slot;
      squares.lead[slot] = i;
      squares.onePlace[slot] = 1;
      squares.coarse[slot] = 1;
    }
    const lead = squares.lead[slot] as number;
    squares.x[slot] = (squares.x[slot] as number) + x;
    squares.y[slot] = (squares.y[slot] as number) + y;
    squares.count[slot] = (squares.count[slot] as number) + 1;
    if (lat[lead] !== north || lng[lead] !== east) squares.onePlace[slot] = 0;
    if (precisionIndex[i] !== MUNICIPALITY) squares.coarse[slot] = 0;
  }
  return squares;
}

function mergeSquares(squares: Squares, positions: Positions, zoom: number, radius: number): Clusters {
  const { size } = squares;
  const middleX = new Float64Array(size);
  const middleY = new Float64Array(size);
  const neighbours = new Map<string, number[]>();
  for (let slot = 0; slot < size; slot++) {
    middleX[slot] = (squares.x[slot] as number) / (squares.count[slot] as number);
    middleY[slot] = (squares.y[slot] as number) / (squares.count[slot] as number);
    const key = blockKey(middleX[slot] as number, middleY[slot] as number, radius);
    const block = neighbours.get(key);
    if (block) block.push(slot);
    else neighbours.set(key, [slot]);
  }

  // The fullest first; equal ones in the order of the records, so that the same question has the same answer.
  const order = Array.from({ length: size }, (_, slot) => slot).sort(
    (a, b) =>
      (squares.count[b] as number) - (squares.count[a] as number) ||
      (squares.lead[a] as number) - (squares.lead[b] as number),
  );
  const taken = new Uint8Array(size);
  const groups: number[][] = [];
  for (const centre of order) {
    if (taken[centre]) continue;
    const members = [centre];
    taken[centre] = 1;
    for (const other of slotsAround(neighbours, middleX[centre] as number, middleY[centre] as number, radius)) {
      if (taken[other]) continue;
      const dx = (middleX[other] as number) - (middleX[centre] as number);
      const dy = (middleY[other] as number) - (middleY[centre] as number);
      if (dx * dx + dy * dy > radius * radius) continue;
      taken[other] = 1;
      members.push(other);
    }
    groups.push(members);
  }
  return toClusters(groups, squares, positions, zoom);
}

function blockKey(x: number, y: number, radius: number): string {
  return `${Math.floor(x / radius)}:${Math.floor(y / radius)}`;
}

function* slotsAround(blocks: Map<string, number[]>, x: number, y: number, radius: number): Generator<number> {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      yield* blocks.get(blockKey(x + dx * radius, y + dy * radius, radius)) ?? [];
    }
  }
}

function toClusters(groups: readonly number[][], squares: Squares, positions: Positions, zoom: number): Clusters {
  const { lat, lng } = positions;
  const clusters: Clusters = {
    lat: new Float64Array(groups.length),
    lng: new Float64Array(groups.length),
    count: new Uint32Array(groups.length),
    lead: new Uint32Array(groups.length),
    onePlace: new Uint8Array(groups.length),
    coarse: new Uint8Array(groups.length),
  };
  groups.forEach((members, index) => {
    const sum = (column: ArrayLike<number>) => members.reduce((total, slot) => total + (column[slot] as number), 0);
    const all = (column: ArrayLike<number>) => (members.every((slot) => column[slot] === 1) ? 1 : 0);
    const count = sum(squares.count);
    const lead = squares.lead[members[0] as number] as number;
    const samePoint = members.every((slot) => {
      const other = squares.lead[slot] as number;
      return lat[other] === lat[lead] && lng[other] === lng[lead];
    });
    const onePlace = samePoint ? all(squares.onePlace) : 0;
    const middle = onePlace
      ? { lat: lat[lead] as number, lng: lng[lead] as number }
      : unproject({ x: sum(squares.x) / count, y: sum(squares.y) / count }, zoom);
    clusters.lat[index] = middle.lat;
    clusters.lng[index] = middle.lng;
    clusters.count[index] = count;
    clusters.lead[index] = lead;
    clusters.onePlace[index] = onePlace;
    clusters.coarse[index] = all(squares.coarse);
  });
  return clusters;
}
