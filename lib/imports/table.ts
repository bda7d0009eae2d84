/** A row of a file that holds records, as it came. */
export interface SourceRow {
  /** As a spreadsheet shows it: the header is row 1. In GeoJSON the number of the feature, from 1. */
  row: number;
  /** One text for each column of the table; an empty cell is ''. A row with too few cells is shorter, one with too many longer. */
  cells: readonly string[];
  /** The row exactly as it stood in the file, without its line end; for XLSX, whose rows are no text, null. */
  raw: string | null;
}

/** A file of rows, whatever its format. */
export interface SourceTable {
  format: 'csv' | 'xlsx' | 'geojson';
  /** Names of the columns as written in the file. */
  columns: readonly string[];
  /** About how many rows there are; for a progress bar. */
  rowEstimate: number;
  /** Reads the rows from the beginning; may be called again. Empty rows are counted and left out. */
  rows(): AsyncIterable<SourceRow>;
  /** What a file with some of the rows begins with, is joined by, and ends with. */
  frame: { head: string; between: string; tail: string };
}

/** Why a file cannot be used at all; keys of `Import.unusable`. */
export type UnusableCode =
  | 'notFound'
  | 'empty'
  | 'binary'
  | 'notUtf8'
  | 'utf16'
  | 'oldExcel'
  | 'noHeader'
  | 'untitledColumn'
  | 'duplicateHeader'
  | 'nameColumnMissing'
  | 'openQuote'
  | 'strayQuote'
  | 'rowTooLong'
  | 'badXlsx'
  | 'badJson'
  | 'notFeatureCollection'
  | 'notPoints'
  | 'tooLarge'
  | 'notOtherValues';

/** A file that cannot be used: why, in which row (null: not one row's fault), and the column or value in question. */
export class UnusableFileError extends Error {
  override name = 'UnusableFileError';

  constructor(
    readonly code: UnusableCode,
    readonly row: number | null = null,
    readonly detail = '',
  ) {
    super(`${code}${row === null ? '' : `, row ${row}`}${detail === '' ? '' : `: ${detail}`}`);
  }
}

/** Whether all cells are empty: what spreadsheets leave behind a table. */
export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
