/** A point, degrees WGS84. */
export interface LatLng {
  lat: number;
  lng: number;
}

/** Degrees WGS84; edges included. West is less than east: nothing of ours crosses the antimeridian. */
export interface BoundingBox {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** How exactly a position is known. `hidden` is never published. */
export type Precision = 'address' | 'settlement' | 'municipality';
