import { describe, expect, it } from 'vitest';
import { gatherPiles, gatherPlaces } from '@/components/map/live/gather';
import { SERBIA_BOX } from '@/lib/geo/boxes';
import type { MapPlace } from '@/lib/map/encoding';

const place = (lat: number, lng: number, ...ids: number[]): MapPlace => ({
  lat,
  lng,
  records: ids.map((id) => ({ id, mark: id % 9, precision: 1 })),
});

describe('piles that the browser makes', () => {
  const places = [
    place(44.8, 20.46, 1, 2, 3),
    place(44.82, 20.47, 4),
    place(43.32, 21.9, 5),
    place(45.25, 19.85, 6, 7),
  ];
  const gather = gatherPlaces(places, 7.2);

  it.each([6.4, 7.2, 8.2, 10, 13])('hold all records at zoom %d, each once', (zoom) => {
    const markers = gather(SERBIA_BOX, zoom);
    expect(markers.flatMap(({ ids }) => ids ?? []).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(markers.reduce((sum, { count }) => sum + count, 0)).toBe(7);
  });

  it('count records and not places, and stand from north to south', () => {
    const markers = gather(SERBIA_BOX, 7.2);
    expect(markers.map(({ count, onePlace }) => [count, onePlace])).toEqual([
      [2, true],
      [4, false],
      [1, true],
    ]);
  });

  it('leave the records of one settlement together, exactly on it, at the last zoom', () => {
    const belgrade = gather(SERBIA_BOX, 18).find(({ count }) => count === 3);
    expect(belgrade).toMatchObject({ lat: 44.8, lng: 20.46, onePlace: true, mark: null, ids: [1, 2, 3] });
  });

  it('give the mark of a single record', () => {
    expect(gather(SERBIA_BOX, 7.2).at(-1)).toMatchObject({ count: 1, mark: 'trade', coarse: false });
  });
});

describe('piles that the server made', () => {
  const pile = { lat: 44, lng: 20, count: 900, record: null, onePlace: false, coarse: false, around: true };

  it('are shown where they lie in view', () => {
    const gather = gatherPiles([pile, { ...pile, lat: 60 }]);
    expect(gather(SERBIA_BOX, 8)).toEqual([expect.objectContaining({ lat: 44, count: 900, ids: null, around: true })]);
  });
});
