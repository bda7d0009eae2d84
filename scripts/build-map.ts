// Builds the base map from open data: `node scripts/run.mjs scripts/build-map.ts`. Its output is kept in git, so
// that neither the build nor the server needs the sources; run it again when these change.
//
//   prisma/data/boundaries/*.geojson   Natural Earth 1:10m, districts and the area drawn apart (public domain)
//   world-atlas countries-10m          Natural Earth 1:10m, the neighbours (public domain; package ISC)
//   prisma/data/settlements-rs.csv     GeoNames, names and population (CC BY 4.0)
//
//   public/map/base.json               lines for the live map
//   public/map/names.<locale>.json     districts and settlements for the live map, in the script shown
//   public/map/lines.<version>.svg     districts and lines that the map drawn on the server refers to
//   lib/geo/base-map.json              the rest of that map: the area drawn apart, settlements, names of districts
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, MultiLineString, Polygon, Position } from 'geojson';
import { mesh } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, GeometryObject, Topology as TopoJson } from 'topojson-specification';
import { containsPoint } from '@/lib/geo/boxes';
import { FRAME, FRAME_BOX, FRAME_CORNER, FRAME_ZOOM, toFrame } from '@/lib/geo/frame';
import { overlaps, type Rect, widthOfName } from '@/lib/geo/labels';
import { project } from '@/lib/geo/projection';
import { pointsOfArc, pointsOfRing, type Topology, toArc } from '@/lib/geo/topology';
import type { BoundingBox, LatLng } from '@/lib/geo/types';
import { toCyrillic } from '@/lib/serbian';

interface DistrictProperties {
  code: string;
  name_sr_latn: string;
  name_en: string;
}

const APART = 'XK';
/** What of the neighbours is kept: as much as the live map shows at its smallest. */
const NEIGHBOURHOOD: BoundingBox = { west: 15, south: 39.5, east: 27, north: 48.5 };
/** Weights of Visvalingam's simplification, in square degrees. */
const FINE = 2e-6;
const FINE_NEIGHBOURS = 4e-5;
const COARSE = 1.2e-4;
const COARSE_NEIGHBOURS = 2e-4;

const readCollection = (name: string) =>
  JSON.parse(readFileSync(`prisma/data/boundaries/${name}.geojson`, 'utf8')) as FeatureCollection<
    Polygon,
    DistrictProperties
  >;

/** Districts and the area apart as one topology, so that a border is one line for both of its sides. */
function readSerbia(): TopoJson<{ areas: GeometryCollection<DistrictProperties> }> {
  const districts = readCollection('districts-rs').features;
  const apart = readCollection('kosovo-area').features;
  const areas: FeatureCollection<Polygon, DistrictProperties> = {
    type: 'FeatureCollection',
    features: [...districts, ...apart],
  };
  return buildTopology({ areas }) as TopoJson<{ areas: GeometryCollection<DistrictProperties> }>;
}

/** Borders and coasts of the neighbours, without those of Serbia: these come from the finer source. */
function readNeighbours(weight: number, box: BoundingBox): Position[][] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as TopoJson<{ countries: GeometryCollection<{ name: string }> }>;
  const light = simplify(presimplify(world), weight) as typeof world;
  const isSerbia = (geometry: GeometryObject) =>
    ['Serbia', 'Kosovo'].includes((geometry.properties as { name: string }).name);
  const lines = mesh(light, light.objects.countries, (a, b) => !isSerbia(a) && !isSerbia(b)) as MultiLineString;
  return lines.coordinates.flatMap((line) => cutToBox(line, box));
}

/** The parts of a line that lie in a box, each with one point beyond it. */
function cutToBox(line: readonly Position[], box: BoundingBox): Position[][] {
  const isIn = ([lng = 0, lat = 0]: Position) => containsPoint(box, { lat, lng });
  const parts: Position[][] = [];
  let part: Position[] = [];
  line.forEach((position, i) => {
    const near = [line[i - 1], position, line[i + 1]].some((neighbour) => neighbour && isIn(neighbour));
    if (near) part.push(position);
    if ((!near || i === line.length - 1) && part.length > 1) parts.push(part);
    if (!near) part = [];
  });
  return parts;
}

