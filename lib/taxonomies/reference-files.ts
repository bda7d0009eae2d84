import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

/** A cell is text without blanks at its ends; an empty cell is null, so that no empty string reaches a table. */
const text = z.string().trim().min(1);
const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? null : value));
/** What may stand in an address and in an id: letters, digits, `-`, `_`, `+` ("250+"). */
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_+-]*$/, { error: 'may hold only letters, digits, -, _ and +' });
const districtCode = z.string().regex(/^[0-2]\d$/, { error: 'must be the number of ISO 3166-2:RS, 00 to 29' });
/** An empty cell is not zero. */
const number = text.transform(Number).pipe(z.number());
const whole = text.transform(Number).pipe(z.int());
const latitude = number.pipe(z.number().min(-90).max(90));
const longitude = number.pipe(z.number().min(-180).max(180));

const taxonomyRow = z.object({ code, name_sr: text, name_en: text });
const termRow = z.object({
  taxonomy: code,
  code,
  parent: optionalText,
  label_sr: text,
  label_en: text,
  note_sr: optionalText,
  note_en: optionalText,
  position: whole,
  mark: optionalText,
});
const synonymRow = z.object({ taxonomy: code, code, lang: z.enum(['sr', 'en']), text });
const linkRow = z.object({
  taxonomy: code,
  code,
  scheme: z.enum(['essglobal', 'nace', 'schema']),
  uri: z.url({ protocol: /^https?$/ }),
  relation: z.enum(['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch']),
});
const regionRow = z.object({ code, name_sr: text, name_en: text });
const districtRow = z.object({ code: districtCode, name_sr: text, name_en: text, region_code: code });
const placeRow = z.object({
  id: code,
  code: optionalText,
  name_sr_latn: text,
  level: z.enum(['city', 'municipality', 'city_municipality']),
  district_code: districtCode,
  lat: latitude,
  lon: longitude,
});
const settlementRow = z.object({
  geonames_id: whole,
  name_sr_latn: text,
  municipality_code: optionalText,
  municipality_sr_latn: text,
  district_code: districtCode,
  lat: latitude,
  lon: longitude,
  population: optionalText
    .transform((cell) => (cell === null ? null : Number(cell)))
    .pipe(z.int().positive().nullable()),
});

const glossaryRow = z.object({
  id: code,
  sr: text,
  en: text,
  sr_also: optionalText,
  en_also: optionalText,
  note_sr: optionalText,
  note_en: optionalText,
});

/** The files of reference data, as they lie under `prisma/data`, in the order of loading; `key` tells rows apart. */
const FILES = {
  taxonomies: { path: 'taxonomies/taxonomies.csv', row: taxonomyRow, key: ['code'] },
  terms: { path: 'taxonomies/terms.csv', row: termRow, key: ['taxonomy', 'code'] },
  synonyms: { path: 'taxonomies/synonyms.csv', row: synonymRow, key: ['taxonomy', 'code', 'lang', 'text'] },
  links: { path: 'taxonomies/links.csv', row: linkRow, key: ['taxonomy', 'code', 'uri'] },
  regions: { path: 'regions-rs.csv', row: regionRow, key: ['code'] },
  districts: { path: 'districts-rs.csv', row: districtRow, key: ['code'] },
  places: { path: 'places-rs.csv', row: placeRow, key: ['id'] },
  settlements: { path: 'settlements-rs.csv', row: settlementRow, key: ['geonames_id'] },
  glossary: { path: 'glossary.csv', row: glossaryRow, key: ['id'] },
} as const;

type FileName = keyof typeof FILES;
export type ReferenceRows = { [Name in FileName]: z.infer<(typeof FILES)[Name]['row']>[] };

/** A file of reference data that cannot be used: which, where in it, why. */
export class ReferenceDataError extends Error {
  override name = 'ReferenceDataError';
}

/**
 * Reads and checks the files of reference data in a folder. A file that is not there gives no rows, so that a
 * folder with a single `taxonomies/terms.csv` adds terms and nothing else.
 * @throws ReferenceDataError when the folder holds none of the files, or a row is wrong
 */
export function readReferenceFiles(dir: string): ReferenceRows {
  if (!Object.values(FILES).some((file) => existsSync(path.join(dir, file.path)))) {
    const names = Object.values(FILES).map((file) => file.path);
    throw new ReferenceDataError(`${dir}: holds none of ${names.join(', ')}`);
  }
  return {
    taxonomies: readRows(dir, FILES.taxonomies),
    terms: readRows(dir, FILES.terms),
    synonyms: readRows(dir, FILES.synonyms),
    links: readRows(dir, FILES.links),
    regions: readRows(dir, FILES.regions),
    districts: readRows(dir, FILES.districts),
    places: readRows(dir, FILES.places),
    settlements: readRows(dir, FILES.settlements),
    glossary: readRows(dir, FILES.glossary),
  };
}

interface ReferenceFile<Row> {
  path: string;
  row: z.ZodType<Row>;
  key: readonly (string & keyof Row)[];
}

function readRows<Row>(dir: string, file: ReferenceFile<Row>): Row[] {
  const full = path.join(dir, file.path);
  if (!existsSync(full)) return [];
  const seen = new Set<string>();
  return parseCsv(full).map((cells, index) => {
    const at = `${file.path}, row ${index + 1}`;
    const result = file.row.safeParse(cells);
    if (!result.success) {
      const issue = result.error.issues[0];
      throw new ReferenceDataError(`${at}, ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const key = file.key.map((column) => result.data[column]).join(' ');
    if (seen.has(key)) throw new ReferenceDataError(`${at}: ${key} stands there twice`);
    seen.add(key);
    return result.data;
  });
}

function parseCsv(file: string): unknown[] {
  try {
    return parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    throw new ReferenceDataError(`${file}: is not a CSV file (${error instanceof Error ? error.message : error})`);
  }
}
