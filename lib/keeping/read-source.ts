import { changedFacts, factValue, NOTHING, withoutFacts, withSource } from '@/lib/enterprises/fact-sources';
import { hostOf } from '@/lib/enterprises/present';
import { type EnterpriseInput, enterpriseInput, type FactField, type SourceRefInput } from '@/lib/enterprises/schema';
import type { ReasonCode } from '@/lib/imports/report';
import { type FormValues, valueOf } from './form-values';
import type { FormFault } from './read-form';

/** Where the values of a form come from: a source, or nowhere new (a slip of the pen is mended, and the sources stay). */
export type FormSource = { tag: 'source'; source: SourceRefInput } | { tag: 'slip' };

/** Reads the fields of the source; a source without address and title is none. Pure. */
export function readSource(values: FormValues): { source: FormSource | null; faults: FormFault[] } {
  if (valueOf(values, 'source.kind') === 'slip') return { source: { tag: 'slip' }, faults: [] };
  const text = (name: string) => valueOf(values, `source.${name}`).trim() || null;
  const [url, title] = [text('url'), text('title')];
  if (url === null && title === null) return { source: null, faults: [] };
  const given = {
    url,
    title: title ?? hostOf(url ?? ''),
    publisher: text('publisher'),
    retrievedOn: text('retrievedOn'),
  };
  const parsed = enterpriseInput.shape.sources.element.safeParse({ ...given, fields: [] });
  if (parsed.success) {
    const { fields: _, ...source } = parsed.data;
    return { source: { tag: 'source', source }, faults: [] };
  }
  const faults = parsed.error.issues.map((issue) => ({
    field: `source.${String(issue.path[0])}`,
    code: issue.message as ReasonCode,
    params: {},
  }));
  return { source: null, faults };
}

/**
 * The record with its sources in step with its values: where a value changed, the sources of the old one no longer support
 * it, and the new source does. A mended slip keeps them all. Pure.
 */
export function withFormSource(
  before: EnterpriseInput,
  after: EnterpriseInput,
  source: FormSource | null,
): EnterpriseInput {
  const changed = changedFacts(before, after);
  const gone = changed.filter((field) => factValue(after, field) === NOTHING);
  if (source?.tag === 'slip') return { ...after, sources: withoutFacts(after.sources, gone) };
  const kept = withoutFacts(after.sources, changed);
  const supported = changed.filter((field) => factValue(after, field) !== NOTHING);
  if (source === null || supported.length === 0) return { ...after, sources: kept };
  return { ...after, sources: withSource(kept, { ...source.source, fields: supported }) };
}

/** Facts that are ours to say: translated, assessed or looked up by staff. */
const OURS: readonly FactField[] = [
  'nameEn',
  'otherNames',
  'activityEn',
  'missionEn',
  'descriptionEn',
  'coalitionCriteria',
  'basis',
  'municipality',
  'position',
];

/** Whether a change needs a source: something is said of the enterprise that was not said before. */
export function needsSource(before: EnterpriseInput, after: EnterpriseInput): boolean {
  return changedFacts(before, after).some((field) => !OURS.includes(field) && factValue(after, field) !== NOTHING);
}
