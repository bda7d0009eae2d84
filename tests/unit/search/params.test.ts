import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampPage, DEFAULT_VIEW, EMPTY_QUERY, parseDirectoryParams, toSearchParams } from '@/lib/search/params';
import { type DirectoryQuery, type DirectoryView, FACETS, type FacetName, type Sort } from '@/lib/search/schema';
import { GAZETTEER } from './gazetteer';

const parse = (address: string) => parseDirectoryParams(new URLSearchParams(address), GAZETTEER);
const queryOf = (address: string) => parse(address).query;
const viewOf = (address: string) => parse(address).view;

describe('the address says what is asked', () => {
  test('everything at once', () => {
    const address =
      'q=zadruga&district=20&legalForm=cooperative,association&district=01&yearFrom=2010&yearTo=2020' +
      '&near=43.3,21.9&radiusKm=50&bbox=20,43,22,44&sort=distance&view=map&map=43.3,21.9,9.5&inMap=1&exact=1&all=district&all=district&all=nonsense&page=3';
    const { query, view } = parse(address);
    expect(query).toEqual({
      text: 'zadruga',
      facets: { district: ['20', '01'], legalForm: ['cooperative', 'association'] },
      yearFrom: 2010,
      yearTo: 2020,
      near: { lat: 43.3, lng: 21.9 },
      radiusKm: 50,
      bbox: { west: 20, south: 43, east: 22, north: 44 },
      sort: 'distance',
    });
    expect(view).toEqual({
      page: 3,
      view: 'map',
      map: { lat: 43.3, lng: 21.9, zoom: 9.5 },
      onlyInMap: true,
      exact: true,
      from: '',
      whole: ['district'],
      leftOut: [],
    });
  });

  test('facets keep the order of choosing, which the chips follow', () => {
    expect(Object.keys(queryOf('legalForm=cooperative&basis=legal_status&district=20').facets)).toEqual([
      'legalForm',
      'basis',
      'district',
    ]);
  });

  test('"not stated" is a value of every facet', () => {
    expect(queryOf('size=not_stated&founded=2010s,not_stated').facets).toEqual({
      size: ['not_stated'],
      founded: ['2010s', 'not_stated'],
    });
  });

  test('a place that was typed is looked up, in any script and case', () => {
    expect(parse('from=u+Nišu&sort=distance').query).toMatchObject({
      near: { lat: 43.32, lng: 21.9 },
      sort: 'distance',
    });
    expect(queryOf('from=Ниш').near).toEqual({ lat: 43.32, lng: 21.9 });
    expect(viewOf('from=Ниш').from).toBe('Ниш');
  });

  test('a place that nobody knows stays as typed, and nothing goes by distance', () => {
    const { query, view } = parse('from=Nedođija&sort=distance&radiusKm=10');
    expect(query).toMatchObject({ near: null, sort: null });
    expect(view.from).toBe('Nedođija');
  });
});

describe('nonsense in the address becomes the default', () => {
  test.each([
    'legalForm=&nosuch=1',
    'page=-1',
    'page=0',
    'page=abc',
    'page=1e9',
    'sort=prettiest',
    'sort=distance',
    'sort=relevance',
    'sort=name',
    'bbox=a,b,c,d',
    'bbox=22,43,20,44',
    'bbox=20,43,22',
    'bbox=20,43,22,44,5',
    'bbox=NaN,Infinity,0x10,1e1',
    'near=91,0',
    'near=north',
    'radiusKm=50',
    'near=x&radiusKm=-1',
    'yearFrom=20&yearTo=99999',
    'view=globe',
    'map=1,2',
    'map=100,0,5',
    'map=44,20,99',
    'inMap=1',
    'exact=1',
    'q=%20%20',
    'from=%20',
  ])('%s', (address) => {
    expect(parse(address)).toEqual({ query: EMPTY_QUERY, view: DEFAULT_VIEW });
  });

  test('a filter that does not exist is left out, and the page can say which', () => {
    const { query, view } = parse('district=zzz,20&activity=../../etc&legalForm=cooperative');
    expect(query.facets).toEqual({ district: ['20'], legalForm: ['cooperative'] });
    expect(view.leftOut).toEqual(['district', 'activity']);
    expect(toSearchParams(query, view).toString(), 'the address that it writes has it no more').toBe(
      'district=20&legalForm=cooperative',
    );
  });

  test('a code that was merged means its successor, over several steps and once; without one it stays itself', () => {
    const { query, view } = parse('legalForm=guild,coop,cooperative,trust');
    expect(query.facets).toEqual({ legalForm: ['cooperative', 'trust'] });
    expect(view.leftOut).toEqual([]);
    expect(queryOf('legalForm=ring').facets, 'a ring of hand-made rows ends').toHaveProperty('legalForm');
  });

  test('years that are crossed are put in order', () => {
    expect(queryOf('yearFrom=2020&yearTo=2010')).toMatchObject({ yearFrom: 2010, yearTo: 2020 });
  });

  test('a page beyond every end is the last', () => {
    expect(clampPage(viewOf('page=1000000000000').page, 163, 20)).toBe(9);
    expect(clampPage(1, 0, 20)).toBe(1);
  });

  test('any address at all gives a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (address) => {
        const { query, view } = parseDirectoryParams(new URLSearchParams(address), GAZETTEER);
        expect(view.page).toBeGreaterThanOrEqual(1);
        expect(query.text.length).toBeLessThanOrEqual(1000);
      }),
    );
  });
});

