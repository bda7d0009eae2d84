import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERBIA_BOX } from '@/lib/geo/boxes';
import { clusterPositions } from '@/lib/geo/clusters';
import { MARKS } from '@/lib/geo/marks';
import { type Positions, PRECISIONS } from '@/lib/geo/positions';
import { decodePiles, decodePlaces, encodePiles, encodePlaces } from '@/lib/map/encoding';

const records = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 1_000_000 }),
    lat: fc.integer({ min: 4_200_000, max: 4_600_000 }).map((value) => value / 100_000),
    lng: fc.integer({ min: 1_900_000, max: 2_300_000 }).map((value) => value / 100_000),
    mark: fc.integer({ min: 0, max: MARKS.length - 1 }),
    precision: fc.integer({ min: 0, max: PRECISIONS.length - 1 }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);
type Record = { id: number; lat: number; lng: number; mark: number; precision: number };

const toPositions = (list: readonly Record[]): Positions => ({
  ids: list.map(({ id }) => id),
  lat: list.map(({ lat }) => lat),
  lng: list.map(({ lng }) => lng),
  markIndex: list.map(({ mark }) => mark),
  precisionIndex: list.map(({ precision }) => precision),
});
const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;

describe('what the server sends to the map', () => {
  it('is every record with its place, mark and precision, and whole numbers only', () => {
    fc.assert(
      fc.property(records, (list) => {
        const values = encodePlaces(toPositions(list));
        expect(values.every(Number.isInteger)).toBe(true);
        const back = decodePlaces(values).flatMap(({ lat, lng, records: there }) =>
          there.map((record) => ({ ...record, lat, lng })),
        );
        expect(back.sort(byId)).toEqual([...list].sort(byId));
      }),
    );
  });

  it('has one place for all records of a settlement, from north to south', () => {
    const opovo = { lat: 45.05222, lng: 20.43028, mark: 1, precision: 1 };
    const nis = { lat: 43.32472, lng: 21.90333, mark: 0, precision: 2 };
    const places = decodePlaces(
      encodePlaces(
        toPositions([
          { id: 9, ...nis },
          { id: 7, ...opovo },
          { id: 3, ...opovo },
        ]),
      ),
    );
    expect(places.map(({ lat, records: there }) => [lat, there.map(({ id }) => id)])).toEqual([
      [45.05222, [3, 7]],
      [43.32472, [9]],
    ]);
  });

  it('can be a part of the records', () => {
    const list = [1, 2, 3].map((id) => ({ id, lat: 44 + id / 10, lng: 20, mark: 0, precision: 1 }));
    const ids = decodePlaces(encodePlaces(toPositions(list), [2, 0])).flatMap((place) =>
      place.records.map(({ id }) => id),
    );
    expect(ids).toEqual([3, 1]);
  });

  it('keeps the numbers of its piles, and the record of a pile of one', () => {
    fc.assert(
      fc.property(records, (list) => {
        const positions = toPositions(list);
        const clusters = clusterPositions(positions, SERBIA_BOX, 8);
        const piles = decodePiles(encodePiles(clusters, positions, (index) => clusters.count[index] === 2));
        expect(piles.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
        for (const pile of piles) {
          expect(pile.around).toBe(pile.count === 2);
          const single = list.find(({ id }) => id === pile.record?.id);
          if (pile.count > 1) expect(pile.record).toBeNull();
          else expect(pile.record).toEqual(single && { id: single.id, mark: single.mark, precision: single.precision });
        }
      }),
    );
  });

  it('stays under 60 kB for 100,000 records, however the country is looked at', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    const many = Array.from({ length: 100_000 }, (_, id) => ({
      id: id + 1,
      lat: 42 + random() * 4,
      lng: 19 + random() * 3.9,
      mark: id % 10,
      precision: 1,
    }));
    const positions = toPositions(many);
    for (const zoom of [0, 7.2, 9, 12, 22]) {
      const values = encodePiles(clusterPositions(positions, SERBIA_BOX, zoom, 58), positions, () => true);
      expect(JSON.stringify(values).length).toBeLessThan(60_000);
    }
  });
});
