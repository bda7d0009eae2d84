import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { fold, hasCyrillic, toCyrillic } from '@/lib/serbian';
import { readReferenceFiles } from '@/lib/taxonomies/reference-files';

const DATA = path.resolve('prisma/data');
type Row = Record<string, string>;
const csv = (file: string): Row[] => parse(readFileSync(path.join(DATA, file)), { columns: true });

const enterprises = csv('enterprises.csv');
const reference = readReferenceFiles(DATA);

function countBy(rows: readonly Row[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
  return counts;
}

describe('the enterprises of the dataset', () => {
  test('96 of 163 are called a social enterprise by their source, 67 are of the wider social economy', () => {
    expect(countBy(enterprises, 'basis')).toEqual({ called_by_source: 96, wider_social_economy: 67 });
  });

  test('who stands as wider social economy is who the note says is not labelled a social enterprise', () => {
    for (const row of enterprises) {
      const notLabelled = /not labelled a social enterprise/i.test(row.accessed_note ?? '');
      expect([row.name_sr, row.basis]).toEqual([
        row.name_sr,
        notLabelled ? 'wider_social_economy' : 'called_by_source',
      ]);
    }
  });

  test('21 have no place, and no other lacks a position', () => {
    const withoutPlace = enterprises.filter((row) => row.town === '');
    expect(withoutPlace).toHaveLength(21);
    expect(enterprises.filter((row) => row.lat === '')).toEqual(withoutPlace);
  });

  test('every row keeps its source and the day on which it was read', () => {
    for (const row of enterprises) {
      expect(row.source_url).toMatch(/^https?:\/\//);
      expect(row.source_title).not.toBe('');
      expect(row.read_on).toBe('2026-11-23');
    }
  });

  test('names are unique, so that other-values.csv can refer to them', () => {
    expect(new Set(enterprises.map((row) => row.name_sr)).size).toBe(163);
  });

  test('a Cyrillic form is written only where the derived one would differ', () => {
    const useless = enterprises.filter((row) => row.name_sr_cyrl && row.name_sr_cyrl === toCyrillic(row.name_sr ?? ''));
    expect(useless.map((row) => row.name_sr)).toEqual([]);
  });

  test('every second value belongs to a row, to one of its columns, and differs from what the row says', () => {
    for (const other of csv('other-values.csv')) {
      const row = enterprises.find((enterprise) => enterprise.name_sr === other.name_sr);
      expect(row, other.name_sr).toBeDefined();
      expect(row).toHaveProperty(other.field ?? '');
      expect(other.value).not.toBe(row?.[other.field ?? '']);
      expect(other.source_title).not.toBe('');
    }
  });
});

describe('the vocabularies', () => {
  test('Serbian labels are in Latin script, so that Cyrillic can be derived', () => {
    const serbian = reference.terms.flatMap((term) => [term.label_sr, term.note_sr ?? '']);
    expect(serbian.filter(hasCyrillic)).toEqual([]);
  });

  test('an explanation is given in both languages or in neither', () => {
    const half = reference.terms.filter((term) => (term.note_sr === null) !== (term.note_en === null));
    expect(half.map((term) => term.code)).toEqual([]);
  });

  test('each activity belongs to a field, and each field has its own mark', () => {
    const fields = reference.terms.filter((term) => term.taxonomy === 'activityField');
    expect(new Set(fields.map((field) => field.mark)).size).toBe(9);
    const parents = fields.map((field) => `activityField:${field.code}`);
    for (const activity of reference.terms.filter((term) => term.taxonomy === 'activity')) {
      expect(parents).toContain(activity.parent);
    }
  });

  test('a field and an activity never share a code, because one parameter takes both', () => {
    const codes = reference.terms.filter((term) => term.taxonomy.startsWith('activity')).map((term) => term.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('bees lead to honey alone, not to all of farming', () => {
    const found = reference.synonyms.filter((synonym) => ['bees', 'pcele'].includes(fold(synonym.text)));
    expect(new Set(found.map((synonym) => `${synonym.taxonomy}:${synonym.code}`))).toEqual(new Set(['product:honey']));
  });

  test.each([
    ['disability', 'targetGroup', 'pwd'],
    ['invalidi', 'targetGroup', 'pwd'],
    ['OSI', 'targetGroup', 'pwd'],
    ['co-op', 'legalForm', 'cooperative'],
    ['NVO', 'legalForm', 'association'],
    ['NGO', 'legalForm', 'association'],
    ['doo', 'legalForm', 'limited_company'],
    ['elderly', 'targetGroup', 'older_persons'],
  ])('the word %s is known for %s %s', (word, taxonomy, code) => {
    const words = reference.synonyms.filter((synonym) => synonym.taxonomy === taxonomy && synonym.code === code);
    expect(words.map((synonym) => fold(synonym.text))).toContain(fold(word));
  });

  test('a synonym is not the term’s own label again', () => {
    const repeated = reference.synonyms.filter((synonym) => {
      const term = reference.terms.find((t) => t.taxonomy === synonym.taxonomy && t.code === synonym.code);
      const label = synonym.lang === 'sr' ? term?.label_sr : term?.label_en;
      return label === synonym.text;
    });
    expect(repeated).toEqual([]);
  });
});
