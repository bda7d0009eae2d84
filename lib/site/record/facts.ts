import { hostOf, showName } from '@/lib/enterprises/present';
import type { EnterpriseRecord, FactRef, SourceRef } from '@/lib/enterprises/types';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import type { Words } from '@/lib/i18n/words';
import type { FacetName } from '@/lib/search/schema';
import { inScript } from '@/lib/serbian';
import { nameLabel, termLabel, termNote } from '@/lib/taxonomies/present';
import { ANCHORS } from '../names';
import type { Shown } from '../present-line';

export interface FactLink {
  label: string;
  /** null: words without a link. */
  href: string | null;
}

export interface ShownSource {
  id: number;
  /** null where the source is only named. */
  href: string | null;
  /** Its site, or its name when it has none. */
  host: string;
  title: string;
  /** "read on 23 Nov 2026"; null when the day is not known. */
  read: string | null;
}

/** What stands at the right of a fact: where it was read, or what to do when it is not known. */
export type FactSide =
  | { tag: 'sources'; sources: ShownSource[]; note: string | null }
  | { tag: 'link'; link: FactLink }
  | { tag: 'text'; text: string };

/** One row of the record. */
export interface FactRow {
  key: string;
  label: string;
  /** The record's values, then those of each source that says something else. None: not known, and `unknown` says so. */
  alternatives: FactLink[][];
  /** After the values, in the second voice. */
  detail: string | null;
  /** A sentence under the values that says what they mean. */
  meaning: string | null;
  unknown: string;
  /** Who says what, when sources disagree; the notes are in English. */
  clash: { said: string; notes: string[] } | null;
  side: FactSide;
}

export interface FactContext extends Shown {
  record: EnterpriseRecord;
  t: Words<'Record'>;
}

/** A fact before it has a label, sources and words for "not known". */
interface Fact {
  key: FactKey;
  /** Names of the fields in EnterpriseInput whose sources stand beside the fact. */
  fields: readonly string[];
  values: FactLink[];
  detail?: string | null;
  meaning?: string | null;
  unknown?: string;
  /** What stands at the right when no source does. */
  otherwise?: FactSide;
  /** A note after the sources. */
  note?: string | null;
  /** The part of the values that other sources speak of; without this, all of them. */
  contested?: string;
  /** How a value of another source is written; in the page's script, without this. */
  write?: (value: string) => string;
}

type FactKey =
  | 'name'
  | 'otherNames'
  | 'legalForm'
  | 'activity'
  | 'product'
  | 'targetGroup'
  | 'foundedYear'
  | 'basis'
  | 'legalStatus'
  | 'coalitionCriteria'
  | 'size'
  | 'operatingState'
  | 'place'
  | 'website'
  | 'contact'
  | 'network'
  | 'registrationNumber'
  | 'taxId';

/** The rows of a record, in the order of the page. What is known of few (names, networks, tax number) has a row only then. */
export function presentFacts(context: FactContext): FactRow[] {
  const facts = [...whatItIs(context), ...howItStands(context), ...whereItIs(context)];
  return facts.map((fact) => presentFact(fact, context));
}

function whatItIs({ record, t, locale, vocab }: FactContext): Fact[] {
  const shown = { locale, vocab };
  const isNameContested = record.facts.some(({ field, value }) => field === 'nameSr' && value !== null);
  const names = [...(record.shortName === null ? [] : [record.shortName]), ...record.otherNames];
  return [
    ...(isNameContested
      ? [{ key: 'name' as const, fields: ['nameSr'], values: [plain(showName(record.name, locale))] }]
      : []),
    ...(names.length > 0
      ? [
          {
            key: 'otherNames' as const,
            fields: ['shortName', 'otherNames'],
            values: names.map((name) => plain(inScript(name, locale))),
          },
        ]
      : []),
    {
      key: 'legalForm',
      fields: ['legalForm'],
      values: termLinks(shown, 'legalForm', record.legalForm === null ? [] : [record.legalForm]),
      write: (value) => termLabel(vocab, 'legalForm', value, locale),
    },
    { key: 'activity', fields: ['activities', 'activitySr'], values: termLinks(shown, 'activity', record.activities) },
    { key: 'product', fields: ['products'], values: termLinks(shown, 'product', record.products) },
    {
      key: 'targetGroup',
      fields: ['targetGroups'],
      values: termLinks(shown, 'targetGroup', record.targetGroups),
    },
    {
      key: 'foundedYear',
      fields: ['foundedYear'],
      values: record.foundedYear === null ? [] : [plain(String(record.foundedYear))],
    },
    {
      key: 'size',
      fields: ['size'],
      values: record.size === null ? [] : termLinks(shown, 'size', [record.size.code]),
      detail: record.size?.year ? t('sizeInYear', { year: String(record.size.year) }) : null,
    },
  ];
}

