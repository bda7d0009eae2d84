import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPoint, SERBIA_BOX } from '@/lib/geo/boxes';
import { CLUSTER_RADIUS, clusterPositions } from '@/lib/geo/clusters';
import type { Positions } from '@/lib/geo/positions';
import { project } from '@/lib/geo/projection';
import type { LatLng } from '@/lib/geo/types';

function positionsOf(points: readonly (LatLng & { precision?: number })[]): Positions {
  return {
    ids: points.map((_, index) => index + 1),
    lat: points.map(({ lat }) => lat),
    lng: points.map(({ lng }) => lng),
    markIndex: points.map(() => 0),
    precisionIndex: points.map(({ precision }) => precision ?? 1),
  };
}

const sum = (column: ArrayLike<number>) => Array.from(column).reduce((total, value) => total + value, 0);

const OPOVO = { lat: 45.05222, lng: 20.43028 };
const NIS = { lat: 43.32472, lng: 21.90333 };

const pointsOfSerbia = fc.array(
  fc.record({
    lat: fc.double({ min: 41.5, max: 46.5, noNaN: true }),
    lng: fc.double({ min: 18.5, max: 23.5, noNaN: true }),
  }),
  { maxLength: 120 },
);
const boxes = fc
  .tuple(
    fc.double({ min: 18.5, max: 23.5, noNaN: true }),
    fc.double({ min: 41.5, max: 46.5, noNaN: true }),
    fc.double({ min: 0, max: 3, noNaN: true }),
    fc.double({ min: 0, max: 3, noNaN: true }),
  )
  .map(([west, south, width, height]) => ({ west, south, east: west + width, north: south + height }));

describe('piles of the map', () => {
  it('hold every record of the view once, and none from outside it', () => {
    fc.assert(
      fc.property(pointsOfSerbia, boxes, fc.double({ min: 0, max: 20, noNaN: true }), (points, box, zoom) => {
        const clusters = clusterPositions(positionsOf(points), box, zoom);
        const inside = points.filter((point) => containsPoint(box, point));
        expect(sum(clusters.count)).toBe(inside.length);
        for (let i = 0; i < clusters.count.length; i++) {
          expect(containsPoint(box, points[clusters.lead[i] as number] as LatLng)).toBe(true);
        }
      }),
    );
  });

  it('of one settlement stay one pile at every zoom, exactly on the settlement', () => {
    const positions = positionsOf([OPOVO, OPOVO, OPOVO, NIS]);
    for (const zoom of [6, 9, 14, 18]) {
      const clusters = clusterPositions(positions, SERBIA_BOX, zoom);
      const pile = Array.from(clusters.count).indexOf(3);
      expect(pile).toBeGreaterThanOrEqual(0);
      expect([clusters.lat[pile], clusters.lng[pile], clusters.onePlace[pile]]).toEqual([OPOVO.lat, OPOVO.lng, 1]);
    }
  });

  it('fall apart when the zoom gives their places room', () => {
    const near = { lat: OPOVO.lat + 0.02, lng: OPOVO.lng };
    const box = { west: 20.4, south: 45, east: 20.5, north: 45.1 };
    expect(clusterPositions(positionsOf([OPOVO, near]), box, 8).count).toHaveLength(1);
    expect(clusterPositions(positionsOf([OPOVO, near]), box, 8).onePlace[0]).toBe(0);
    expect(clusterPositions(positionsOf([OPOVO, near]), box, 13).count).toHaveLength(2);
  });

  it('stand apart from each other by about their own size', () => {
    const points = Array.from({ length: 400 }, (_, i) => ({
      lat: 43 + ((i * 7919) % 1000) / 400,
      lng: 19.5 + ((i * 104729) % 1000) / 400,
    }));
    const { lat, lng } = clusterPositions(positionsOf(points), SERBIA_BOX, 7.2);
    const pixels = Array.from(lat, (value, i) => project({ lat: value, lng: lng[i] as number }, 7.2));
    const tooNear = pixels.filter((a, i) =>
      pixels.some((b, j) => j > i && Math.hypot(a.x - b.x, a.y - b.y) < CLUSTER_RADIUS / 2),
    );
    expect(tooNear.length).toBeLessThanOrEqual(pixels.length / 10);
  });

  it('are marked when only the municipality of all members is known', () => {
    const seat = { ...OPOVO, precision: 2 };
    expect(clusterPositions(positionsOf([seat, seat]), SERBIA_BOX, 8).coarse[0]).toBe(1);
    expect(clusterPositions(positionsOf([seat, OPOVO]), SERBIA_BOX, 8).coarse[0]).toBe(0);
  });
});
