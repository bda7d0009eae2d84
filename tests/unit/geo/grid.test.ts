import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexesAround, toGrid } from '@/lib/geo/grid';
import type { BoundingBox } from '@/lib/geo/types';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.record({ lat: degrees(42, 46.2), lng: degrees(18.8, 23) });
const box = fc.tuple(degrees(17, 24), degrees(17, 24), degrees(41, 47), degrees(41, 47)).map(
  ([a, b, c, d]): BoundingBox => ({
    west: Math.min(a, b),
    east: Math.max(a, b),
    south: Math.min(c, d),
    north: Math.max(c, d),
  }),
);

function gridOf(points: readonly { lat: number; lng: number }[]) {
  const column = (pick: (at: { lat: number; lng: number }) => number) => points.map(pick);
  const none = points.map(() => 0);
  return toGrid({
    ids: none,
    lat: column((at) => at.lat),
    lng: column((at) => at.lng),
    markIndex: none,
    precisionIndex: none,
  });
}

describe('the squares of the map', () => {
  it('give every position that lies in a box, its edges included, each once', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), box, (points, view) => {
        const found = [...indexesAround(gridOf(points), view)];
        expect(new Set(found).size).toBe(found.length);
        points.forEach(({ lat, lng }, index) => {
          if (lng >= view.west && lng <= view.east && lat >= view.south && lat <= view.north)
            expect(found).toContain(index);
        });
      }),
    );
  });

  it('look at little more than what lies in the box', () => {
    const points = Array.from({ length: 10_000 }, (_, i) => ({
      lat: 42 + (i % 100) * 0.04,
      lng: 19 + Math.floor(i / 100) * 0.04,
    }));
    const view = { west: 20, east: 20.4, south: 43, north: 43.4 };
    expect(indexesAround(gridOf(points), view).length).toBeLessThan(200);
  });

  it('are none where there are no positions', () => {
    expect(indexesAround(gridOf([]), { west: 19, east: 23, south: 42, north: 46 })).toHaveLength(0);
  });
});
