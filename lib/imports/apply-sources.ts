import { sourceKey } from '@/lib/enterprises/changes';
import { hostOf } from '@/lib/enterprises/present';
import type { EnterpriseInput, FactField, SourceInput, SourceRefInput } from '@/lib/enterprises/schema';
import { newest } from '@/lib/enterprises/source-rules';
import type { AppliedRow } from './apply-row';
import { COLUMNS } from './columns';
import { type RowValues, textOr } from './read-row';

/**
 * Brings the sources of a record in step with the values of a row: where a value changed, the sources of the old one
 * no longer support it; the row's own source supports every value that the row gives. Where a row names a town, its
 * municipality may have been looked up, so that the source is not made to say it.
 */
export function applySources({ input, errors }: AppliedRow, before: EnterpriseInput, values: RowValues): void {
  const carried = carriedFacts(values);
  const changed = new Set(carried.filter((field) => factValue(before, field) !== factValue(input, field)));
  const kept = before.sources.map((source) => ({
    ...source,
    fields: source.fields.filter((field) => !changed.has(field)),
  }));
  const own = rowSource(before, values);
  if (own === null && values.get('read_on')) {
    errors.push({ column: 'read_on', code: 'readOnWithoutSource', params: {} });
  }
  const supported = carried.filter((field) => factValue(input, field) !== NOTHING);
  input.sources = own === null ? kept : withSource(kept, { ...own, fields: supported });
}

const NOTHING = JSON.stringify(null);

/** Fields of which the columns of the file tell. */
function carriedFacts(values: RowValues): FactField[] {
  const facts = COLUMNS.flatMap(({ name, fact }) => (fact && values.has(name) ? [fact] : []));
  const statesMunicipality = values.get('municipality') && !values.get('town');
  return [...new Set<FactField>([...facts, ...(statesMunicipality ? (['municipality'] as const) : [])])];
}

/** What a record says of a field, to be compared; `NOTHING` where it is not known. */
function factValue(input: EnterpriseInput, field: FactField): string {
  if (field === 'website' || field === 'contacts') {
    const values = input.contacts.filter(({ kind }) => (kind === 'website') === (field === 'website'));
    return JSON.stringify(values.length === 0 ? null : values.map(({ kind, value }) => `${kind} ${value}`).sort());
  }
  const value = input[field];
  return JSON.stringify(Array.isArray(value) && value.length === 0 ? null : value);
}

function rowSource(before: EnterpriseInput, values: RowValues): SourceRefInput | null {
  const url = textOr(values, 'source_url', null);
  const title = textOr(values, 'source_title', null);
  if (url === null && title === null) return null;
  // A file without a column for titles may mean a page that is known already.
  const known = values.has('source_title') ? undefined : before.sources.find((source) => source.url === url);
  return {
    url,
    title: title ?? known?.title ?? hostOf(url ?? ''),
    publisher: null,
    licence: null,
    retrievedOn: textOr(values, 'read_on', null),
  };
}

function withSource(sources: readonly SourceInput[], own: SourceInput): SourceInput[] {
  const known = sources.find((source) => sourceKey(source) === sourceKey(own));
  if (!known) return [...sources, own];
  const merged = { ...newest(known, own), fields: [...new Set([...known.fields, ...own.fields])] };
  return sources.map((source) => (source === known ? merged : source));
}
