import { stringify } from 'csv-stringify/sync';
import type { Locale } from '@/lib/i18n/locales';

/** Byte order mark: without it Excel takes UTF-8 for the local code page. */
export const BOM = '\uFEFF';

/** Excel takes the list separator of the country: a semicolon in Serbia, where the comma is the decimal sign. */
export function delimiterFor(locale: Locale, wanted: 'comma' | 'semicolon' | 'tab' | undefined): string {
  if (wanted) return { comma: ',', semicolon: ';', tab: '\t' }[wanted];
  return locale === 'en' ? ',' : ';';
}

/** A column: its name, and its value for a record. `site` is the site's own address without a slash at its end. */
export type CsvColumn<Row> = [name: string, value: (row: Row, locale: Locale, site: string) => string | number | null];

const options = (delimiter: string) => ({ delimiter, record_delimiter: '\r\n', escape_formulas: false }) as const;

/**
 * A table of records as CSV. A value that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV
 * injection); numbers of ours, such as a negative longitude, are no text and stay.
 * @param plain columns whose values begin with a plus by right; the guard would spoil them
 */
export function csvTable<Row>(columns: readonly CsvColumn<Row>[], plain: ReadonlySet<string> = new Set()) {
  const guarded = (value: string | number | null, column: string): string | number | null => {
    if (typeof value !== 'string' || plain.has(column)) return value;
    return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  };
  return {
    /** The line of column names, with the byte order mark before it. */
    header: (delimiter: string): string => BOM + stringify([columns.map(([name]) => name)], options(delimiter)),
    /** Lines for some records. */
    lines: (rows: readonly Row[], locale: Locale, site: string, delimiter: string): string =>
      stringify(
        rows.map((row) => columns.map(([name, value]) => guarded(value(row, locale, site), name))),
        options(delimiter),
      ),
  };
}
