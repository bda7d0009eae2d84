import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHeader, csvLines, delimiterFor } from '@/lib/api/csv';
import type { EnterpriseRecord } from '@/lib/enterprises/types';

const record = (changes: Partial<EnterpriseRecord>): EnterpriseRecord => ({
  id: 1,
  slug: 'x',
  name: { sr: 'X', srCyrl: null, en: null },
  legalForm: null,
  basis: 'called_by_source',
  activities: [],
  targetGroups: [],
  mark: 'open',
  activityText: { sr: null, en: null },
  place: { town: null, municipality: null, district: null, streetAddress: null, postalCode: null, position: null },
  website: null,
  foundedYear: null,
  lastVerifiedOn: null,
  source: null,
  shortName: null,
  otherNames: [],
  registrationNumber: null,
  taxId: null,
  legalStatus: null,
  coalitionCriteria: null,
  size: null,
  operatingState: null,
  operatingStateOn: null,
  successor: null,
  products: [],
  networks: [],
  mission: { sr: null, en: null },
  description: { sr: null, en: null },
  contacts: [],
  lastVerifiedBy: null,
  lastVerifiedMethod: null,
  note: null,
  facts: [],
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...changes,
});

describe('the CSV export', () => {
  it('has a semicolon for Serbian, as Excel there expects, and a comma for English', () => {
    expect(delimiterFor('sr-Latn', undefined)).toBe(';');
    expect(delimiterFor('en', undefined)).toBe(',');
    expect(delimiterFor('en', 'tab')).toBe('\t');
  });

  it('disarms every text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
        const line = csvLines([record({ note: sign + rest })], 'en', '', ',');
        expect(line).toContain(`'${sign}`);
      }),
    );
  });

  it('leaves a phone number and a negative number as they are', () => {
    const place = { ...record({}).place, position: { lat: -44.8, lng: 20.4, precision: 'settlement' as const } };
    const line = csvLines([record({ place, contacts: [{ kind: 'phone', value: '+381111234567' }] })], 'en', '', ',');
    expect(line).toContain(',+381111234567,');
    expect(line).toContain(',-44.8,20.4,');
  });

  it('keeps line breaks, quotes and delimiters inside one cell', () => {
    const line = csvLines([record({ note: 'a;b\n"c"' })], 'sr-Latn', '', ';');
    expect(line).toContain(';"a;b\n""c""";');
  });

  it('begins with the byte order mark', () => {
    expect(csvHeader(';').startsWith('\uFEFFid;slug;')).toBe(true);
  });
});
