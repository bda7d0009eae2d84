import { factValue, NOTHING, withoutFacts, withSource } from '@/lib/enterprises/fact-sources';
import { hostOf } from '@/lib/enterprises/present';
import type { EnterpriseInput, FactField, SourceRefInput } from '@/lib/enterprises/schema';
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
  const changed = carried.filter((field) => factValue(before, field) !== factValue(input, field));
  const kept = withoutFacts(before.sources, changed);
  const own = rowSource(before, values);
  if (own === null && values.get('read_on')) {
    errors.push({ column: 'read_on', code: 'readOnWithoutSource', params: {} });
  }
  const supported = carried.filter((field) => factValue(input, field) !== NOTHING);
  input.sources = own === null ? kept : withSource(kept, { ...own, fields: supported });
}

/** Fields of which the columns of the file tell. */
function carriedFacts(values: RowValues): FactField[] {
  const facts = COLUMNS.flatMap(({ name, fact }) => (fact && values.has(name) ? [fact] : []));
  const statesMunicipality = values.get('municipality') && !values.get('town');
  return [...new Set<FactField>([...facts, ...(statesMunicipality ? (['municipality'] as const) : [])])];
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
