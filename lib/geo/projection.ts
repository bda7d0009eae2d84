import type { LatLng } from './types';

/** A point in pixels; y grows to the south. */
export interface Point {
  x: number;
  y: number;
}

const RADIANS = Math.PI / 180;
const TILE = 256;

/** The latitude at which the square of Web Mercator ends. */
export const MAX_LATITUDE = 85.0511287798066;

/** Width and height of the whole world in pixels at a zoom, which need not be whole (Web Mercator, tiles of 256 px). */
export function worldSize(zoom: number): number {
  return TILE * 2 ** zoom;
}

/** Degrees to pixels of the world at a zoom; 0, 0 is the north-west corner. Latitudes beyond the square are cut. */
export function project({ lat, lng }: LatLng, zoom: number): Point {
  const size = worldSize(zoom);
  return { x: (lng / 360 + 0.5) * size, y: mercatorY(lat) * size };
}

/** The inverse of `project`. */
export function unproject({ x, y }: Point, zoom: number): LatLng {
  const size = worldSize(zoom);
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) / RADIANS;
  return { lat, lng: (x / size - 0.5) * 360 };
}

/** Share of the world's height that lies north of a latitude, 0 to 1. */
export function mercatorY(lat: number): number {
  const sine = Math.sin(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
