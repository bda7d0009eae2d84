import { describe, expect, it } from 'vitest';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { facetValueLabel, presentFacets } from '@/lib/search/present-facets';
import { FACETS, type FacetCount, type FacetCounts, NOT_STATED } from '@/lib/search/schema';
import { buildVocabularies } from '@/lib/taxonomies/vocabularies';

const NAMES = [
  'Arilje',
  'Cerak',
  'Čačak',
  'Ćuprija',
  'Dimitrovgrad',
  'Đunis',
  'Leskovac',
  'Ljig',
  'Zaječar',
  'Žagubica',
];

const vocab = buildVocabularies({
  taxonomies: [],
  terms: [],
  regions: [],
  districts: [],
  settlements: [],
  municipalities: NAMES.map((nameSr) => ({
    id: nameSr,
    code: null,
    nameSr,
    level: 'municipality',
    districtCode: '00',
    lat: 44,
    lng: 21,
  })),
});
const context = (locale: Locale = 'sr-Latn') => ({ vocab, locale, words: words(locale, 'Facets') });

const none = Object.fromEntries(FACETS.map((name) => [name, []])) as unknown as FacetCounts;
const counted = (value: string, count: number, selected = false): FacetCount => ({ value, count, selected });
const municipalities = (counts: FacetCount[], locale?: Locale) =>
  presentFacets({ ...none, municipality: counts }, context(locale), {
    kept: null,
    whole: ['municipality'],
    hrefOfWhole: (facet) => `?all=${facet}`,
  })[0];

describe('a facet', () => {
  it('stands by number of hits, and then by the Serbian alphabet of the script shown', () => {
    const counts = [...NAMES].reverse().map((name) => counted(name, name === 'Ljig' ? 9 : 1));
    const order = (locale: Locale) => {
      const facet = municipalities(counts, locale);
      return [...(facet?.first ?? []), ...(facet?.rest?.options ?? [])].map(({ value }) => value);
    };
    expect(order('sr-Latn')).toEqual(['Ljig', ...NAMES.filter((name) => name !== 'Ljig')]);
    expect(order('sr-Cyrl')).toEqual([
      'Ljig',
      'Arilje',
      'Dimitrovgrad',
      'Đunis',
      'Žagubica',
      'Zaječar',
      'Leskovac',
      'Ćuprija',
      'Cerak',
      'Čačak',
    ]);
  });

  it('shows seven values, the others behind "show all"; a chosen one is always in sight', () => {
    const facet = municipalities([
      ...NAMES.map((name) => counted(name, 1, name === 'Žagubica')),
      counted(NOT_STATED, 3),
    ]);
    expect(facet?.first.map(({ value }) => value)).toEqual([...NAMES.slice(0, 7), 'Žagubica']);
    expect(facet?.rest?.label).toBe('Prikaži svih 10');
    expect(facet?.rest?.options?.map(({ value }) => value)).toEqual(['Ljig', 'Zaječar']);
    expect(facet?.notStated).toMatchObject({ label: 'Nije navedeno', count: '3' });
  });

  it('leaves what is behind "show all" to the page that it leads to, and shows every chosen value all the same', () => {
    const counts = NAMES.map((name) => counted(name, 1, name === 'Žagubica'));
    const choice = { kept: null, whole: [], hrefOfWhole: (facet: string) => `?all=${facet}` };
    const [facet] = presentFacets({ ...none, municipality: counts }, context(), choice);
    expect(facet?.first.map(({ value }) => value)).toEqual([...NAMES.slice(0, 7), 'Žagubica']);
    expect(facet?.rest).toMatchObject({ label: 'Prikaži svih 10', href: '?all=municipality', options: null });
  });

  it('stands open when something in it is chosen', () => {
    expect(municipalities([counted('Arilje', 1), counted('Ljig', 1)])?.open).toBe(false);
    expect(municipalities([counted('Arilje', 1), counted('Ljig', 1, true)])?.open).toBe(true);
  });

  it.each([
    ['no value at all', [], false],
    ['only "not stated"', [counted(NOT_STATED, 9)], false],
    ['one value, which all hits have', [counted('Ljig', 9)], false],
    ['one value that was chosen', [counted('Ljig', 9, true)], true],
    ['a chosen "not stated" without hits', [counted(NOT_STATED, 0, true)], true],
    ['one value and "not stated"', [counted('Ljig', 4), counted(NOT_STATED, 5)], true],
  ])('with %s is shown: %s', (_, counts, shown) => {
    expect(municipalities(counts) !== undefined).toBe(shown);
  });
});

describe('the words of a value', () => {
  it.each([
    ['founded', '2010s', '2010–2019', '2010–2019', '2010–2019'],
    ['founded', 'before-1990', 'pre 1990.', 'пре 1990.', 'before 1990'],
    ['verified', '6to12m', 'pre 6–12 meseci', 'пре 6–12 месеци', '6–12 months ago'],
    ['website', 'yes', 'ima veb-sajt', 'има веб-сајт', 'has a web site'],
    ['precision', 'municipality', 'samo opština', 'само општина', 'municipality only'],
    ['municipality', 'Ljig', 'Ljig', 'Љиг', 'Ljig'],
    ['size', NOT_STATED, 'Nije navedeno', 'Није наведено', 'Not stated'],
    ['size', 'no-such-term', 'no-such-term', 'no-such-term', 'no-such-term'],
  ] as const)('%s=%s', (facet, value, latin, cyrillic, english) => {
    expect(facetValueLabel(facet, value, context('sr-Latn'))).toBe(latin);
    expect(facetValueLabel(facet, value, context('sr-Cyrl'))).toBe(cyrillic);
    expect(facetValueLabel(facet, value, context('en'))).toBe(english);
  });
});
