import type { EnterpriseInput } from '@/lib/enterprises/schema';

/** Columns of a file of made-up records, in the importer's names, with the value of each. */
export const SYNTHETIC_COLUMNS: Readonly<
  Record<string, (record: EnterpriseInput) => string | number | null | undefined>
> = {
  name_sr: (record) => record.nameSr,
  legal_form: (record) => record.legalForm,
  basis: (record) => record.basis,
  town: (record) => record.town,
  municipality: (record) => record.municipality,
  district: (record) => record.district,
  street_address: (record) => record.streetAddress,
  lat: (record) => record.position?.lat,
  lon: (record) => record.position?.lng,
  geo_precision: (record) => record.position?.precision,
  activity_sr: (record) => record.activitySr,
  activity_en: (record) => record.activityEn,
  description_sr: (record) => record.descriptionSr,
  sector: (record) => record.activities.join(';'),
  target_groups: (record) => record.targetGroups.join(';'),
  products: (record) => record.products.join(';'),
  size: (record) => record.size?.code,
  size_year: (record) => record.size?.year,
  founded_year: (record) => record.foundedYear,
  website: (record) => record.contacts[0]?.value,
  verified_on: (record) => record.verification?.on,
  verified_method: (record) => record.verification?.method,
  source_url: (record) => record.sources[0]?.url,
  source_title: (record) => record.sources[0]?.title,
  read_on: (record) => record.sources[0]?.retrievedOn,
  synthetic: () => 'yes',
};
