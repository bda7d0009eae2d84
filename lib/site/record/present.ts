import { type ShownText, showName, showText } from '@/lib/enterprises/present';
import type { Nearby } from '@/lib/enterprises/queries';
import type { EnterpriseListItem, EnterpriseRecord } from '@/lib/enterprises/types';
import type { Precision } from '@/lib/geo/types';
import { formatDay, formatDistance } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import type { Words } from '@/lib/i18n/words';
import { formatMapView } from '@/lib/map/view';
import { inScript } from '@/lib/serbian';
import { nameLabel, termLabel } from '@/lib/taxonomies/present';
import { fieldLabel, type LineModel, presentLine, type Shown } from '../present-line';
import { completenessOf } from './completeness';
import { type FactLink, type FactRow, presentFacts, presentSource, type ShownSource, uniqueSources } from './facts';
import { freshnessOf } from './freshness';

/** Zoom at which the big map opens on a record: its town and the ones around. */
const MAP_ZOOM = 11;

/** A text of the record, with words for the language it is in when that is not the page's. */
export interface RecordText extends ShownText {
  only: string | null;
}

export interface RecordModel {
  id: number;
  slug: string;
  name: string;
  /** The English name beside a Serbian one; null when there is none. */
  nameEn: string | null;
  mark: string;
  markLabel: string | null;
  /** Legal form and place in a few words. */
  summary: string | null;
  crumbs: FactLink[];
  lead: RecordText | null;
  badge: { tone: 'good' | 'neutral' | 'warn'; text: string };
  verifiedBy: string | null;
  facts: FactRow[];
  texts: { heading: string; text: RecordText }[];
  /** The compiler's remark on the sources, in English. */
  note: string | null;
  sources: ShownSource[];
  history: string;
  place: {
    position: { lat: number; lng: number; precision: Precision } | null;
    note: string;
    /** The big map at this place; null without a position. */
    mapHref: string | null;
  };
  completeness: { title: string; text: string };
  nearby: LineModel[];
  similar: LineModel[];
  /** All records of the same district; null when the district is not known. */
  district: FactLink | null;
  citation: string;
  address: string;
  jsonHref: string;
}

/** What the page of a record is made of, as read. */
export interface RecordFacts {
  record: EnterpriseRecord;
  nearby: readonly Nearby[];
  similar: readonly EnterpriseListItem[];
  now: Date;
  /** Where the site stands, without a slash at the end. */
  origin: string;
}

/** A record's page in the visitor's language. */
export function presentRecord(
  { record, nearby, similar, now, origin }: RecordFacts,
  shown: Shown,
  t: Words<'Record'>,
): RecordModel {
  const { locale } = shown;
  const name = showName(record.name, locale);
  const address = origin + hrefFor(locale, '/enterprises/[slug]', { slug: record.slug });
  const text = (written: { sr: string | null; en: string | null }) => presentText(showText(written, locale), t);
  return {
    id: record.id,
    slug: record.slug,
    name,
    nameEn: record.name.en === name ? null : record.name.en,
    mark: record.mark,
    markLabel: fieldLabel(record, shown),
    summary: presentSummary(record, shown),
    crumbs: presentCrumbs(record, shown, t),
    lead: text(record.activityText),
    badge: presentBadge(record, now, shown, t),
    verifiedBy:
      record.lastVerifiedBy === null ? null : t('verifiedBy', { who: inScript(record.lastVerifiedBy, locale) }),
    facts: presentFacts({ ...shown, record, t }),
    texts: [
      { heading: t('mission'), text: text(record.mission) },
      { heading: t('description'), text: text(record.description) },
    ].flatMap(({ heading, text: shownText }) => (shownText ? [{ heading, text: shownText }] : [])),
    note: record.note,
    sources: uniqueSources([
      ...(record.source ? [record.source] : []),
      ...record.facts.map(({ source }) => source),
    ]).map((source) => presentSource(source, { t, locale })),
    history: t('history', {
      created: formatDay(locale, record.createdAt),
      updated: formatDay(locale, record.updatedAt),
    }),
    place: presentPlace(record, shown, t),
    completeness: presentCompleteness(record, t),
    nearby: nearby.map(({ item, distanceKm }) => presentLine(item, shown, presentDistance(distanceKm, shown, t))),
    similar: similar.map((item) => presentLine(item, shown)),
    district: districtLink(record, shown),
    citation: t('citation', { name, day: formatDay(locale, record.updatedAt), url: address }),
    address,
    jsonHref: `/api/v1/enterprises/${encodeURIComponent(record.slug)}?lang=${locale}`,
  };
}

