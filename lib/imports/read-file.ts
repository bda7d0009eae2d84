import { open } from 'node:fs/promises';
import path from 'node:path';
import { columnKey, countKnownColumns, findColumn } from './column-names';
import { type ColumnMapping, mappedColumns } from './mapping';
import { openCsv } from './read-csv';
import { openGeoJson } from './read-geojson';
import { openXlsx } from './read-xlsx';
import { type SourceTable, UnusableFileError } from './table';

/** XLSX and GeoJSON are read whole; a larger file should come as CSV, which is read as a stream. */
const LARGEST_WHOLE_MB = 64;

/**
 * Opens a file by what it holds: a zip archive is XLSX, an opening brace GeoJSON, everything else CSV.
 * @param mapping for each column of the file the name of ours that it means, or null for one that is not read; without it
 *   the header says so itself
 * @throws UnusableFileError when it is none of these, or its header is missing or names a column twice
 */
export async function openTable(file: string, mapping: ColumnMapping | null = null): Promise<SourceTable> {
  const table = await openAnyTable(file);
  const mapped = mapping === null ? table : { ...table, columns: mappedColumns(table.columns, mapping) };
  checkHeader(mapped);
  return mapped;
}

/**
 * Opens a file whatever its columns are called, so that somebody can say what they mean.
 * @throws UnusableFileError
 */
export async function openAnyTable(file: string): Promise<SourceTable> {
  const { start, size } = await readStart(file);
  if (size === 0) throw new UnusableFileError('empty');
  if (start.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    checkSize(size);
    return openXlsx(file);
  }
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new UnusableFileError('oldExcel');
  if (isUtf16(start)) throw new UnusableFileError('utf16');
  if (/\.(geo)?json$/i.test(path.extname(file)) || /^\uFEFF?\s*\{/.test(start.toString('utf8'))) {
    checkSize(size);
    return openGeoJson(file);
  }
  return openCsv(file);
}

function isUtf16(start: Buffer): boolean {
  return (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
}

async function readStart(file: string): Promise<{ start: Buffer; size: number }> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
      return { start: buffer.subarray(0, bytesRead), size: (await handle.stat()).size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new UnusableFileError('notFound', null, error instanceof Error ? error.message : String(error));
  }
}

function checkSize(size: number): void {
  if (size > LARGEST_WHOLE_MB * 2 ** 20) throw new UnusableFileError('tooLarge', null, String(LARGEST_WHOLE_MB));
}

function checkHeader({ columns }: SourceTable): void {
  if (countKnownColumns(columns) === 0) throw new UnusableFileError('noHeader', 1);
  const seen = new Set<string>();
  for (const [index, column] of columns.entries()) {
    const key = findColumn(column)?.name ?? columnKey(column);
    if (key === '') throw new UnusableFileError('untitledColumn', 1, String(index + 1));
    if (seen.has(key)) throw new UnusableFileError('duplicateHeader', 1, column.trim());
    seen.add(key);
  }
  if (!columns.some((column) => findColumn(column)?.name === 'name_sr')) {
    throw new UnusableFileError('nameColumnMissing', 1);
  }
}
