import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FRAME, toFrame } from '@/lib/geo/frame';
import { overlaps, placeNames, type Rect, widthOfName } from '@/lib/geo/labels';
import { project } from '@/lib/geo/projection';

const FRAME_RECT: Rect = { left: 0, top: 0, right: 500, bottom: 681 };
const marker = (x: number, y: number, side = 24): Rect => ({
  left: x - side / 2,
  top: y - side / 2,
  right: x + side / 2,
  bottom: y + side / 2,
});

describe('names of settlements', () => {
  it('stand to the right of their dot', () => {
    const [placed] = placeNames([{ text: 'Čačak', at: { x: 100, y: 100 } }], [], FRAME_RECT);
    expect(placed).toMatchObject({ anchor: 'start', dot: true });
    expect(placed?.x).toBeGreaterThan(100);
  });

  it('give way to a marker in their place, and then have no dot', () => {
    const [placed] = placeNames([{ text: 'Čačak', at: { x: 100, y: 100 } }], [marker(100, 100)], FRAME_RECT);
    expect(placed).toMatchObject({ anchor: 'start', dot: false });
    expect(placed?.x).toBeGreaterThan(112);
  });

  it('go to the left where a marker stands on the right', () => {
    const [placed] = placeNames([{ text: 'Užice', at: { x: 100, y: 100 } }], [marker(130, 100)], FRAME_RECT);
    expect(placed).toMatchObject({ anchor: 'end' });
    expect(placed?.x).toBeLessThan(100);
  });

  it('are left out where there is no room, the less important first', () => {
    const at = { x: 100, y: 100 };
    const both = [marker(130, 100), marker(70, 100)];
    expect(placeNames([{ text: 'Ivanjica', at }], both, FRAME_RECT)).toEqual([]);
    const placed = placeNames(
      [
        { text: 'Beograd', at },
        { text: 'Zemun', at: { x: 97, y: 98 } },
      ],
      [],
      FRAME_RECT,
    );
    expect(placed.map(({ index }) => index)).toEqual([0]);
  });

  it('stay in the frame', () => {
    const [placed] = placeNames([{ text: 'Dimitrovgrad', at: { x: 490, y: 300 } }], [], FRAME_RECT);
    expect(placed).toMatchObject({ anchor: 'end' });
    expect(placeNames([{ text: 'Dimitrovgrad', at: { x: 600, y: 300 } }], [], FRAME_RECT)).toEqual([]);
  });
});

interface Names {
  districts: Record<string, string>;
  towns: [name: string, lat: number, lng: number, minZoom: number][];
}
const namesOf = (locale: string) => JSON.parse(readFileSync(`public/map/names.${locale}.json`, 'utf8')) as Names;

describe('the built names', () => {
  it('are ten to sixteen big places at the zoom of the whole country, Belgrade first', () => {
    const first = namesOf('sr-Latn').towns.filter(([, , , minZoom]) => minZoom <= 7);
    expect(first.length).toBeGreaterThanOrEqual(10);
    expect(first.length).toBeLessThanOrEqual(16);
    expect(first[0]?.[0]).toBe('Beograd');
    for (const [, lat, lng] of first) {
      const { x, y } = toFrame({ lat, lng });
      expect(x > 0 && x < FRAME.width && y > 0 && y < FRAME.height).toBe(true);
    }
  });

  it.each(['sr-Latn', 'sr-Cyrl'])('can be read at every zoom: no two of %s touch where they first appear', (locale) => {
    const { towns } = namesOf(locale);
    for (let zoom = 7; zoom <= 12; zoom++) {
      const rooms = towns
        .filter(([, , , minZoom]) => minZoom <= zoom)
        .map(([text, lat, lng]) => {
          const { x, y } = project({ lat, lng }, zoom);
          return { left: x - 2, right: x + 3 + widthOfName(text), top: y - 6, bottom: y + 6 };
        });
      const touching = rooms.filter((room, i) => rooms.some((other, j) => j > i && overlaps(room, other)));
      expect(touching).toEqual([]);
    }
  });

  it('are in the script shown', () => {
    expect(namesOf('sr-Cyrl').towns[0]?.[0]).toBe('Београд');
    expect(namesOf('sr-Cyrl').districts['16']).toBe('Златиборски округ');
    expect(namesOf('en').districts['16']).toBe('Zlatibor District');
    expect(
      namesOf('sr-Latn')
        .towns.map(([name]) => name)
        .join(''),
    ).not.toMatch(/\p{Script=Cyrillic}/u);
  });
});
