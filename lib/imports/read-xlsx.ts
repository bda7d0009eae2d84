import { stringify } from 'csv-stringify/sync';
import { type CellValue, readSheet } from 'read-excel-file/node';
import { isEmptyRow, type SourceRow, type SourceTable, UnusableFileError } from './table';

/**
 * Opens the first sheet of an XLSX file; it is read whole. Rows that are rejected go into a CSV file with the texts of
 * their cells, because only such a file can be written without loss of the rest of a workbook.
 * @throws UnusableFileError
 */
export async function openXlsx(file: string): Promise<SourceTable> {
  const [header = [], ...rows] = await readTexts(file);
  if (isEmptyRow(header)) throw new UnusableFileError('noHeader', 1);
  // Columns behind the last title hold remarks and formats of the sheet, not values.
  const width = header.findLastIndex((title) => title.trim() !== '') + 1;
  const columns = header.slice(0, width);
  return {
    format: 'xlsx',
    rowEstimate: rows.length,
    columns,
    rows: () => numbered(rows, width),
    frame: { head: `\uFEFF${toLine(columns)}\r\n`, between: '\r\n', tail: '\r\n' },
  };
}

async function readTexts(file: string): Promise<string[][]> {
  try {
    const rows = await readSheet(file, { trim: false });
    return rows.map((row) => row.map(toText));
  } catch (error) {
    throw new UnusableFileError('badXlsx', null, error instanceof Error ? error.message : String(error));
  }
}

/** A cell as text: a day as YYYY-MM-DD, a number with a decimal point. */
function toText(cell: CellValue | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
}

async function* numbered(rows: readonly string[][], width: number): AsyncGenerator<SourceRow> {
  for (const [index, cells] of rows.entries()) {
    const own = cells.slice(0, width);
    if (!isEmptyRow(own)) yield { row: index + 2, cells: own, raw: toLine(own) };
  }
}

function toLine(cells: readonly string[]): string {
  return stringify([[...cells]], { eof: false });
}
