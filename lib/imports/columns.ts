import type { ContactKind } from '@/lib/enterprises/contacts';
import {
  ACTIVITY_MAX,
  type EnterpriseInput,
  type FactField,
  LONG_TEXT_MAX,
  NAME_MAX,
  SHORT_TEXT_MAX,
  TITLE_MAX,
  URL_MAX,
} from '@/lib/enterprises/schema';

/** How the cells of a column are read. */
export type CellKind =
  | { kind: 'text'; max: number; lines?: boolean }
  | { kind: 'names' }
  | { kind: 'term'; taxonomy: string }
  | { kind: 'terms'; taxonomy: string }
  | { kind: 'registrationNumber' | 'taxId' | 'postalCode' }
  | { kind: 'year' | 'count' | 'day' | 'degrees' | 'flag' }
  | { kind: 'municipality' | 'district' | 'precision' }
  | { kind: 'address' }
  | { kind: 'contact'; contact: ContactKind };

/** A column that a file may have. */
export interface Column {
  name: string;
  aliases?: readonly string[];
  cells: CellKind;
  /** Field of the record that takes the value as it is; the others are put together in `apply-row.ts`. */
  field?: keyof EnterpriseInput;
  /** Field for which the row's source speaks; without it the value is ours (looked up, translated, spelled). */
  fact?: FactField;
  /** What it holds, for staff; docs/import.md is made of it. */
  about: string;
}

const text = (max: number): CellKind => ({ kind: 'text', max });
/** A text that may have paragraphs. */
const longText = (max: number): CellKind => ({ kind: 'text', max, lines: true });
const term = (taxonomy: string): CellKind => ({ kind: 'term', taxonomy });
const terms = (taxonomy: string): CellKind => ({ kind: 'terms', taxonomy });

/** Columns that hold a contact of one kind. */
const contact = (kind: ContactKind, about: string): Column => ({
  name: kind,
  cells: { kind: 'contact', contact: kind },
  fact: kind === 'website' ? 'website' : 'contacts',
  about,
});

