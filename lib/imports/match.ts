import 'server-only';
import type { Tx } from '@/lib/db';
import { nameMatchKey } from '@/lib/enterprises/names';
import { type DuplicateFinder, duplicateFinder, type Profile, toProfile } from '@/lib/enterprises/rules';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { municipalityAndCity } from './places';
import { type RowValues, textOr } from './read-row';
import type { DuplicateRow } from './report';

/** Whom a row, or a record, is: one of the directory's records, or an earlier row of the file. */
export type Identity = { record: number } | { row: number };

/** A record as matching knows it. */
export interface KnownRecord {
  id: number;
  slug: string;
  name: string;
}

export interface RecordIndex {
  /** The record that a row speaks of; null when it is none. An identity that two numbers do not agree on is a conflict. */
  match(values: RowValues): KnownRecord | null | { conflict: string };
  /** Whose registration or tax number it is; null when it is nobody's. */
  ownerOf(number: string): Identity | null;
  /** Possible duplicates of a record that does not exist yet, the most certain first. */
  findDuplicates(input: EnterpriseInput): { of: Identity; reasons: DuplicateRow['reasons'] }[];
  /** Makes a row of the file known to the rows after it. */
  add(row: number, input: EnterpriseInput, target: KnownRecord | null): void;
  record(id: number): KnownRecord | undefined;
  /** Whether the directory holds records that the generator did not make. */
  hasRealRecords: boolean;
}

const PAGE = 1_000;

interface IndexedRow {
  id: number;
  slug: string;
  nameSr: string;
  shortName: string | null;
  municipalityId: string | null;
  registrationNumber: string | null;
  taxId: string | null;
  lat: number | null;
  lng: number | null;
  synthetic: boolean;
  names: { text: string }[];
  contacts: { value: string }[];
}

/** Reads of all records what is needed to recognise them: some hundred bytes each. */
export async function readRecordIndex(tx: Tx, vocabularies: Vocabularies): Promise<RecordIndex> {
  const index = createRecordIndex(vocabularies);
  for (let after = 0; ; ) {
    const rows = await tx.enterprise.findMany({
      // What became a part of another record is found by that one.
      where: { id: { gt: after }, publication: { not: 'merged' } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: {
        ...{ id: true, slug: true, nameSr: true, shortName: true, municipalityId: true, synthetic: true },
        ...{ registrationNumber: true, taxId: true, lat: true, lng: true },
        names: { select: { text: true } },
        contacts: { where: { kind: 'website' }, select: { value: true } },
      },
    });
    for (const row of rows) index.addRecord(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = last.id;
  }
  for (const { slug, enterpriseId } of await tx.slugAlias.findMany()) index.addAlias(slug, enterpriseId);
  return index;
}

interface WritableIndex extends RecordIndex {
  addRecord(row: IndexedRow): void;
  addAlias(slug: string, id: number): void;
}

function createRecordIndex(vocabularies: Vocabularies): WritableIndex {
  const records = new Map<number, KnownRecord>();
  const municipalities = new Map<number, string | null>();
  const numbersOfRecord = new Map<number, string | null>();
  const bySlug = new Map<string, number>();
  const byNumber = new Map<string, Identity>();
  const byName = new Map<string, number[]>();
  const finder: DuplicateFinder<string> = duplicateFinder();

  const recordOf = (identity: Identity | null | undefined) =>
    identity && 'record' in identity ? (records.get(identity.record) ?? null) : null;

  function matchByName(values: RowValues): KnownRecord | null {
    const ids = byName.get(nameMatchKey(textOr(values, 'name_sr', null) ?? '')) ?? [];
    const number = textOr(values, 'registration_number', null);
    // Two registration numbers are two enterprises, whatever their names.
    const possible = ids.filter((id) => {
      const own = numbersOfRecord.get(id) ?? null;
      return number === null || own === null || own === number;
    });
    // A file without places means the only record of that name.
    const isPlaced = values.has('municipality');
    const place = textOr(values, 'municipality', null);
    const found = isPlaced ? possible.filter((id) => (municipalities.get(id) ?? null) === place) : possible;
    return found.length === 1 ? (records.get(found[0] ?? 0) ?? null) : null;
  }

  return {
    hasRealRecords: false,
    record: (id) => records.get(id),
    ownerOf: (number) => byNumber.get(number) ?? null,
    match(values) {
      const slug = textOr(values, 'slug', null);
      const bySlugId = slug === null ? undefined : bySlug.get(slug);
      const registration = textOr(values, 'registration_number', null);
      const tax = textOr(values, 'tax_id', null);
      const ofRegistration = registration === null ? null : recordOf(byNumber.get(registration));
      const ofTax = tax === null ? null : recordOf(byNumber.get(tax));
      if (ofRegistration && ofTax && ofRegistration.id !== ofTax.id) return { conflict: ofTax.name };
      if (bySlugId !== undefined) return records.get(bySlugId) ?? null;
      return ofRegistration ?? ofTax ?? matchByName(values);
    },
    findDuplicates(input) {
      return finder.find(profileOf(input, vocabularies)).map(({ id, reasons }) => ({ of: toIdentity(id), reasons }));
    },
    add(row, input, target) {
      for (const number of [input.registrationNumber, input.taxId]) {
        if (number !== null) byNumber.set(number, target ? { record: target.id } : { row });
      }
      if (target === null) finder.add(`row ${row}`, profileOf(input, vocabularies));
    },
    addRecord(row) {
      const { id, slug, nameSr, shortName, registrationNumber, taxId, lat, lng } = row;
      records.set(id, { id, slug, name: nameSr });
      municipalities.set(id, row.municipalityId);
      numbersOfRecord.set(id, registrationNumber);
      bySlug.set(slug, id);
      if (!row.synthetic) this.hasRealRecords = true;
      for (const number of [registrationNumber, taxId]) if (number !== null) byNumber.set(number, { record: id });
      const key = nameMatchKey(nameSr);
      byName.set(key, [...(byName.get(key) ?? []), id]);
      finder.add(
        `record ${id}`,
        toProfile({
          names: [nameSr, ...(shortName === null ? [] : [shortName]), ...row.names.map(({ text }) => text)],
          municipalities: municipalityAndCity(row.municipalityId, vocabularies),
          registrationNumber,
          taxId,
          websites: row.contacts.map(({ value }) => value),
          position: lat === null || lng === null ? null : { lat, lng },
        }),
      );
    },
    addAlias(slug, id) {
      if (!bySlug.has(slug)) bySlug.set(slug, id);
    },
  };
}

function toIdentity(key: string): Identity {
  const [kind, number] = key.split(' ');
  return kind === 'row' ? { row: Number(number) } : { record: Number(number) };
}

function profileOf(input: EnterpriseInput, vocabularies: Vocabularies): Profile {
  return toProfile({
    names: [input.nameSr, ...(input.shortName === null ? [] : [input.shortName]), ...input.otherNames],
    municipalities: municipalityAndCity(input.municipality, vocabularies),
    registrationNumber: input.registrationNumber,
    taxId: input.taxId,
    websites: input.contacts.flatMap(({ kind, value }) => (kind === 'website' ? [value] : [])),
    position: input.position,
  });
}
