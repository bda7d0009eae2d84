import { sourceKey } from './changes';
import { type EnterpriseInput, FACT_FIELDS, type FactField, type SourceInput } from './schema';
import { newest } from './source-rules';

/** What `factValue` gives for a fact that is not known. */
export const NOTHING = JSON.stringify(null);

/** What a record says of a field, to be compared; `NOTHING` where it is not known. */
export function factValue(input: EnterpriseInput, field: FactField): string {
  if (field === 'website' || field === 'contacts') {
    const values = input.contacts.filter(({ kind }) => (kind === 'website') === (field === 'website'));
    return JSON.stringify(values.length === 0 ? null : values.map(({ kind, value }) => `${kind} ${value}`).sort());
  }
  if (field === 'operatingState' && input.operatingState !== null) {
    return JSON.stringify([input.operatingState, input.operatingStateOn ?? null, input.successorId ?? null]);
  }
  const value = input[field];
  return JSON.stringify(Array.isArray(value) && value.length === 0 ? null : value);
}

/** Facts that say something else after a change than before it. */
export function changedFacts(before: EnterpriseInput, after: EnterpriseInput): FactField[] {
  return FACT_FIELDS.filter((field) => factValue(before, field) !== factValue(after, field));
}

/** Sources that no longer support some facts: what they said was replaced. */
export function withoutFacts(sources: readonly SourceInput[], facts: readonly FactField[]): SourceInput[] {
  return sources.map((source) => ({ ...source, fields: source.fields.filter((field) => !facts.includes(field)) }));
}

/** The sources with one more; one that is known already supports more facts then. */
export function withSource(sources: readonly SourceInput[], own: SourceInput): SourceInput[] {
  const known = sources.find((source) => sourceKey(source) === sourceKey(own));
  if (!known) return [...sources, own];
  const merged = { ...newest(known, own), fields: [...new Set([...known.fields, ...own.fields])] };
  return sources.map((source) => (source === known ? merged : source));
}
