import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, containsPoint, expandBox, formatBoundingBox, parseBoundingBox, SERBIA_BOX } from '@/lib/geo/boxes';

describe('a rectangle in an address', () => {
  it.each([
    'a,b,c,d',
    '',
    '1,2,3',
    '1,2,3,4,5',
    '20,44,19,45',
    '19,45,20,44',
    '-181,44,20,45',
    '19,-91,20,45',
    '19,44,20,91',
    '1e9,44,20,45',
    'NaN,44,20,45',
    '19,44,,45',
    '0x13,44,20,45',
    '19,44,20,Infinity',
  ])('is refused when it is %j', (text) => {
    expect(parseBoundingBox(text)).toBeNull();
  });

  it('is read as west, south, east, north', () => {
    expect(parseBoundingBox('19.1,44,20,45.25')).toEqual({ west: 19.1, south: 44, east: 20, north: 45.25 });
  });

  it('never throws, whatever stands there', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseBoundingBox(text)));
  });

  it('holds, when it is read back, every point that it held when it was written', () => {
    const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(degrees(-170, 170), degrees(-80, 80), degrees(0, 9), degrees(0, 9), (west, south, width, height) => {
        const box = { west, south, east: west + width, north: south + height };
        const back = parseBoundingBox(formatBoundingBox(box));
        expect(back).not.toBeNull();
        if (!back) return;
        expect(containsPoint(back, { lat: box.south, lng: box.west })).toBe(true);
        expect(containsPoint(back, { lat: box.north, lng: box.east })).toBe(true);
      }),
    );
  });
});

describe('rectangles', () => {
  it('hold their edges', () => {
    expect(containsPoint(SERBIA_BOX, { lat: SERBIA_BOX.north, lng: SERBIA_BOX.west })).toBe(true);
    expect(containsPoint(SERBIA_BOX, { lat: SERBIA_BOX.north + 0.001, lng: SERBIA_BOX.west })).toBe(false);
  });

  it('grow on every side by a share of themselves, and not beyond the Earth', () => {
    expect(expandBox({ west: 10, south: 40, east: 20, north: 50 }, 0.1)).toEqual({
      west: 9,
      south: 39,
      east: 21,
      north: 51,
    });
    expect(expandBox({ west: -179, south: -89, east: 179, north: 89 }, 1)).toEqual({
      west: -180,
      south: -90,
      east: 180,
      north: 90,
    });
  });

  it('stand around points, and around nothing there is none', () => {
    expect(boxAround([])).toBeNull();
    expect(
      boxAround([
        { lat: 44, lng: 20 },
        { lat: 43, lng: 21 },
      ]),
    ).toEqual({ west: 20, south: 43, east: 21, north: 44 });
  });
});
