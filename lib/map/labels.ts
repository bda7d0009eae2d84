import type { Locale } from '@/lib/i18n/locales';
import { type PluralTemplates, pluralTemplates } from '@/lib/i18n/templates';
import type { Words } from '@/lib/i18n/words';
import { NEIGHBOUR_NAMES, type NeighbourName } from './neighbours';
import { type MapOf, mapWords } from './words';

export { fill, fillPlural } from '@/lib/i18n/templates';

/** The words of the live map, so that the browser needs no catalogue of messages. */
export interface MapLabels {
  label: string;
  markers: string;
  keys: string;
  zoomIn: string;
  zoomOut: string;
  wheelHint: string;
  touchHint: string;
  loading: string;
  failed: string;
  retry: string;
  close: string;
  loadingList: string;
  listFailed: string;
  onlyMunicipality: string;
  tile: string;
  tileAlone: string;
  pile: PluralTemplates;
  pileAround: PluralTemplates;
  pileAlone: PluralTemplates;
  more: PluralTemplates;
  neighbours: Record<NeighbourName, string>;
}

type PluralKey = 'pile' | 'pileAround' | 'pileAlone' | 'more';

const labelsOf = new Map<string, MapLabels>();

/** The words of the live map in one language; made once for the process. */
export function mapLabels(locale: Locale, of: MapOf = 'enterprises'): MapLabels {
  const key = `${locale} ${of}`;
  const known = labelsOf.get(key) ?? makeLabels(locale, of);
  labelsOf.set(key, known);
  return known;
}

function makeLabels(locale: Locale, of: MapOf): MapLabels {
  const t = mapWords(locale, of);
  const place = '{place}';
  return {
    label: t('label'),
    markers: t('markers'),
    keys: t('keys'),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    wheelHint: t('wheelHint'),
    touchHint: t('touchHint'),
    loading: t('loading'),
    failed: t('failed'),
    retry: t('retry'),
    close: t('close'),
    loadingList: t('loadingList'),
    listFailed: t('listFailed'),
    onlyMunicipality: t('onlyMunicipality'),
    tile: t('tile', { place }),
    tileAlone: t('tileAlone'),
    pile: templates(locale, t, 'pile'),
    pileAround: templates(locale, t, 'pileAround'),
    pileAlone: templates(locale, t, 'pileAlone'),
    more: templates(locale, t, 'more'),
    neighbours: Object.fromEntries(NEIGHBOUR_NAMES.map((name) => [name, t(`neighbours.${name}`)])) as Record<
      NeighbourName,
      string
    >,
  };
}

function templates(locale: Locale, t: Words<'Map'>, key: PluralKey): PluralTemplates {
  return pluralTemplates(locale, (count) => t(key, { count, shown: '{count}', place: '{place}' }));
}
