import type { EnterpriseInput, SourceRefInput } from './schema';

/** What tells two sources apart: their address and title. */
export function sourceKey({ url, title }: Pick<SourceRefInput, 'url' | 'title'>): string {
  return JSON.stringify([url, title]);
}

/** A source says one thing of a field: where it says otherwise than the record, it does not support the record's value. */
export function withoutContradictions(input: EnterpriseInput): EnterpriseInput {
  const denied = new Set(input.otherValues.map(({ field, source }) => `${field} ${sourceKey(source)}`));
  const sources = input.sources
    .map((source) => ({
      ...source,
      fields: source.fields.filter((field) => !denied.has(`${field} ${sourceKey(source)}`)),
    }))
    .filter(({ fields }) => fields.length > 0);
  return { ...input, sources };
}

/**
 * Whether two inputs would write the same record. The order in which sources, and the fields of one, are named says
 * nothing.
 * @param sourceDetails false: what belongs to the source itself (day of reading, publisher, licence), which other
 *   records share, is left out of the comparison
 */
export function isSameRecord(a: EnterpriseInput, b: EnterpriseInput, sourceDetails = true): boolean {
  return canonical(a, sourceDetails) === canonical(b, sourceDetails);
}

function canonical(given: EnterpriseInput, sourceDetails: boolean): string {
  const input = withoutContradictions(given);
  const details = ({ publisher, licence, retrievedOn }: SourceRefInput) =>
    sourceDetails ? [publisher, licence, retrievedOn] : [];
  const sources = input.sources.map((source) => [sourceKey(source), [...source.fields].sort(), ...details(source)]);
  const otherValues = input.otherValues.map(({ field, value, note, source }) => [
    field,
    sourceKey(source),
    value,
    note,
    ...details(source),
  ]);
  // What is not known and what an older history had no field for are the same.
  const known = Object.entries(input).filter(([, value]) => value !== null);
  const rest = known.sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([
    rest.filter(([key]) => key !== 'sources' && key !== 'otherValues').map(([key, value]) => [key, sorted(value)]),
    sortedRows(sources),
    sortedRows(otherValues),
  ]);
}

/** Objects with their keys in order: two that were built differently must read alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

function sortedRows(rows: unknown[][]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
