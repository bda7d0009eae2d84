import { type Point, project, unproject } from './projection';
import type { BoundingBox, LatLng } from './types';

/** The picture of the server-drawn map, in its own units (at 500 px wide: CSS pixels). */
export const FRAME = { width: 500, height: 681 } as const;

/** At this zoom of Web Mercator one pixel is one unit of the frame: Serbia fills it from side to side. */
export const FRAME_ZOOM = 7.225;

/** North-west corner of the frame. */
export const FRAME_CORNER: LatLng = { lat: 46.319, lng: 18.55 };

const corner = project(FRAME_CORNER, FRAME_ZOOM);

/** Middle of the frame; with `FRAME_ZOOM` it is the view with which the live map begins. */
export const FRAME_CENTRE: LatLng = unproject(
  { x: corner.x + FRAME.width / 2, y: corner.y + FRAME.height / 2 },
  FRAME_ZOOM,
);

const opposite = unproject({ x: corner.x + FRAME.width, y: corner.y + FRAME.height }, FRAME_ZOOM);

/** What the frame shows. */
export const FRAME_BOX: BoundingBox = {
  west: FRAME_CORNER.lng,
  south: opposite.lat,
  east: opposite.lng,
  north: FRAME_CORNER.lat,
};

/** Where a place stands in the frame. */
export function toFrame(place: LatLng): Point {
  const { x, y } = project(place, FRAME_ZOOM);
  return { x: x - corner.x, y: y - corner.y };
}