const toPoint = ([lng = 0, lat = 0]: Position): LatLng => ({ lat, lng });

/** Our own compact form (lib/geo/topology.ts) of the simplified topology and the neighbours' lines. */
function toTopology(weight: number, neighbourWeight: number, neighbourhood: BoundingBox): Topology {
  const serbia = simplify(presimplify(readSerbia()), weight) as ReturnType<typeof readSerbia>;
  const arcs = serbia.arcs.map((arc) => toArc(arc.map(toPoint)));
  const areas = serbia.objects.areas.geometries.map((geometry) => {
    if (geometry.type !== 'Polygon') throw new Error('A district is no simple polygon');
    return { code: (geometry.properties as DistrictProperties).code, ring: geometry.arcs[0] ?? [] };
  });

  const sides = new Map<number, string[]>();
  for (const { code, ring } of areas) {
    for (const index of ring) {
      const arc = index < 0 ? ~index : index;
      sides.set(arc, [...(sides.get(arc) ?? []), code]);
    }
  }
  const linesWhere = (test: (codes: readonly string[]) => boolean) =>
    [...sides].filter(([, codes]) => test(codes)).map(([arc]) => arc);
  const neighbours = readNeighbours(neighbourWeight, neighbourhood).map(
    (line) => arcs.push(toArc(line.map(toPoint))) - 1,
  );
  return {
    arcs,
    districts: areas.filter(({ code }) => code !== APART).map(({ code, ring }) => [code, ring] as const),
    apart: areas.find(({ code }) => code === APART)?.ring ?? [],
    lines: {
      outline: linesWhere((codes) => codes.length === 1 && codes[0] !== APART),
      inner: linesWhere((codes) => codes.length === 2 && !codes.includes(APART)),
      shared: linesWhere((codes) => codes.length === 2 && codes.includes(APART)),
      apartOutline: linesWhere((codes) => codes.length === 1 && codes[0] === APART),
      neighbours,
    },
  };
}

interface Town extends LatLng {
  name: string;
  nameCyrl: string;
  population: number;
  minZoom: number;
}

/** A municipality's seat without a stated population comes before the villages. */
const SEAT_POPULATION = 4_000;
const VILLAGE_POPULATION = 1_000;
/** The first zoom at which all settlements may stand, and the number of names at the zoom of the whole country. */
const LAST_ZOOM = 13;
const FIRST_ZOOM = 7;
const FIRST_NAMES = 16;

