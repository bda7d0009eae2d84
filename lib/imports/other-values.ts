import { sourceKey } from '@/lib/enterprises/changes';
import { nameMatchKey } from '@/lib/enterprises/names';
import type { EnterpriseInput, OtherValueInput } from '@/lib/enterprises/schema';
import { columnKey, findColumn } from './column-names';
import { cleanCell, readCell } from './read-cell';
import { openCsv } from './read-csv';
import { UnusableFileError } from './table';
import type { TermFinder } from './terms';

const COLUMNS = ['name_sr', 'field', 'value', 'source_title', 'source_url', 'note'] as const;

/**
 * Reads a file of values in which another source differs from a record (name_sr, field, value, source_title,
 * source_url, note; `field` is a column of the importer).
 * @returns the values by the key of the record's name
 * @throws UnusableFileError
 */
export async function readOtherValues(file: string, findTerm: TermFinder): Promise<Map<string, OtherValueInput[]>> {
  const table = await openCsv(file);
  const positions = new Map(table.columns.map((column, index) => [columnKey(column), index]));
  const found = new Map<string, OtherValueInput[]>();
  for await (const { row, cells } of table.rows()) {
    const [name = '', field = '', value = '', title = '', url = '', note = ''] = COLUMNS.map((column) =>
      cleanCell(cells[positions.get(columnKey(column)) ?? -1] ?? ''),
    );
    const column = findColumn(field);
    const read = column ? readCell(value, column.cells, findTerm) : null;
    if (!column?.fact || !read?.ok || read.value === null || name === '' || title === '') {
      throw new UnusableFileError('notOtherValues', row, [name, field, value].join(', '));
    }
    const key = nameMatchKey(name);
    found.set(key, [
      ...(found.get(key) ?? []),
      {
        field: column.fact,
        value: String(read.value),
        note: note === '' ? null : note,
        source: { url: url === '' ? null : url, title, publisher: null, licence: null, retrievedOn: null },
      },
    ]);
  }
  return found;
}

/** A record with values of other sources added; a source says one thing of a field, the newer one. */
export function withOtherValues(input: EnterpriseInput, added: readonly OtherValueInput[]): EnterpriseInput {
  if (added.length === 0) return input;
  const key = ({ field, source }: OtherValueInput) => `${field} ${sourceKey(source)}`;
  const replaced = new Set(added.map(key));
  // A page that the record knows already keeps the day on which it was read.
  const known = new Map(input.sources.map((source) => [sourceKey(source), source]));
  const completed = added.map((value) => {
    const details =
      known.get(sourceKey(value.source)) ?? input.otherValues.find((old) => key(old) === key(value))?.source;
    return details ? { ...value, source: { ...value.source, ...pickDetails(details) } } : value;
  });
  return { ...input, otherValues: [...input.otherValues.filter((value) => !replaced.has(key(value))), ...completed] };
}

function pickDetails({ publisher, licence, retrievedOn }: OtherValueInput['source']) {
  return { publisher, licence, retrievedOn };
}
