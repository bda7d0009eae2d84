import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { districtFinder, districtOfPile, quickDistrictFinder } from '@/lib/geo/districts';
import { pointsOfArc, pointsOfRing, type Topology, toArc } from '@/lib/geo/topology';

const text = readFileSync('public/map/base.json', 'utf8');
const base = JSON.parse(text) as Topology;

describe('the built base map', () => {
  it('is small enough for a phone: under 60 kB with the names of one script', () => {
    const names = readFileSync('public/map/names.sr-Cyrl.json');
    expect(gzipSync(text).length + gzipSync(names).length).toBeLessThan(60_000);
  });

  it('has the 25 districts as closed rings, and the area drawn apart', () => {
    expect(base.districts).toHaveLength(25);
    for (const ring of [...base.districts.map(([, arcs]) => arcs), base.apart]) {
      const points = pointsOfRing(base, ring);
      expect(points.length).toBeGreaterThan(20);
      expect(points[0]).toEqual(points.at(-1));
    }
  });

  it('keeps the border with the area drawn apart out of the outline, so that it can be dashed', () => {
    const { outline, shared, apartOutline } = base.lines;
    expect(shared.length).toBeGreaterThan(0);
    expect(outline.filter((arc) => shared.includes(arc) || apartOutline.includes(arc))).toEqual([]);
  });

  it('reads its lines forwards and backwards', () => {
    const index = base.lines.outline[0] as number;
    expect(pointsOfArc(base, ~index)).toEqual(pointsOfArc(base, index).reverse());
    const points = [
      { lat: 44.1234, lng: 20.5 },
      { lat: 44.1234, lng: 20.5 },
      { lat: 43, lng: 21.0001 },
    ];
    const one = { ...base, arcs: [toArc(points)] };
    expect(pointsOfArc(one, 0)).toEqual([points[0], points[2]]);
  });
});

describe('the district of a place', () => {
  const cases: [string, number, number, string | null][] = [
    ['Beograd', 44.804, 20.465, '00'],
    ['Užice', 43.856, 19.848, '16'],
    ['Niš', 43.325, 21.903, '20'],
    ['Subotica', 46.1, 19.667, '01'],
    ['Pirot', 43.153, 22.586, '22'],
    ['Budimpešta', 47.5, 19.05, null],
    ['Prizren', 42.214, 20.74, null],
  ];

  it.each(cases)('%s', (_, lat, lng, code) => {
    expect(districtFinder(base)({ lat, lng })).toBe(code);
    expect(quickDistrictFinder(base)({ lat, lng })).toBe(code);
  });

  it('names a pile by its middle, and says when it reaches into another district', () => {
    const find = districtFinder(base);
    const uzice = { lat: 43.856, lng: 19.848 };
    const near = { west: 19.8, south: 43.8, east: 19.9, north: 43.9 };
    const wide = { west: 19.5, south: 43.5, east: 20.7, north: 44.2 };
    expect(districtOfPile(near, uzice, find)).toEqual({ code: '16', around: false });
    expect(districtOfPile(wide, uzice, find)).toEqual({ code: '16', around: true });
  });
});