/** Settlements by population, each with the zoom from which there is room for its name. */
function readTowns(): Town[] {
  const rows = parse(readFileSync('prisma/data/settlements-rs.csv'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  const towns = rows
    .map((row) => {
      const { name_sr_latn: name = '', municipality_sr_latn: municipality } = row;
      const unknown = name === municipality ? SEAT_POPULATION : VILLAGE_POPULATION;
      return {
        name,
        nameCyrl: toCyrillic(name),
        lat: Number(row.lat),
        lng: Number(row.lon),
        population: Number(row.population) || unknown,
        minZoom: LAST_ZOOM,
      };
    })
    .sort((a, b) => b.population - a.population || a.name.localeCompare(b.name, 'sr-Latn'));

  for (let zoom = FIRST_ZOOM; zoom < LAST_ZOOM; zoom++) {
    const taken = towns.filter(({ minZoom }) => minZoom < zoom).map((town) => roomOf(town, zoom));
    for (const town of towns) {
      if (town.minZoom < zoom) continue;
      if (zoom === FIRST_ZOOM && taken.length >= FIRST_NAMES) break;
      const room = roomOf(town, zoom);
      if (taken.some((other) => overlaps(other, room))) continue;
      town.minZoom = zoom;
      taken.push(room);
    }
  }
  return towns.sort((a, b) => a.minZoom - b.minZoom || b.population - a.population);
}

/** What a settlement needs at a zoom: its dot and its name, with the air that keeps a map calm. */
function roomOf({ name, nameCyrl, lat, lng }: Town, zoom: number): Rect {
  const { x, y } = project({ lat, lng }, zoom);
  const width = Math.max(widthOfName(name), widthOfName(nameCyrl));
  const air = zoom === FIRST_ZOOM ? 12 : 10;
  return { left: x - air, right: x + width + air, top: y - air, bottom: y + air };
}

/** SVG path in tenths of the frame's unit, with relative steps: half the size of absolute ones. */
function toPath(points: readonly LatLng[], closed: boolean): string {
  const tenths = points.map((point) => {
    const { x, y } = toFrame(point);
    return { x: Math.round(x * 10), y: Math.round(y * 10) };
  });
  let path = '';
  tenths.forEach(({ x, y }, i) => {
    const before = tenths[i - 1];
    if (!before) path += `M${x} ${y}`;
    else if (closed && i === tenths.length - 1) path += 'z';
    else if (before.x !== x || before.y !== y) path += `l${x - before.x} ${y - before.y}`;
  });
  return path.replace(/ -/g, '-');
}

const linesToPath = (topology: Topology, arcs: readonly number[]) =>
  arcs.map((arc) => toPath(pointsOfArc(topology, arc), false)).join('');

function writeJson(file: string, value: unknown): void {
  const text = JSON.stringify(value);
  writeFileSync(file, `${text}\n`);
  console.log(`${file}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzip`);
}

const fine = toTopology(FINE, FINE_NEIGHBOURS, NEIGHBOURHOOD);
const coarse = toTopology(COARSE, COARSE_NEIGHBOURS, FRAME_BOX);
const towns = readTowns();
const names = readCollection('districts-rs').features.map(({ properties }) => properties);

const namesOf = (locale: 'sr-Latn' | 'sr-Cyrl' | 'en') => ({
  districts: Object.fromEntries(
    names.map(({ code, name_sr_latn: sr, name_en: en }) => [
      code,
      locale === 'en' ? en : locale === 'sr-Cyrl' ? toCyrillic(sr) : sr,
    ]),
  ),
  // Rounded to a hundred metres: a name stands beside its place, not on it.
  towns: towns.map(({ name, nameCyrl, lat, lng, minZoom }) => [
    locale === 'sr-Cyrl' ? nameCyrl : name,
    Math.round(lat * 1000) / 1000,
    Math.round(lng * 1000) / 1000,
    minZoom,
  ]),
});
const allNames = (['sr-Latn', 'sr-Cyrl', 'en'] as const).map((locale) => [locale, namesOf(locale)] as const);

// Part of the files' addresses, so that a new map is never mixed with an old one from a cache.
const version = createHash('sha256')
  .update(JSON.stringify([fine, allNames]))
  .digest('hex')
  .slice(0, 10);

mkdirSync('public/map', { recursive: true });
for (const old of readdirSync('public/map')) if (old.startsWith('lines.')) rmSync(`public/map/${old}`);
writeJson('public/map/base.json', fine);
for (const [locale, value] of allNames) writeJson(`public/map/names.${locale}.json`, value);
// Shapes alone: what refers to one gives it its colours. That a line keeps its width is no matter of inheritance.
const shape = (id: string, path: string) => `<path id="${id}" vector-effect="non-scaling-stroke" d="${path}"/>`;
const shapes = [
  ...coarse.districts.map(([code, ring]) => shape(`d${code}`, toPath(pointsOfRing(coarse, ring), true))),
  shape('outline', linesToPath(coarse, coarse.lines.outline)),
  shape('neighbours', linesToPath(coarse, coarse.lines.neighbours)),
];
writeFileSync(`public/map/lines.${version}.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${shapes.join('')}</svg>\n`);
writeJson('lib/geo/base-map.json', {
  version,
  frame: { ...FRAME, zoom: FRAME_ZOOM, corner: FRAME_CORNER },
  districts: coarse.districts.map(([code]) => {
    const { name_sr_latn: nameSr, name_en: nameEn } = names.find((district) => district.code === code) ?? {
      name_sr_latn: code,
      name_en: code,
    };
    return { code, nameSr, nameEn };
  }),
  apart: toPath(pointsOfRing(coarse, coarse.apart), true),
  shared: linesToPath(coarse, coarse.lines.shared),
  apartOutline: linesToPath(coarse, coarse.lines.apartOutline),
  towns: towns.filter(({ minZoom }) => minZoom <= FIRST_ZOOM).map(({ name, lat, lng }) => ({ name, lat, lng })),
});
