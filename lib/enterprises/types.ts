import type { Precision } from '@/lib/geo/types';

/** Reference to a taxonomy term, by code; the labels come from `lib/taxonomies`. */
export type TermCode = string;

/** A text as stored: Serbian in the script of its author, English where someone wrote it. */
export interface BilingualText {
  sr: string | null;
  en: string | null;
}

export interface EnterpriseName {
  sr: string;
  /** Cyrillic form where the derived one would be wrong; otherwise null. */
  srCyrl: string | null;
  en: string | null;
}

/** A page that facts were read from. Days are YYYY-MM-DD. */
export interface SourceRef {
  id: number;
  /** null where the source is only named. */
  url: string | null;
  title: string;
  publisher: string | null;
  retrievedOn: string | null;
}

/** What one source says of one field. `value` is null where it says the same as the record. */
export interface FactRef {
  field: string;
  source: SourceRef;
  value: string | null;
  note: string | null;
}

export interface EnterprisePlace {
  /** Settlement as written in the source. */
  town: string | null;
  municipality: { id: string; code: string | null; nameSr: string } | null;
  district: { code: string; nameSr: string; nameEn: string | null } | null;
  streetAddress: string | null;
  postalCode: string | null;
  /** null when the place is not known, or is not to be shown. */
  position: { lat: number; lng: number; precision: Precision } | null;
}

/** What the list shows of an enterprise. */
export interface EnterpriseListItem {
  id: number;
  slug: string;
  name: EnterpriseName;
  legalForm: TermCode | null;
  basis: TermCode;
  activities: TermCode[];
  targetGroups: TermCode[];
  /** The tile's mark, from the first activity's field; 'open' when no activity is known. */
  mark: string;
  activityText: BilingualText;
  place: EnterprisePlace;
  website: string | null;
  foundedYear: number | null;
  lastVerifiedOn: string | null;
  /** The first source, for the line under the card. */
  source: SourceRef | null;
}

export interface EnterpriseContact {
  kind: string;
  value: string;
}

/** Everything public that is known of an enterprise. */
export interface EnterpriseRecord extends EnterpriseListItem {
  shortName: string | null;
  otherNames: string[];
  registrationNumber: string | null;
  taxId: string | null;
  legalStatus: { code: TermCode; from: string | null; to: string | null } | null;
  coalitionCriteria: TermCode | null;
  size: { code: TermCode; year: number | null } | null;
  operatingState: TermCode | null;
  /** Since when that holds: the day on which it closed or moved. */
  operatingStateOn: string | null;
  /** The record that carries on what this one did. */
  successor: { slug: string; name: EnterpriseName } | null;
  products: TermCode[];
  networks: TermCode[];
  mission: BilingualText;
  description: BilingualText;
  /** Public contacts only: a person's own need that person's consent. */
  contacts: EnterpriseContact[];
  lastVerifiedBy: string | null;
  lastVerifiedMethod: string | null;
  note: string | null;
  facts: FactRef[];
  createdAt: Date;
  updatedAt: Date;
}
