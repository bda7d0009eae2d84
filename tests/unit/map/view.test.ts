import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERBIA_BOX } from '@/lib/geo/boxes';
import { formatMapView, parseItemsRequest, parseMapView, parseViewRequest } from '@/lib/map/view';

const fallback = { view: SERBIA_BOX, zoom: 7 };
const params = (query: string) => new URLSearchParams(query);

describe('the view of the map in an address', () => {
  it('reads back as it was written', () => {
    const view = { lat: 44.1234, lng: 20.5, zoom: 8.25 };
    expect(formatMapView(view)).toBe('44.1234,20.5000,8.25');
    expect(parseMapView(formatMapView(view))).toEqual(view);
  });

  it.each(['', 'a,b,c', '44,20', '44,20,8,9', '91,20,8', '44,181,8', '44,20,23', '44,20,-1', '44,20,1e1'])(
    'is no view when it is %j',
    (text) => expect(parseMapView(text)).toBeNull(),
  );
});

describe('a request of the live map', () => {
  it('names the rectangle and the zoom, or means the whole country', () => {
    expect(parseViewRequest(params('zoom=9.5&view=19,43,20,44'), fallback)).toEqual({
      view: { west: 19, south: 43, east: 20, north: 44 },
      zoom: 9.5,
    });
    expect(parseViewRequest(params(''), fallback)).toEqual(fallback);
  });

  it.each([
    ['zoom=x', 'zoom'],
    ['zoom=-1', 'zoom'],
    ['zoom=1e9', 'zoom'],
    ['zoom=99', 'zoom'],
    ['view=a,b,c,d', 'view'],
    ['view=20,44,19,45', 'view'],
    ['view=', 'view'],
  ])('with %s is refused by the name of the field', (query, field) => {
    expect(parseViewRequest(params(query), fallback)).toEqual({ field });
  });

  it('for names takes ids or a point', () => {
    expect(parseItemsRequest(params('ids=1,22,333'))).toEqual({ ids: [1, 22, 333] });
    expect(parseItemsRequest(params('at=44.80401,20.46513'))).toEqual({ at: { lat: 44.80401, lng: 20.46513 } });
  });

  it.each([
    ['', 'which'],
    ['ids=', 'ids'],
    ['ids=1,,2', 'ids'],
    ['ids=-1', 'ids'],
    ['ids=1e9', 'ids'],
    [`ids=${Array.from({ length: 201 }, (_, i) => i + 1).join(',')}`, 'ids'],
    ['at=44', 'at'],
    ['at=x,y', 'at'],
    ['at=99,20', 'at'],
  ])('for names with %s is refused by the name of the field', (query, field) => {
    expect(parseItemsRequest(params(query))).toEqual({ field });
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const query = new URLSearchParams([
          ['zoom', one],
          ['view', other],
          ['ids', one],
          ['at', other],
        ]);
        parseViewRequest(query, fallback);
        parseItemsRequest(query);
        parseMapView(one);
      }),
    );
  });
});
