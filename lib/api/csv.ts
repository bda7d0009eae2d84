import { showName } from '@/lib/enterprises/present';
import type { EnterpriseRecord } from '@/lib/enterprises/types';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { inScript } from '@/lib/serbian';
import { DATA_LICENCE } from '@/lib/site/names';
import { type CsvColumn, csvTable } from './csv-table';

export { BOM, delimiterFor } from './csv-table';

type Column = CsvColumn<EnterpriseRecord>;

const serbian = (text: string | null, locale: Locale) => (text === null ? null : inScript(text, locale));
const contact =
  (kind: string): Column[1] =>
  (record) =>
    record.contacts.find((candidate) => candidate.kind === kind)?.value ?? null;
const GEO_PRECISION = { address: 'address', settlement: 'settlement', municipality: 'municipality_seat' } as const;

/**
 * Columns of the export. Those that the importer knows have its names (docs/import.md), so that a file can be corrected
 * and imported again; `id`, `slug`, `url`, the official codes and the licence come besides.
 */
const COLUMNS: Column[] = [
  ['id', (r) => r.id],
  ['slug', (r) => r.slug],
  ['url', (r, locale, site) => `${site}${hrefFor(locale, '/enterprises/[slug]', { slug: r.slug })}`],
  ['name_sr', (r, locale) => showName(r.name, locale)],
  ['name_en', (r) => r.name.en],
  ['short_name', (r, locale) => serbian(r.shortName, locale)],
  ['other_names', (r, locale) => r.otherNames.map((name) => inScript(name, locale)).join(';')],
  ['registration_number', (r) => r.registrationNumber],
  ['tax_id', (r) => r.taxId],
  ['basis', (r) => r.basis],
  ['legal_form', (r) => r.legalForm],
  ['legal_status', (r) => r.legalStatus?.code ?? null],
  ['legal_status_from', (r) => r.legalStatus?.from ?? null],
  ['legal_status_to', (r) => r.legalStatus?.to ?? null],
  ['coalition_criteria', (r) => r.coalitionCriteria],
  ['town', (r, locale) => serbian(r.place.town, locale)],
  ['municipality', (r, locale) => serbian(r.place.municipality?.nameSr ?? null, locale)],
  ['municipality_code', (r) => r.place.municipality?.code ?? null],
  ['district', (r, locale) => serbian(r.place.district?.nameSr ?? null, locale)],
  ['district_code', (r) => r.place.district?.code ?? null],
  ['lat', (r) => r.place.position?.lat ?? null],
  ['lon', (r) => r.place.position?.lng ?? null],
  ['geo_precision', (r) => (r.place.position ? GEO_PRECISION[r.place.position.precision] : null)],
  ['activity_sr', (r, locale) => serbian(r.activityText.sr, locale)],
  ['activity_en', (r) => r.activityText.en],
  ['sector', (r) => r.activities.join(';')],
  ['products', (r) => r.products.join(';')],
  ['target_groups', (r) => r.targetGroups.join(';')],
  ['founded_year', (r) => r.foundedYear],
  ['size', (r) => r.size?.code ?? null],
  ['size_year', (r) => r.size?.year ?? null],
  ['operating_state', (r) => r.operatingState],
  ['website', contact('website')],
  ['email', contact('email')],
  ['phone', contact('phone')],
  ['verified_on', (r) => r.lastVerifiedOn],
  ['verified_method', (r) => r.lastVerifiedMethod],
  ['source_url', (r) => r.source?.url ?? null],
  ['source_title', (r) => r.source?.title ?? null],
  ['read_on', (r) => r.source?.retrievedOn ?? null],
  ['accessed_note', (r) => r.note],
  ['licence', () => DATA_LICENCE],
];

/** Columns whose values begin with a plus by right; the guard would spoil them, and a phone number is no formula. */
const PLAIN = new Set(['phone']);

const TABLE = csvTable(COLUMNS, PLAIN);

/** The line of column names, with the byte order mark before it. */
export const csvHeader = TABLE.header;

/** Lines for some records. */
export const csvLines = TABLE.lines;
