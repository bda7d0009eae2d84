import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { isMonth } from '@/lib/submissions/values';

const text = z.string().trim().min(1);
const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? null : value));
const codes = z.string().transform((value) => value.split(';').filter((code) => code !== ''));

const row = z.object({
  title_en: text,
  title_sr: text,
  organisation: text,
  town: optionalText,
  started: optionalText.refine((value) => value === null || isMonth(value)),
  summary_en: text,
  source_url: z.url({ protocol: /^https?$/ }),
  summary_sr: text,
  country_code: optionalText.refine((value) => value === null || /^[A-Z]{2}$/.test(value)),
  record: optionalText,
  practice_types: codes,
  beneficiaries: codes,
  read_on: z.iso.date(),
});

/** One row of `good-practices.csv` (prisma/data/README.md). */
export type CollectedRow = z.infer<typeof row>;

const FILE = 'good-practices.csv';

/**
 * The good practices that the coalition collected from public sources, in the order of the file.
 * @param dir folder of the dataset; without the file in it there are none
 * @throws when a row is wrong, which is a fault of the release
 */
export function readCollected(dir: string): CollectedRow[] {
  const file = path.join(dir, FILE);
  if (!existsSync(file)) return [];
  const rows: unknown[] = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true });
  return rows.map((cells, index) => {
    const result = row.safeParse(cells);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    throw new Error(`${FILE}, row ${index + 1}, ${issue?.path.join('.')}: ${issue?.message}`);
  });
}