/** The one table of columns: it drives reading, the messages of errors and docs/import.md. */
export const COLUMNS: readonly Column[] = [
  {
    name: 'name_sr',
    cells: text(NAME_MAX),
    field: 'nameSr',
    fact: 'nameSr',
    about: 'Name in Serbian, as its source writes it. The only column that a file must have.',
  },
  { name: 'name_en', cells: text(NAME_MAX), field: 'nameEn', about: 'Name in English, published or translated.' },
  {
    name: 'name_sr_cyrl',
    cells: text(NAME_MAX),
    field: 'nameSrCyrl',
    about: 'Name in Cyrillic, only where the one derived from the Latin name would be wrong.',
  },
  { name: 'short_name', cells: text(NAME_MAX), field: 'shortName', fact: 'shortName', about: 'Abbreviated name.' },
  {
    name: 'other_names',
    cells: { kind: 'names' },
    field: 'otherNames',
    about: 'Other and former names and spellings, for search.',
  },
  {
    name: 'registration_number',
    aliases: ['mb', 'maticni_broj'],
    cells: { kind: 'registrationNumber' },
    field: 'registrationNumber',
    fact: 'registrationNumber',
    about: 'Registration number (matični broj); its check digit is tested.',
  },
  {
    name: 'tax_id',
    aliases: ['pib'],
    cells: { kind: 'taxId' },
    field: 'taxId',
    fact: 'taxId',
    about: 'Tax number (PIB); its check digit is tested.',
  },
  { name: 'legal_form', cells: term('legalForm'), field: 'legalForm', fact: 'legalForm', about: 'Legal form.' },
  {
    name: 'legal_status',
    cells: term('legalStatus'),
    fact: 'legalStatus',
    about: 'Status under the 2022 Law on Social Entrepreneurship. Empty is not known, which is not the same as `none`.',
  },
  { name: 'legal_status_from', cells: { kind: 'day' }, about: 'Day from which the status holds.' },
  { name: 'legal_status_to', cells: { kind: 'day' }, about: 'Day on which the status ended.' },
  {
    name: 'coalition_criteria',
    cells: term('coalitionCriteria'),
    field: 'coalitionCriteria',
    fact: 'coalitionCriteria',
    about: "Outcome by the coalition's own criteria. Empty is not assessed.",
  },
  {
    name: 'basis',
    cells: term('basis'),
    fact: 'basis',
    about:
      'On what the place of a record in the directory stands. For a new record without it: `wider_social_economy`; where the file has `accessed_note`, as that column says.',
  },
  { name: 'town', cells: text(NAME_MAX), field: 'town', fact: 'town', about: 'Settlement, as its source writes it.' },
  {
    name: 'municipality',
    cells: { kind: 'municipality' },
    about: 'City, municipality or city municipality; with the district where several bear the name.',
  },
  {
    name: 'district',
    cells: { kind: 'district' },
    about: 'District (okrug). Where it is empty, that of the municipality.',
  },
  {
    name: 'street_address',
    aliases: ['address'],
    cells: text(SHORT_TEXT_MAX),
    field: 'streetAddress',
    fact: 'streetAddress',
    about: 'Street and number.',
  },
  {
    name: 'postal_code',
    cells: { kind: 'postalCode' },
    field: 'postalCode',
    fact: 'postalCode',
    about: 'Postal code.',
  },
  {
    name: 'lat',
    aliases: ['latitude'],
    cells: { kind: 'degrees' },
    about: 'Latitude, degrees WGS84. In GeoJSON, of the point.',
  },
  {
    name: 'lon',
    aliases: ['lng', 'long', 'longitude'],
    cells: { kind: 'degrees' },
    about: 'Longitude, degrees WGS84. In GeoJSON, of the point.',
  },
  {
    name: 'geo_precision',
    aliases: ['precision'],
    cells: { kind: 'precision' },
    about:
      'How exactly the position is known. A position without it is taken for `municipality`, the least that can be said. `hidden` is never shown.',
  },
  {
    name: 'activity_sr',
    cells: longText(ACTIVITY_MAX),
    field: 'activitySr',
    fact: 'activitySr',
    about: 'What the enterprise does, in one or two sentences, in Serbian.',
  },
  {
    name: 'activity_en',
    cells: longText(ACTIVITY_MAX),
    field: 'activityEn',
    fact: 'activityEn',
    about: 'The same in English.',
  },
  {
    name: 'sector',
    aliases: ['activities', 'activity'],
    cells: terms('activity'),
    field: 'activities',
    fact: 'activities',
    about: 'Fields of activity; the first one gives the mark.',
  },
  {
    name: 'target_groups',
    cells: terms('targetGroup'),
    field: 'targetGroups',
    fact: 'targetGroups',
    about: 'Groups for whom or with whom it works.',
  },
  {
    name: 'products',
    cells: terms('product'),
    field: 'products',
    fact: 'products',
    about: 'Products and services.',
  },
  { name: 'networks', cells: terms('network'), field: 'networks', fact: 'networks', about: 'Networks it belongs to.' },
  {
    name: 'employees',
    cells: { kind: 'count' },
    fact: 'size',
    about: 'Number of employees; the record keeps the band of `size` in which it lies.',
  },
  { name: 'employees_year', cells: { kind: 'year' }, about: 'Year for which `employees` holds.' },
  { name: 'size', cells: term('size'), fact: 'size', about: 'Size band by employees.' },
  { name: 'size_year', cells: { kind: 'year' }, about: 'Year for which `size` holds.' },
  {
    name: 'operating_state',
    cells: term('operatingState'),
    field: 'operatingState',
    fact: 'operatingState',
    about: 'Whether it operates.',
  },
  {
    name: 'founded_year',
    cells: { kind: 'year' },
    field: 'foundedYear',
    fact: 'foundedYear',
    about: 'Year of foundation.',
  },
  {
    name: 'mission_sr',
    cells: longText(LONG_TEXT_MAX),
    field: 'missionSr',
    fact: 'missionSr',
    about: 'Mission, in Serbian.',
  },
  {
    name: 'mission_en',
    cells: longText(LONG_TEXT_MAX),
    field: 'missionEn',
    fact: 'missionEn',
    about: 'Mission, in English.',
  },
  {
    name: 'description_sr',
    cells: longText(LONG_TEXT_MAX),
    field: 'descriptionSr',
    fact: 'descriptionSr',
    about: 'Longer description, in Serbian.',
  },
  {
    name: 'description_en',
    cells: longText(LONG_TEXT_MAX),
    field: 'descriptionEn',
    fact: 'descriptionEn',
    about: 'Longer description, in English.',
  },
  contact('website', 'Web site.'),
  contact('email', "The enterprise's own e-mail address; never a person's."),
  contact('phone', "The enterprise's own telephone; never a person's."),
  contact('facebook', 'Page on Facebook.'),
  contact('instagram', 'Page on Instagram.'),
  contact('linkedin', 'Page on LinkedIn.'),
  contact('x', 'Page on X.'),
  contact('youtube', 'Channel on YouTube.'),
  contact('shop', 'Web shop.'),
  { name: 'verified_on', cells: { kind: 'day' }, about: 'Day of the last verification.' },
  { name: 'verified_by', cells: text(NAME_MAX), about: 'Who verified it.' },
  { name: 'verified_method', cells: term('verificationMethod'), about: 'How it was verified.' },
  {
    name: 'source_url',
    cells: { kind: 'address' },
    about: 'Page from which the values of the row were read.',
  },
  {
    name: 'source_title',
    cells: text(TITLE_MAX),
    about: 'Title of that page; a source without an address is named here alone.',
  },
  { name: 'read_on', aliases: ['retrieved_on'], cells: { kind: 'day' }, about: 'Day on which the source was read.' },
  {
    name: 'accessed_note',
    aliases: ['note'],
    cells: longText(LONG_TEXT_MAX),
    field: 'note',
    about:
      "The compiler's remark. In a file without `basis`, a remark that the record is not labelled a social enterprise in the source makes a new record `wider_social_economy`, any other `called_by_source`.",
  },
  {
    name: 'slug',
    cells: text(NAME_MAX),
    about: 'Readable part of the address of a record, as in our own export: names the record that the row updates.',
  },
  {
    name: 'synthetic',
    cells: { kind: 'flag' },
    field: 'synthetic',
    about: 'Made by the generator for the benchmark. Refused where the database holds real records.',
  },
];

/** What our own export has besides; it follows from the rest, so that it is not read. */
export const EXPORT_ONLY_COLUMNS = ['id', 'url', 'municipality_code', 'district_code', 'licence'] as const;

export const MAX_ADDRESS = URL_MAX;