function howItStands({ record, t, locale, vocab }: FactContext): Fact[] {
  const shown = { locale, vocab };
  const { legalStatus, coalitionCriteria, operatingState } = record;
  const criteria = `${hrefFor(locale, '/about-the-data')}#${ANCHORS.criteria}`;
  return [
    {
      key: 'basis',
      fields: ['basis'],
      values: termLinks(shown, 'basis', [record.basis]),
      meaning: termNote(vocab, 'basis', record.basis, locale),
      otherwise: { tag: 'link', link: { label: t('whatBasisMeans'), href: criteria } },
    },
    {
      key: 'legalStatus',
      fields: ['legalStatus'],
      values: legalStatus === null ? [] : termLinks(shown, 'legalStatus', [legalStatus.code]),
      detail: statusDays(legalStatus, { t, locale }),
      unknown: t('notKnown'),
      otherwise: { tag: 'text', text: t('registerHasNoList') },
    },
    {
      key: 'coalitionCriteria',
      fields: ['coalitionCriteria'],
      values:
        coalitionCriteria === null ? [] : [plain(termLabel(vocab, 'coalitionCriteria', coalitionCriteria, locale))],
      unknown: t('notAssessed'),
      otherwise: { tag: 'link', link: { label: t('whichCriteria'), href: criteria } },
    },
    {
      key: 'operatingState',
      fields: ['operatingState'],
      values: operatingState === null ? [] : [plain(termLabel(vocab, 'operatingState', operatingState, locale))],
    },
  ];
}

function whereItIs({ record, t, locale, vocab }: FactContext): Fact[] {
  const { place, website, contacts, networks, registrationNumber, taxId } = record;
  const others = contacts.filter(({ kind, value }) => kind !== 'website' || value !== website);
  return [
    {
      key: 'place',
      fields: ['town', 'municipality', 'position', 'streetAddress'],
      contested: place.town === null ? undefined : inScript(place.town, locale),
      values: placeLinks(place, { locale }),
      detail: place.position === null ? null : `(${t(`precision.${place.position.precision}`)})`,
      note: place.position === null || place.position.precision === 'address' ? null : t('positionFrom'),
    },
    {
      key: 'website',
      fields: ['website'],
      values: website === null ? [] : [{ label: hostOf(website), href: website }],
    },
    {
      key: 'contact',
      fields: ['contacts'],
      values: others.map((contact) => contactLink(contact, t)),
    },
    ...(networks.length > 0
      ? [
          {
            key: 'network' as const,
            fields: ['networks'],
            values: networks.map((code) => plain(termLabel(vocab, 'network', code, locale))),
          },
        ]
      : []),
    {
      key: 'registrationNumber',
      fields: ['registrationNumber'],
      values: registrationNumber === null ? [] : [plain(registrationNumber)],
    },
    ...(taxId === null ? [] : [{ key: 'taxId' as const, fields: ['taxId'], values: [plain(taxId)] }]),
  ];
}

function presentFact(fact: Fact, context: FactContext): FactRow {
  const { t, locale } = context;
  const refs = context.record.facts.filter(({ field }) => fact.fields.includes(field));
  const contradictions = fact.values.length === 0 ? [] : listContradictions(refs);
  const write = fact.write ?? ((value: string) => inScript(value, locale));
  return {
    key: fact.key,
    label: t(`field.${fact.key}`),
    alternatives: [fact.values, ...contradictions.map((value) => [plain(write(value))])].filter(
      (values) => values.length > 0,
    ),
    detail: fact.detail ?? null,
    meaning: fact.meaning ?? null,
    unknown: fact.unknown ?? t('notStated'),
    clash: contradictions.length === 0 ? null : presentClash(fact, refs, write, context),
    side: presentSide(fact, refs, context),
  };
}

/** What sources say otherwise than the record, each value once. */
function listContradictions(refs: readonly FactRef[]): string[] {
  return [...new Set(refs.flatMap(({ value }) => (value === null ? [] : [value])))];
}

