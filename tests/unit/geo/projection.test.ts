import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME, FRAME_BOX, FRAME_CENTRE, toFrame } from '@/lib/geo/frame';
import { mercatorY, project, unproject, worldSize } from '@/lib/geo/projection';

const places = fc.record({
  lat: fc.double({ min: -84, max: 84, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const zooms = fc.double({ min: 0, max: 18, noNaN: true });

describe('the projection of the map', () => {
  it('puts well-known places where every web map has them', () => {
    expect(worldSize(0)).toBe(256);
    expect(project({ lat: 0, lng: 0 }, 0)).toEqual({ x: 128, y: 128 });
    expect(project({ lat: 0, lng: -180 }, 3).x).toBe(0);
    // Tile 8/142/92 of the usual scheme holds Belgrade.
    const belgrade = project({ lat: 44.804, lng: 20.465 }, 8);
    expect([Math.floor(belgrade.x / 256), Math.floor(belgrade.y / 256)]).toEqual([142, 92]);
  });

  it('leads back to the place it came from', () => {
    fc.assert(
      fc.property(places, zooms, (place, zoom) => {
        const back = unproject(project(place, zoom), zoom);
        expect(back.lat).toBeCloseTo(place.lat, 6);
        expect(back.lng).toBeCloseTo(place.lng, 6);
      }),
    );
  });

  it('keeps the north above the south, and the ends of the Earth inside', () => {
    fc.assert(fc.property(places, (place) => mercatorY(place.lat + 1) < mercatorY(place.lat)));
    expect(mercatorY(90)).toBeCloseTo(0, 6);
    expect(mercatorY(-90)).toBeCloseTo(1, 6);
  });
});

describe('the frame of the server-drawn map', () => {
  it('holds all of Serbia, from Horgoš to the south and from Bezdan to the Timok', () => {
    for (const place of [
      { lat: 46.18, lng: 19.97 },
      { lat: 41.86, lng: 20.6 },
      { lat: 45.85, lng: 18.83 },
      { lat: 43.2, lng: 23.0 },
    ]) {
      const { x, y } = toFrame(place);
      expect(x > 0 && x < FRAME.width && y > 0 && y < FRAME.height).toBe(true);
    }
  });

  it('has its box and its middle where it draws them', () => {
    const corner = toFrame({ lat: FRAME_BOX.south, lng: FRAME_BOX.east });
    expect(corner.x).toBeCloseTo(FRAME.width, 6);
    expect(corner.y).toBeCloseTo(FRAME.height, 6);
    expect(toFrame(FRAME_CENTRE).x).toBeCloseTo(FRAME.width / 2, 6);
  });
});
