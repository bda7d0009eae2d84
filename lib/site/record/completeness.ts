import type { EnterpriseRecord } from '@/lib/enterprises/types';

/** The twelve things that we want to know of every enterprise, and whether a record has them. */
const WANTED = {
  legalForm: (record) => record.legalForm !== null,
  activity: (record) => record.activities.length > 0,
  product: (record) => record.products.length > 0,
  targetGroup: (record) => record.targetGroups.length > 0,
  description: (record) => hasText(record.activityText) || hasText(record.description),
  foundedYear: (record) => record.foundedYear !== null,
  legalStatus: (record) => record.legalStatus !== null,
  size: (record) => record.size !== null,
  place: (record) => record.place.position !== null,
  website: (record) => record.website !== null,
  contact: (record) => record.contacts.some(({ kind }) => kind === 'email' || kind === 'phone'),
  registrationNumber: (record) => record.registrationNumber !== null,
} satisfies Record<string, (record: EnterpriseRecord) => boolean>;

export type WantedField = keyof typeof WANTED;

function hasText({ sr, en }: EnterpriseRecord['description']): boolean {
  return sr !== null || en !== null;
}

/** How many of the wanted things a record has, of how many, and which are missing. */
export function completenessOf(record: EnterpriseRecord): { known: number; all: number; missing: WantedField[] } {
  const fields = Object.keys(WANTED) as WantedField[];
  const missing = fields.filter((field) => !WANTED[field](record));
  return { known: fields.length - missing.length, all: fields.length, missing };
}