function presentText(text: ShownText | null, t: Words<'Record'>): RecordText | null {
  if (!text) return null;
  return { ...text, only: text.lang === null ? null : t(text.lang === 'en' ? 'onlyEnglish' : 'onlySerbian') };
}

/** Legal form and place in a few words; null when neither is known. */
export function presentSummary({ legalForm, place }: EnterpriseRecord, { locale, vocab }: Shown): string | null {
  const form = legalForm === null ? null : lowerFirst(termLabel(vocab, 'legalForm', legalForm, locale));
  const where = place.town ?? place.municipality?.nameSr ?? null;
  const parts = [form, where === null ? null : inScript(where, locale)].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : null;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function districtLink({ place }: EnterpriseRecord, { locale }: Shown): FactLink | null {
  if (place.district === null) return null;
  return {
    label: nameLabel(place.district, locale),
    href: hrefFor(locale, '/enterprises', {}, { district: place.district.code }),
  };
}

function presentCrumbs(record: EnterpriseRecord, shown: Shown, t: Words<'Record'>): FactLink[] {
  const district = districtLink(record, shown);
  return [{ label: t('directory'), href: hrefFor(shown.locale, '/enterprises') }, ...(district ? [district] : [])];
}

function presentBadge(
  record: EnterpriseRecord,
  now: Date,
  { locale, vocab }: Shown,
  t: Words<'Record'>,
): RecordModel['badge'] {
  const freshness = freshnessOf(record, now);
  if (freshness.tag === 'never') return { tone: 'warn', text: t('badge.never') };
  const day = formatDay(locale, freshness.on);
  if (freshness.tag === 'read') return { tone: 'warn', text: t('badge.read', { day }) };
  const how = record.lastVerifiedMethod;
  const label = how === null ? null : lowerFirst(termLabel(vocab, 'verificationMethod', how, locale));
  const key = freshness.age === 'overYear' ? 'overYear' : 'verified';
  return {
    tone: freshness.age === 'fresh' ? 'good' : freshness.age === 'older' ? 'neutral' : 'warn',
    text: label === null ? t(`badge.${key}Plain`, { day }) : t(`badge.${key}`, { day, how: label }),
  };
}

function presentPlace({ place }: EnterpriseRecord, { locale }: Shown, t: Words<'Record'>): RecordModel['place'] {
  const { position } = place;
  if (position === null) return { position, note: t('noPlace'), mapHref: null };
  const query = { view: 'map', map: formatMapView({ ...position, zoom: MAP_ZOOM }) };
  return { position, note: t(`mapNote.${position.precision}`), mapHref: hrefFor(locale, '/enterprises', {}, query) };
}

/** Marks stand in the middle of a settlement, so that two records of one town are no distance apart. */
const SAME_PLACE_KM = 0.05;

function presentDistance(kilometres: number, { locale }: Shown, t: Words<'Record'>): string {
  return kilometres < SAME_PLACE_KM ? t('samePlace') : formatDistance(locale, kilometres);
}

function presentCompleteness(record: EnterpriseRecord, t: Words<'Record'>): RecordModel['completeness'] {
  const { known, all, missing } = completenessOf(record);
  return {
    title: t('completeness', { known, all }),
    text:
      missing.length === 0
        ? t('nothingMissing')
        : t('missing', { fields: missing.map((field) => t(`missingField.${field}`)).join(', ') }),
  };
}