describe('an address that the program writes', () => {
  const FACET_VALUES: [FacetName, string[]][] = [
    ['district', ['20', '01', 'not_stated']],
    ['legalForm', ['cooperative', 'association', 'not_stated']],
    ['founded', ['before-1990', '2010s', '2030s']],
    ['verified', ['under6m', 'not_stated']],
    ['website', ['yes', 'not_stated']],
  ];
  const latitude = fc.integer({ min: -90_00000, max: 90_00000 }).map((value) => value / 100_000);
  const longitude = fc.integer({ min: -180_00000, max: 180_00000 }).map((value) => value / 100_000);
  const point = fc.record({ lat: latitude, lng: longitude });
  const box = fc.tuple(latitude, latitude, longitude, longitude).map(([a, b, c, d]) => ({
    south: Math.min(a, b),
    north: Math.max(a, b),
    west: Math.min(c, d),
    east: Math.max(c, d),
  }));
  const year = fc.option(fc.integer({ min: 1000, max: 3000 }));
  const facets = fc
    .shuffledSubarray(FACET_VALUES)
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(([name, values]) => fc.tuple(fc.constant(name), fc.shuffledSubarray(values, { minLength: 1 }))),
      ),
    )
    .map((entries) => Object.fromEntries(entries) as DirectoryQuery['facets']);
  const address = fc
    .record({
      text: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => (text.trim() === '' ? '' : text)),
      facets,
      years: fc.tuple(year, year),
      bbox: fc.option(box),
      near: fc.option(point),
      radiusKm: fc.constantFrom(null, 0.1, 25, 1000),
      sort: fc.constantFrom<Sort | null>(null, 'name', 'newest', 'verified', 'distance'),
      page: fc.integer({ min: 1, max: 50 }),
      view: fc.constantFrom<'list' | 'map'>('list', 'map'),
      map: fc.option(point.map((centre) => ({ ...centre, zoom: 7.25 }))),
      onlyInMap: fc.boolean(),
      leftOut: fc.constant([]),
      whole: fc.uniqueArray(fc.constantFrom(...FACETS), { maxLength: 3 }),
      exact: fc.boolean(),
      from: fc.constantFrom('', 'Niš', 'у Нишу'),
    })
    .map((raw): { query: DirectoryQuery; view: DirectoryView } => {
      const near = raw.from === '' ? raw.near : { lat: 43.32, lng: 21.9 };
      const [from, to] = raw.years;
      const crossed = from !== null && to !== null && from > to;
      const needsText = raw.sort === 'name' && raw.text === '';
      return {
        query: {
          text: raw.text,
          facets: raw.facets,
          yearFrom: crossed ? to : from,
          yearTo: crossed ? from : to,
          bbox: raw.bbox,
          near,
          radiusKm: near ? raw.radiusKm : null,
          sort: needsText || (raw.sort === 'distance' && !near) ? null : raw.sort,
        },
        view: {
          page: raw.page,
          view: raw.view,
          map: raw.map,
          onlyInMap: raw.onlyInMap && raw.bbox !== null,
          exact: raw.exact && raw.text !== '',
          from: raw.from,
          whole: raw.whole,
          leftOut: raw.leftOut,
        },
      };
    });

  test('is read back as it was meant', () => {
    fc.assert(
      fc.property(address, ({ query, view }) => {
        const params = new URLSearchParams(toSearchParams(query, view).toString());
        const read = parseDirectoryParams(params, GAZETTEER);
        expect(read).toEqual({ query, view });
        expect(Object.keys(read.query.facets)).toEqual(Object.keys(query.facets));
        expect(toSearchParams(read.query, read.view).toString()).toBe(params.toString());
      }),
    );
  });

  test('leaves out what is the default', () => {
    expect(toSearchParams(EMPTY_QUERY).toString()).toBe('');
  });
});
