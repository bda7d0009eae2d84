import { describe, expect, test } from 'vitest';
import type { EnterpriseRecord } from '@/lib/enterprises/types';
import { words } from '@/lib/i18n/words';
import { completenessOf } from '@/lib/site/record/completeness';
import { presentFacts } from '@/lib/site/record/facts';
import { freshnessOf } from '@/lib/site/record/freshness';
import { scriptJson, toJsonLd } from '@/lib/site/record/json-ld';
import { presentRecord } from '@/lib/site/record/present';
import { buildVocabularies } from '@/lib/taxonomies/vocabularies';

const term = (taxonomy: string, code: string, labelSr: string, labelEn: string) => ({
  id: `${taxonomy}:${code}`,
  taxonomy,
  code,
  parentId: null,
  labelSr,
  labelEn,
  noteSr: null,
  noteEn: null,
  position: 1,
  mark: null,
  synonyms: [],
  links: [],
});
const vocab = buildVocabularies({
  taxonomies: [],
  terms: [
    term('legalForm', 'association', 'Udruženje', 'Association'),
    term('basis', 'called_by_source', 'Socijalno preduzeće po izvoru', 'Social enterprise by its source'),
  ],
  regions: [],
  districts: [],
  municipalities: [],
  settlements: [],
});

const source = { id: 1, url: 'https://www.euronews.rs/x', title: 'Naslov', publisher: null, retrievedOn: '2026-11-23' };
const profile = { id: 2, url: null, title: 'Profil EFESEIIS', publisher: 'EFESEIIS', retrievedOn: null };
const day = new Date('2026-11-23T12:00:00Z');

/** A record of which almost nothing is known. */
const bare: EnterpriseRecord = {
  id: 7,
  slug: 'nasa-kuca',
  name: { sr: 'Naša kuća', srCyrl: null, en: 'Our House' },
  legalForm: 'association',
  basis: 'called_by_source',
  activities: [],
  targetGroups: [],
  mark: 'open',
  activityText: { sr: 'Radionica <b>papira</b>', en: null },
  place: { town: null, municipality: null, district: null, streetAddress: null, postalCode: null, position: null },
  website: null,
  foundedYear: null,
  lastVerifiedOn: null,
  source,
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
  createdAt: day,
  updatedAt: day,
};

describe('how fresh a record is', () => {
  const verified = (on: string, method: string | null) => ({ lastVerifiedOn: on, lastVerifiedMethod: method, source });
  test.each([
    ['2026-11-11', 'call', { tag: 'verified', on: '2026-11-11', age: 'fresh' }],
    ['2026-05-24', 'owner', { tag: 'verified', on: '2026-05-24', age: 'fresh' }],
    ['2026-05-23', 'register', { tag: 'verified', on: '2026-05-23', age: 'older' }],
    ['2025-11-24', 'call', { tag: 'verified', on: '2025-11-24', age: 'older' }],
    ['2025-11-23', 'call', { tag: 'verified', on: '2025-11-23', age: 'overYear' }],
    // Reading a page is not asking the enterprise.
    ['2026-11-20', 'web', { tag: 'read', on: '2026-11-20' }],
  ] as const)('verified on %s by %s', (on, method, freshness) => {
    expect(freshnessOf(verified(on, method), day)).toEqual(freshness);
  });

  test('a record that was only read says so, and one without any day says nothing', () => {
    expect(freshnessOf(bare, day)).toEqual({ tag: 'read', on: '2026-11-23' });
    expect(freshnessOf({ ...bare, source: null }, day)).toEqual({ tag: 'never' });
  });
});

test('completeness counts what is known, and names what is missing', () => {
  const { known, all, missing } = completenessOf(bare);
  expect([known, all]).toEqual([2, 12]);
  expect(missing).toContain('foundedYear');
  expect(completenessOf({ ...bare, foundedYear: 2007 }).known).toBe(3);
});

describe('the facts of a record', () => {
  const facts = (record: EnterpriseRecord, locale: 'sr-Latn' | 'en' = 'sr-Latn') =>
    presentFacts({ record, locale, vocab, t: words(locale, 'Record') });
  const row = (record: EnterpriseRecord, key: string) => facts(record).find((fact) => fact.key === key);

  test('what is not known is written, with a way to tell us', () => {
    expect(row(bare, 'foundedYear')).toMatchObject({
      alternatives: [],
      unknown: 'Nije navedeno',
      side: { tag: 'link' },
    });
    expect(row(bare, 'legalStatus')?.unknown).toBe('Nije poznato');
  });

  test('a fact stands beside its source and the day of reading', () => {
    const record = { ...bare, facts: [{ field: 'legalForm', source, value: null, note: null }] };
    expect(row(record, 'legalForm')?.side).toMatchObject({
      tag: 'sources',
      sources: [{ host: 'euronews.rs', href: source.url, read: expect.stringContaining('2026') }],
    });
  });

  test('where sources disagree both values stand, and who says which', () => {
    const record = {
      ...bare,
      foundedYear: 2007,
      facts: [
        { field: 'foundedYear', source, value: null, note: null },
        { field: 'foundedYear', source: profile, value: '2011', note: null },
      ],
    };
    const founded = row(record, 'foundedYear');
    expect(founded?.alternatives.flat().map(({ label }) => label)).toEqual(['2007', '2011']);
    expect(founded?.clash?.said).toBe(
      'euronews.rs navodi 2007, EFESEIIS navodi 2011. Prikazujemo sve dok preduzeće ne potvrdi.',
    );
  });
});

test('a text that was never written in English is marked as Serbian', () => {
  const facts = { record: bare, nearby: [], similar: [], now: day, origin: 'https://mapa.example' };
  const english = presentRecord(facts, { locale: 'en', vocab }, words('en', 'Record'));
  expect(english.lead).toMatchObject({ lang: 'sr-Latn', only: 'Serbian only' });
  const cyrillic = presentRecord(facts, { locale: 'sr-Cyrl', vocab }, words('sr-Cyrl', 'Record'));
  expect(cyrillic.name).toBe('Наша кућа');
  expect(cyrillic.lead?.lang).toBeNull();
  expect(cyrillic.address).toBe('https://mapa.example/cir/preduzeca/nasa-kuca');
});

describe('JSON-LD', () => {
  test('says what is known and nothing else', () => {
    const json = JSON.parse(JSON.stringify(toJsonLd(bare, 'https://mapa.example/x', { locale: 'en', vocab })));
    expect(json).toMatchObject({ '@type': 'NGO', name: 'Naša kuća', alternateName: ['Our House'] });
    for (const absent of ['foundingDate', 'location', 'url', 'identifier', 'sameAs'])
      expect(json).not.toHaveProperty(absent);
  });

  test('a municipality is no point on the map', () => {
    const place = { ...bare.place, town: 'Opovo', position: { lat: 45, lng: 20, precision: 'municipality' as const } };
    const json = JSON.stringify(toJsonLd({ ...bare, place }, 'https://mapa.example/x', { locale: 'en', vocab }));
    expect(json).toContain('Opovo');
    expect(json).not.toContain('GeoCoordinates');
  });

  test('a text cannot end the script element', () => {
    const json = scriptJson(
      toJsonLd({ ...bare, name: { ...bare.name, sr: '</script><script>' } }, 'https://x', { locale: 'en', vocab }),
    );
    expect(json).not.toContain('<');
    expect(JSON.parse(json).name).toBe('</script><script>');
  });
});
