import { sizeOfBox } from './boxes';
import { type Positions, PRECISIONS } from './positions';
import { mercatorY, unproject, worldSize } from './projection';
import type { BoundingBox } from './types';

/** Records that stand nearer to each other than this become one pile, in pixels: a marker is 24 to 42. */
export const CLUSTER_RADIUS = 44;

/** Side of the squares in which records are gathered first, in pixels. */
const CELL = 10;

/** No screen shows more of the map than this, in pixels; a wider question is answered for a smaller zoom. */
const MAX_VIEW = 2560;

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
  /** The box around the members, degrees. */
  boxes: BoundingBox[];
}

const MUNICIPALITY = PRECISIONS.indexOf('municipality');

/**
 * Gathers the records of a box into groups that can stand side by side on a map of this zoom. Two steps: squares
 * fixed to the world, in one pass; then the fullest squares draw in what lies within `radius`. The counts add up
 * to the number of records in the box, edges included.
 * @param candidates indexes among which all are that lie in the box; all positions unless given
 */
export function clusterPositions(
  positions: Positions,
  box: BoundingBox,
  zoom: number,
  radius = CLUSTER_RADIUS,
  candidates: Uint32Array | null = null,
): Clusters {
  const shown = Math.min(zoom, largestZoom(box));
  const squares = gatherSquares(positions, candidates, box, shown);
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
  west: Float64Array;
  south: Float64Array;
  east: Float64Array;
  north: Float64Array;
}

/** Latitudes of which the projection is computed; between two of them it is a straight line to a thousandth of a pixel. */
const ROWS_OF_TABLE = 4096;

/** Makes a quick `mercatorY` for the latitudes of a box: the logarithm for each record costs more than all the rest. */
function quickMercator({ south, north }: BoundingBox, world: number): (lat: number) => number {
  const height = Math.max(north - south, 1e-9);
  const table = Float64Array.from({ length: ROWS_OF_TABLE + 2 }, (_, row) =>
    mercatorY(south + (height * row) / ROWS_OF_TABLE),
  );
  return (lat) => {
    const row = ((lat - south) / height) * ROWS_OF_TABLE;
    const below = Math.floor(row);
    const y = table[below] as number;
    return (y + ((table[below + 1] as number) - y) * (row - below)) * world;
  };
}

function gatherSquares(positions: Positions, candidates: Uint32Array | null, box: BoundingBox, zoom: number): Squares {
  const { lat, lng, precisionIndex } = positions;
  const world = worldSize(zoom);
  const left = Math.floor((box.west * (world / 360) + world / 2) / CELL);
  const yOf = quickMercator(box, world);
  const top = Math.floor(yOf(box.north) / CELL);
  const columns = Math.floor((box.east * (world / 360) + world / 2) / CELL) - left + 1;
  const rows = Math.floor(yOf(box.south) / CELL) - top + 1;
  const slotOf = new Int32Array(columns * rows).fill(-1);
  const looked = candidates?.length ?? lat.length;
  const most = Math.min(columns * rows, looked);
  const squares: Squares = {
    size: 0,
    x: new Float64Array(most),
    y: new Float64Array(most),
    count: new Uint32Array(most),
    lead: new Uint32Array(most),
    onePlace: new Uint8Array(most),
    coarse: new Uint8Array(most),
    west: new Float64Array(most).fill(Number.POSITIVE_INFINITY),
    south: new Float64Array(most).fill(Number.POSITIVE_INFINITY),
    east: new Float64Array(most).fill(Number.NEGATIVE_INFINITY),
    north: new Float64Array(most).fill(Number.NEGATIVE_INFINITY),
  };

  // One name for each column: the loop runs once for each record of the directory.
  const { x: sumX, y: sumY, count, lead, onePlace, coarse, west, south, east, north } = squares;
  const kX = world / 360;
  for (let at = 0; at < looked; at++) {
    const i = candidates === null ? at : (candidates[at] as number);
    const atLat = lat[i] as number;
    const atLng = lng[i] as number;
    if (!(atLng >= box.west && atLng <= box.east && atLat >= box.south && atLat <= box.north)) continue;
    const x = atLng * kX + world / 2;
    const y = yOf(atLat);
    const cell = (Math.floor(y / CELL) - top) * columns + Math.floor(x / CELL) - left;
    let slot = slotOf[cell] as number;
    if (slot < 0) {
      slot = squares.size++;
      slotOf[cell] = slot;
      lead[slot] = i;
      onePlace[slot] = 1;
      coarse[slot] = 1;
    }
    sumX[slot] = (sumX[slot] as number) + x;
    sumY[slot] = (sumY[slot] as number) + y;
    count[slot] = (count[slot] as number) + 1;
    const first = lead[slot] as number;
    if (lat[first] !== atLat || lng[first] !== atLng) onePlace[slot] = 0;
    if (precisionIndex[i] !== MUNICIPALITY) coarse[slot] = 0;
    if (atLng < (west[slot] as number)) west[slot] = atLng;
    if (atLng > (east[slot] as number)) east[slot] = atLng;
    if (atLat < (south[slot] as number)) south[slot] = atLat;
    if (atLat > (north[slot] as number)) north[slot] = atLat;
  }
  return squares;
}

function mergeSquares(squares: Squares, positions: Positions, zoom: number, radius: number): Clusters {
  const { size } = squares;
  const middleX = new Float64Array(size);
  const middleY = new Float64Array(size);
  const neighbours = new Map<number, number[]>();
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

// No world of ours has more columns of blocks than this, and the product stays a whole number exactly.
const BLOCK_COLUMNS = 2 ** 26;

function blockKey(x: number, y: number, radius: number): number {
  return Math.floor(y / radius) * BLOCK_COLUMNS + Math.floor(x / radius);
}

function* slotsAround(blocks: Map<number, number[]>, x: number, y: number, radius: number): Generator<number> {
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
    boxes: [],
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
    clusters.boxes.push({
      west: Math.min(...members.map((slot) => squares.west[slot] as number)),
      south: Math.min(...members.map((slot) => squares.south[slot] as number)),
      east: Math.max(...members.map((slot) => squares.east[slot] as number)),
      north: Math.max(...members.map((slot) => squares.north[slot] as number)),
    });
  });
  return clusters;
}
