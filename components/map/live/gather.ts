import Supercluster from 'supercluster';
import { expandBox } from '@/lib/geo/boxes';
import { CLUSTER_RADIUS } from '@/lib/geo/clusters';
import { MARKS, type Mark } from '@/lib/geo/marks';
import { PRECISIONS } from '@/lib/geo/positions';
import type { BoundingBox, LatLng } from '@/lib/geo/types';
import type { MapPile, MapPlace, MapRecord } from '@/lib/map/encoding';

/** A marker of the live map: a record, or a pile of them. */
export interface LiveMarker extends LatLng {
  /** The same for the same records at the same zoom. */
  key: string;
  count: number;
  /** Mark of a single record; null for a pile. */
  mark: Mark | null;
  /** Only the municipality is known of all of them. */
  coarse: boolean;
  /** All of them stand on one point: no zoom takes them apart. */
  onePlace: boolean;
  /** The records; null when the server gathered them and only their number is known. */
  ids: readonly number[] | null;
  /** Around the members. */
  box: BoundingBox;
  /** Said by the server; null where the box tells. */
  around: boolean | null;
}

/** Gives the markers of a rectangle at a zoom, from north to south and west to east. */
export type Gatherer = (box: BoundingBox, zoom: number) => LiveMarker[];

const MUNICIPALITY = PRECISIONS.indexOf('municipality');
const ALL = Number.POSITIVE_INFINITY;
const MAX_ZOOM = 18;

const byPlace = (a: LiveMarker, b: LiveMarker) => b.lat - a.lat || a.lng - b.lng;
const pointBox = ({ lat, lng }: LatLng): BoundingBox => ({ west: lng, south: lat, east: lng, north: lat });
const markOf = (record: MapRecord): Mark => MARKS[record.mark] ?? 'open';
const isCoarse = (records: readonly MapRecord[]) => records.every(({ precision }) => precision === MUNICIPALITY);

interface PlaceProperties {
  index: number;
}

interface PileProperties {
  records: number;
  coarse: boolean;
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * Gathers the places in the browser. Supercluster knows whole zooms only: these are counted from `firstZoom`, so that
 * the piles keep their distance at the zoom at which this screen shows the country, and at every step from it.
 */
export function gatherPlaces(places: readonly MapPlace[], firstZoom: number): Gatherer {
  const fraction = firstZoom - Math.floor(firstZoom);
  const index = new Supercluster<PlaceProperties, PileProperties>({
    radius: CLUSTER_RADIUS / 2 ** fraction,
    extent: 256,
    maxZoom: MAX_ZOOM,
    map: ({ index: at }) => {
      const { records, ...place } = places[at] as MapPlace;
      return { records: records.length, coarse: isCoarse(records), ...pointBox(place) };
    },
    reduce: (sum, other) => {
      sum.records += other.records;
      sum.coarse = sum.coarse && other.coarse;
      sum.west = Math.min(sum.west, other.west);
      sum.south = Math.min(sum.south, other.south);
      sum.east = Math.max(sum.east, other.east);
      sum.north = Math.max(sum.north, other.north);
    },
  });
  index.load(
    places.map(({ lat, lng }, at) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { index: at },
    })),
  );

  return ({ west, south, east, north }, zoom) =>
    index
      .getClusters([west, south, east, north], Math.round(zoom - fraction))
      .map(({ properties, geometry }) => {
        if (!('cluster' in properties)) return placeMarker(places[properties.index] as MapPlace);
        const [lng = 0, lat = 0] = geometry.coordinates;
        const leaves = index
          .getLeaves(properties.cluster_id, ALL)
          .map((leaf) => places[leaf.properties.index] as MapPlace);
        const { records, coarse, ...box } = properties;
        return {
          key: `pile ${lat.toFixed(5)} ${lng.toFixed(5)} ${records}`,
          lat,
          lng,
          count: records,
          mark: null,
          coarse,
          onePlace: false,
          ids: leaves.flatMap((place) => place.records.map(({ id }) => id)),
          box: { west: box.west, south: box.south, east: box.east, north: box.north },
          around: null,
        };
      })
      .sort(byPlace);
}

function placeMarker({ lat, lng, records }: MapPlace): LiveMarker {
  const [first] = records;
  return {
    key: `place ${lat} ${lng}`,
    lat,
    lng,
    count: records.length,
    mark: records.length === 1 && first ? markOf(first) : null,
    coarse: isCoarse(records),
    onePlace: true,
    ids: records.map(({ id }) => id),
    box: pointBox({ lat, lng }),
    around: false,
  };
}

/** Takes the piles as the server gathered them. */
export function gatherPiles(piles: readonly MapPile[]): Gatherer {
  const markers = piles.map((pile): LiveMarker => {
    const { lat, lng, count, record, onePlace, coarse, around } = pile;
    return {
      key: `${onePlace ? 'place' : 'pile'} ${lat} ${lng} ${count}`,
      lat,
      lng,
      count,
      mark: record ? markOf(record) : null,
      coarse,
      onePlace,
      ids: record ? [record.id] : null,
      box: pointBox({ lat, lng }),
      around,
    };
  });
  return (box) => markers.filter(({ lat, lng }) => isNear(box, { lat, lng })).sort(byPlace);
}

function isNear(box: BoundingBox, { lat, lng }: LatLng): boolean {
  const { west, south, east, north } = expandBox(box, 0.02);
  return lng >= west && lng <= east && lat >= south && lat <= north;
}
