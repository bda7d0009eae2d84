import type { BoundingBox } from '@/lib/geo/types';

/** What visitors ask for, in the words of the real data: both scripts, both languages, inflected, unfinished. */
export const TEXTS = [
  'zadruga',
  'zadruge Vojvodina',
  'poljoprivredna zadruga',
  'udruženje žena',
  'udruzenje zena',
  'žene na selu',
  'med',
  'pčelarstvo Zlatibor',
  'pekara',
  'ketering Beograd',
  'catering',
  'u Beogradu',
  'Novom Sadu',
  'iz Niša',
  'našoj kući',
  'osobe sa invaliditetom Kragujevac',
  'zapošljavanje osoba sa invaliditetom',
  'disability',
  'ручни рад',
  'задруга Шумадија',
  'стари занати',
  'предузеће за рециклажу',
  'reciklaža papira',
  'recycling',
  'mladi bez posla',
  'organska hrana',
  'organic food',
  'seoski turizam',
  'ručno rađeni nakit',
  'soci',
] as const;

/** Misspelled: the search first looks for what was meant. */
export const MISSPELLED = ['zadruag', 'pekra', 'reciklza', 'turziam', 'udruzneje'] as const;

/** Choices of facets without a text, as parameters of the directory's address. */
export const FILTERS = [
  'legalForm=cooperative',
  'legalForm=association&region=vojvodina',
  'district=00',
  'district=12&district=14',
  'targetGroup=pwd',
  'activityField=food',
  'activityField=craft&legalForm=association',
  'basis=called_by_source',
  'yearFrom=2010&yearTo=2020',
  'website=yes&activityField=care',
] as const;

/** What the map shows, from the whole country down to a quarter. */
export const VIEWS: readonly { name: string; box: BoundingBox; zoom: number }[] = [
  { name: 'Serbia', box: { west: 18.8, south: 41.8, east: 23.1, north: 46.3 }, zoom: 7 },
  { name: 'Vojvodina', box: { west: 18.8, south: 44.6, east: 21.6, north: 46.2 }, zoom: 8 },
  { name: 'West', box: { west: 19.0, south: 43.2, east: 20.6, north: 44.8 }, zoom: 9 },
  { name: 'South', box: { west: 21.2, south: 42.3, east: 23.0, north: 43.6 }, zoom: 9 },
  { name: 'Šumadija', box: { west: 20.4, south: 43.8, east: 21.2, north: 44.5 }, zoom: 10 },
  { name: 'Around Belgrade', box: { west: 20.1, south: 44.6, east: 20.8, north: 45.0 }, zoom: 11 },
  { name: 'Around Novi Sad', box: { west: 19.6, south: 45.1, east: 20.1, north: 45.4 }, zoom: 11 },
  { name: 'Around Niš', box: { west: 21.7, south: 43.2, east: 22.1, north: 43.5 }, zoom: 11 },
  { name: 'Belgrade', box: { west: 20.35, south: 44.75, east: 20.55, north: 44.85 }, zoom: 13 },
  { name: 'A quarter of Belgrade', box: { west: 20.44, south: 44.79, east: 20.48, north: 44.82 }, zoom: 14 },
];

/** The directory's address for a text, as the search field makes it. */
export function textParams(text: string): string {
  return new URLSearchParams({ q: text }).toString();
}

/**
 * Never the same question twice, so that nothing is answered from a cache: the texts, each narrowed to the years
 * since one that hardly any enterprise is older than.
 */
export function endlessQuestions(): () => string {
  let number = 0;
  return () => {
    const text = TEXTS[number % TEXTS.length] as string;
    const round = Math.floor(number / TEXTS.length);
    number += 1;
    const years = `yearFrom=${FIRST_YEAR + (round % YEARS)}`;
    const sort = SORTS[Math.floor(round / YEARS) % SORTS.length] ?? '';
    return `${textParams(text)}&${years}${sort}`;
  };
}

const FIRST_YEAR = 1810;
const YEARS = 150;
const SORTS = ['', '&sort=name', '&sort=newest', '&sort=verified'];
