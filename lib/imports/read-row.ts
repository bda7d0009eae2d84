import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { findColumn } from './column-names';
import type { Column } from './columns';
import { readDistrict, readMunicipality } from './places';
import { type CellValue, cleanCell, readCell } from './read-cell';
import type { CellError, RowError } from './report';
import type { SourceRow } from './table';
import type { TermFinder } from './terms';

/** The values of a row by the name of the column; a column that the file does not have is missing. */
export type RowValues = ReadonlyMap<string, CellValue>;

/** What rows are read with; the same for the whole file. */
export interface RowContext {
  columns: readonly string[];
  vocabularies: Vocabularies;
  findTerm: TermFinder;
}

/** A row whose cells are read, and what was wrong with them. */
export interface ReadRow {
  row: number;
  values: RowValues;
  errors: RowError[];
}

/** Reads the cells of a row; pure. */
export function readRow(source: SourceRow, context: RowContext): ReadRow {
  const values = new Map<string, CellValue>();
  const errors: RowError[] = [];
  const cells = cellsByColumn(source, context);
  const refuse = (column: string | null, value: string, { code, params }: CellError) =>
    errors.push({ row: source.row, column, value, code, params });

  const wrongLength = checkLength(source, context);
  if (wrongLength) refuse(null, wrongLength.value, wrongLength);
  for (const [name, { column, cell }] of cells) {
    const read = readCell(cell, column.cells, context.findTerm);
    if (read.ok) values.set(name, read.value);
    else refuse(name, cell, read.error);
  }
  readPlaces(cells, context, values, refuse);
  if (values.get('name_sr') === null) refuse('name_sr', '', { code: 'empty', params: {} });
  return { row: source.row, values, errors };
}

type Cells = ReadonlyMap<string, { column: Column; cell: string }>;

function cellsByColumn({ cells }: SourceRow, { columns }: RowContext): Cells {
  const known = columns.flatMap((header, index) => {
    const column = findColumn(header);
    return column ? [[column.name, { column, cell: cleanCell(cells[index] ?? '') }] as const] : [];
  });
  return new Map(known);
}

function checkLength({ cells }: SourceRow, { columns }: RowContext): (CellError & { value: string }) | null {
  const surplus = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
  const params = { cells: cells.length, columns: columns.length };
  if (surplus.length > 0) return { code: 'tooManyCells', value: surplus.join(' | '), params };
  return cells.length < columns.length ? { code: 'tooFewCells', value: '', params } : null;
}

/** Municipality and district are read together: one may be needed to understand the other. */
function readPlaces(
  cells: Cells,
  { vocabularies }: RowContext,
  values: Map<string, CellValue>,
  refuse: (column: string, value: string, error: CellError) => void,
): void {
  const municipalityCell = cells.get('municipality')?.cell;
  const districtCell = cells.get('district')?.cell;
  const district = readDistrict(districtCell ?? '', vocabularies);
  if (!district.ok) refuse('district', districtCell ?? '', district.error);
  else if (districtCell !== undefined) values.set('district', district.value);
  if (municipalityCell === undefined) return;
  const municipality = readMunicipality(municipalityCell, districtCell ?? '', vocabularies);
  if (municipality.ok) values.set('municipality', municipality.value?.id ?? null);
  else refuse('municipality', municipalityCell, municipality.error);
}

/** The text of a column; `before` where the file has no such column. */
export function textOr(values: RowValues, name: string, before: string | null): string | null {
  const value = values.get(name);
  if (value === undefined) return before;
  return typeof value === 'string' ? value : null;
}
