import { project } from './projection';
import type { BoundingBox, LatLng } from './types';

/** Serbia with the area that the boundary source draws apart, and a little air (prisma/data/boundaries). */
export const SERBIA_BOX: BoundingBox = { west: 18.8, south: 41.82, east: 23.05, north: 46.22 };

/** Boxes in addresses have four decimals: about ten metres. */
const DECIMALS = 4;

/**
 * Reads "west,south,east,north" in degrees.
 * @returns null when it is anything else: letters, edges that have changed places, a place that is not on Earth
 */
export function parseBoundingBox(text: string): BoundingBox | null {
  const parts = text.split(',').map((part) => (/^\s*-?\d{1,3}(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN));
  if (parts.length !== 4 || parts.some(Number.isNaN)) return null;
  const [west = 0, south = 0, east = 0, north = 0] = parts;
  if (west > east || south > north || west < -180 || east > 180 || south < -90 || north > 90) return null;
  return { west, south, east, north };
}

/** "west,south,east,north", as addresses carry it; read back it holds every point that the box held. */
export function formatBoundingBox({ west, south, east, north }: BoundingBox): string {
  const unit = 10 ** DECIMALS;
  const outwards = [Math.floor(west * unit), Math.floor(south * unit), Math.ceil(east * unit), Math.ceil(north * unit)];
  return outwards.map((edge) => edge / unit).join(',');
}

/** Whether a point lies in a box or on its edge. */
export function containsPoint(box: BoundingBox, { lat, lng }: LatLng): boolean {
  return lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north;
}

/** A box grown on every side by a share of its width and height. */
export function expandBox(box: BoundingBox, share: number): BoundingBox {
  const width = (box.east - box.west) * share;
  const height = (box.north - box.south) * share;
  return {
    west: Math.max(-180, box.west - width),
    south: Math.max(-90, box.south - height),
    east: Math.min(180, box.east + width),
    north: Math.min(90, box.north + height),
  };
}

/** The smallest box that holds all points; null when there is none. */
export function boxAround(points: Iterable<LatLng>): BoundingBox | null {
  let box: BoundingBox | null = null;
  for (const { lat, lng } of points) {
    box ??= { west: lng, south: lat, east: lng, north: lat };
    box.west = Math.min(box.west, lng);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, lng);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Width and height of a box in pixels at a zoom. */
export function sizeOfBox(box: BoundingBox, zoom: number): { width: number; height: number } {
  const northWest = project({ lat: box.north, lng: box.west }, zoom);
  const southEast = project({ lat: box.south, lng: box.east }, zoom);
  return { width: southEast.x - northWest.x, height: southEast.y - northWest.y };
}
