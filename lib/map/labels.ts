import type { Locale } from '@/lib/i18n/locales';
import { type Words, words } from '@/lib/i18n/words';
import { NEIGHBOUR_NAMES, type NeighbourName } from './neighbours';

/** A sentence for each plural category of its language, with `{count}` and `{place}` still to be filled in. */
export type PluralTemplates = Partial<Record<Intl.LDMLPluralRule, string>>;

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

/** Numbers of which each stands for one plural category of Serbian or English. */
const SAMPLES = [1, 2, 5];

type PluralKey = 'pile' | 'pileAround' | 'pileAlone' | 'more';

const labelsOf = new Map<Locale, MapLabels>();

/** The words of the live map in one language; made once for the process. */
export function mapLabels(locale: Locale): MapLabels {
  const known = labelsOf.get(locale) ?? makeLabels(locale);
  labelsOf.set(locale, known);
  return known;
}

function makeLabels(locale: Locale): MapLabels {
  const t = words(locale, 'Map');
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
  const rules = new Intl.PluralRules(locale);
  return Object.fromEntries(
    SAMPLES.map((count) => [rules.select(count), t(key, { count, shown: '{count}', place: '{place}' })]),
  );
}

/** Fills a sentence for a number: `fillPlural(labels.pile, 'en', 12, { place: 'Zlatibor District' })`. */
export function fillPlural(
  sentences: PluralTemplates,
  locale: Locale,
  count: number,
  values: Readonly<Record<string, string>> = {},
): string {
  const sentence = sentences[new Intl.PluralRules(locale).select(count)] ?? sentences.other ?? '';
  return fill(sentence, { ...values, count: new Intl.NumberFormat(locale).format(count) });
}

/** Puts values in place of `{name}`. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