function presentSide(fact: Fact, refs: readonly FactRef[], { record, t, locale }: FactContext): FactSide {
  const note = fact.note ?? null;
  if (refs.length > 0 && fact.values.length > 0) {
    const sources = uniqueSources(refs.map(({ source }) => source));
    return { tag: 'sources', sources: sources.map((source) => presentSource(source, { t, locale })), note };
  }
  if (fact.otherwise) return fact.otherwise;
  if (fact.values.length > 0) return { tag: 'text', text: note ?? '' };
  return { tag: 'link', link: { label: t('tellUs'), href: correctHref(record.slug, fact.key, locale) } };
}

/** Where a fact can be corrected; a contact is an address or a phone. */
const CORRECTED: Partial<Record<FactKey, readonly string[]>> = {
  name: ['nameSr'],
  otherNames: ['shortName'],
  activity: ['activities'],
  product: ['products'],
  targetGroup: ['targetGroups'],
  contact: ['email', 'phone'],
};

function correctHref(slug: string, key: FactKey, locale: Locale): string {
  const fields = new URLSearchParams((CORRECTED[key] ?? [key]).map((field) => ['f', field]));
  return hrefFor(locale, '/enterprises/[slug]/correct', { slug }, fields);
}

/** Who says which of the values. */
function presentClash(
  fact: Fact,
  refs: readonly FactRef[],
  write: (value: string) => string,
  { t }: FactContext,
): FactRow['clash'] {
  const own = fact.contested ?? fact.values.map(({ label }) => label).join(', ');
  const said = refs.map(({ source, value }) =>
    t('clashValue', { source: sourceName(source), value: value === null ? own : write(value) }),
  );
  return {
    said: t('clashText', { values: [...new Set(said)].join(', ') }),
    notes: refs.flatMap(({ note }) => (note === null ? [] : [note])),
  };
}

/** A source as it stands beside a fact. */
export function presentSource(source: SourceRef, { t, locale }: Pick<FactContext, 't' | 'locale'>): ShownSource {
  return {
    id: source.id,
    href: source.url,
    host: sourceName(source),
    title: source.title,
    read: source.retrievedOn === null ? null : t('readOn', { day: formatDay(locale, source.retrievedOn) }),
  };
}

function sourceName({ url, publisher, title }: SourceRef): string {
  return url === null ? (publisher ?? title) : hostOf(url);
}

/** Each source once, in the order of the facts. */
export function uniqueSources(sources: readonly SourceRef[]): SourceRef[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function plain(label: string): FactLink {
  return { label, href: null };
}

function termLinks({ locale, vocab }: Shown, taxonomy: FacetName, codes: readonly string[]): FactLink[] {
  return codes.map((code) => ({
    label: termLabel(vocab, taxonomy, code, locale),
    href: hrefFor(locale, '/enterprises', {}, { [taxonomy]: code }),
  }));
}

function statusDays(
  status: EnterpriseRecord['legalStatus'],
  { t, locale }: Pick<FactContext, 't' | 'locale'>,
): string | null {
  const parts = [
    status?.from ? t('statusFrom', { day: formatDay(locale, status.from) }) : null,
    status?.to ? t('statusTo', { day: formatDay(locale, status.to) }) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : null;
}

function placeLinks(place: EnterpriseRecord['place'], { locale }: { locale: Locale }): FactLink[] {
  const { streetAddress, town, municipality, district } = place;
  const links: FactLink[] = [];
  if (streetAddress !== null) links.push(plain(inScript(streetAddress, locale)));
  if (town !== null) links.push(plain(inScript(town, locale)));
  // The seat of a municipality bears its name: it is not said twice.
  if (municipality !== null && municipality.nameSr !== town) {
    links.push({
      label: nameLabel({ nameSr: municipality.nameSr }, locale),
      href: hrefFor(locale, '/enterprises', {}, { municipality: municipality.id }),
    });
  }
  if (district !== null) {
    links.push({
      label: nameLabel(district, locale),
      href: hrefFor(locale, '/enterprises', {}, { district: district.code }),
    });
  }
  return links;
}

function contactLink({ kind, value }: EnterpriseRecord['contacts'][number], t: Words<'Record'>): FactLink {
  if (kind === 'email') return { label: value, href: `mailto:${value}` };
  if (kind === 'phone') return { label: value, href: `tel:${value}` };
  if (/^https?:\/\//.test(value)) return { label: hostOf(value), href: value };
  return { label: `${t('otherContact')}: ${value}`, href: null };
}
