import { showName } from '@/lib/enterprises/present';
import type { EnterpriseListItem } from '@/lib/enterprises/types';
import { formatBoundingBox, parseBoundingBox } from '@/lib/geo/boxes';
import type { Clusters } from '@/lib/geo/clusters';
import { type DistrictFinder, districtOfPile } from '@/lib/geo/districts';
import type { BoundingBox, LatLng } from '@/lib/geo/types';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { type Words, words } from '@/lib/i18n/words';
import { nameLabel, placeLabel, termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

/** A marker of the server-drawn map, which is a link. */
export interface StaticMarker extends LatLng {
  /** Records that stand behind it. */
  count: number;
  /** Code of the mark of a single record; null for a pile. */
  mark: string | null;
  /** Only the municipality is known of all of them. */
  coarse: boolean;
  /** Its name, for the eye on hovering and for screen readers. */
  label: string;
  /** Address of the record, or of the list of the pile's records; null for a marker that leads nowhere. */
  href: string | null;
  selected: boolean;
}

/** What the map says of a record when it is asked to name it. */
export interface MapItem {
  id: number;
  href: string;
  name: string;
  /** Place and legal form. */
  detail: string;
  mark: string;
  /** Only the municipality is known. */
  coarse: boolean;
  lat: number;
  lng: number;
}

/** The record as the map's lists name it; null when it has no position. */
export function presentMapItem(item: EnterpriseListItem, vocab: Vocabularies, locale: Locale): MapItem | null {
  const { position } = item.place;
  if (!position) return null;
  const form = item.legalForm === null ? null : termLabel(vocab, 'legalForm', item.legalForm, locale);
  const detail = [placeLabel(item.place, locale), form?.toLocaleLowerCase(locale)].filter((part) => part);
  return {
    id: item.id,
    href: hrefFor(locale, '/enterprises/[slug]', { slug: item.slug }),
    name: showName(item.name, locale),
    detail: detail.join(' · '),
    mark: item.mark,
    coarse: position.precision === 'municipality',
    lat: position.lat,
    lng: position.lng,
  };
}

/** Name of a single record's marker: its name, its place, and how exactly the place is known. */
export function markerLabel(item: EnterpriseListItem, locale: Locale): string {
  const place = placeLabel(item.place, locale);
  const precision = item.place.position?.precision === 'municipality' ? words(locale, 'Map')('onlyMunicipality') : null;
  return [showName(item.name, locale), place, precision].filter((part) => part !== null).join(', ');
}

/** "12 preduzeća, Zlatiborski okrug": name of a pile. */
export function pileLabel(
  count: number,
  district: { code: string | null; around: boolean },
  vocab: Vocabularies,
  locale: Locale,
  t: Words<'Map'> = words(locale, 'Map'),
): string {
  const shown = formatCount(locale, count);
  const named = district.code === null ? undefined : vocab.districts.get(district.code);
  if (!named) return t('pileAlone', { count, shown });
  return t(district.around ? 'pileAround' : 'pile', { count, shown, place: nameLabel(named, locale) });
}

/** A record that stands alone on the map. */
export type SingleMarker = Pick<StaticMarker, 'mark' | 'label' | 'href'>;

/** An enterprise as its marker. */
export function presentSingle(item: EnterpriseListItem, locale: Locale): SingleMarker {
  const href = hrefFor(locale, '/enterprises/[slug]', { slug: item.slug });
  return { mark: item.mark, label: markerLabel(item, locale), href };
}

interface MarkersInput {
  clusters: Clusters;
  /** The single records, by id. */
  singles: ReadonlyMap<number, SingleMarker>;
  idOf: (index: number) => number;
  t: Words<'Map'>;
  vocab: Vocabularies;
  locale: Locale;
  findDistrict: DistrictFinder;
  /** Address of the list of what lies in a box. */
  hrefOfBox: (box: BoundingBox) => string;
}

/** The markers of the server-drawn map, from north to south; pure. */
export function presentMarkers(input: MarkersInput): StaticMarker[] {
  const { clusters, singles, idOf, vocab, locale, t, findDistrict, hrefOfBox } = input;
  const markers = Array.from(clusters.count, (count, index): StaticMarker | null => {
    const middle = { lat: clusters.lat[index] as number, lng: clusters.lng[index] as number };
    const box = clusters.boxes[index] as BoundingBox;
    const shared = { ...middle, count, coarse: clusters.coarse[index] === 1, selected: false };
    if (count > 1) {
      const label = pileLabel(count, districtOfPile(box, middle, findDistrict), vocab, locale, t);
      return { ...shared, mark: null, label, href: hrefOfBox(roundedBox(box)) };
    }
    const single = singles.get(idOf(clusters.lead[index] as number));
    return single ? { ...shared, ...single } : null;
  });
  return markers.filter((marker) => marker !== null).sort((a, b) => b.lat - a.lat || a.lng - b.lng);
}

/** The box as an address carries it: what is written there is what the page reads back. */
function roundedBox(box: BoundingBox): BoundingBox {
  return parseBoundingBox(formatBoundingBox(box)) ?? box;
}

/** The one marker of a record's own map; none when its place is not known. */
export function presentRecordMarker(item: EnterpriseListItem, locale: Locale): StaticMarker[] {
  const { position } = item.place;
  if (!position) return [];
  return [
    {
      lat: position.lat,
      lng: position.lng,
      count: 1,
      mark: item.mark,
      coarse: position.precision === 'municipality',
      label: markerLabel(item, locale),
      href: null,
      selected: true,
    },
  ];
}
