import { sourceKey } from '@/lib/enterprises/changes';
import { withSource } from '@/lib/enterprises/fact-sources';
import { nameMatchKey } from '@/lib/enterprises/names';
import { type EnterpriseInput, type FactField, LIST_MAX, type SourceInput } from '@/lib/enterprises/schema';

/** What is kept, moved or given back as one: fields of the record that say one thing, and the facts that sources support. */
export interface Part {
  key: string;
  fields: readonly (keyof EnterpriseInput)[];
  facts: readonly FactField[];
  /** Has several values, which two records can put together. */
  isList: boolean;
}

const one = (field: keyof EnterpriseInput & FactField): Part => ({
  key: field,
  fields: [field],
  facts: [field],
  isList: false,
});
const plain = (field: keyof EnterpriseInput): Part => ({ key: field, fields: [field], facts: [], isList: false });
const list = (field: keyof EnterpriseInput, facts: readonly FactField[]): Part => ({
  key: field,
  fields: [field],
  facts,
  isList: true,
});

/** The parts of a record, in the order of its page. */
export const PARTS: readonly Part[] = [
  one('nameSr'),
  plain('nameSrCyrl'),
  one('nameEn'),
  one('shortName'),
  list('otherNames', ['otherNames']),
  one('registrationNumber'),
  one('taxId'),
  one('legalForm'),
  one('legalStatus'),
  one('basis'),
  one('coalitionCriteria'),
  {
    key: 'operatingState',
    fields: ['operatingState', 'operatingStateOn', 'successorId'],
    facts: ['operatingState'],
    isList: false,
  },
  one('foundedYear'),
  one('size'),
  list('activities', ['activities']),
  list('targetGroups', ['targetGroups']),
  list('products', ['products']),
  list('networks', ['networks']),
  one('activitySr'),
  one('activityEn'),
  one('missionSr'),
  one('missionEn'),
  one('descriptionSr'),
  one('descriptionEn'),
  one('town'),
  { key: 'municipality', fields: ['municipality', 'district'], facts: ['municipality'], isList: false },
  one('streetAddress'),
  one('postalCode'),
  one('position'),
  list('contacts', ['website', 'contacts']),
  plain('verification'),
  plain('note'),
];

export function partText(input: EnterpriseInput, { fields }: Part): string {
  return JSON.stringify(fields.map((field) => input[field] ?? null));
}

export function isEmptyPart(input: EnterpriseInput, { fields }: Part): boolean {
  return fields.every((field) => {
    const value = input[field];
    return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  });
}

/** The parts in which two records differ. */
export function differingParts(a: EnterpriseInput, b: EnterpriseInput): Part[] {
  return PARTS.filter((part) => partText(a, part) !== partText(b, part));
}

/** A record with a part of another one in the place of its own. */
export function withPart(input: EnterpriseInput, from: EnterpriseInput, { fields }: Part): EnterpriseInput {
  return { ...input, ...Object.fromEntries(fields.map((field) => [field, from[field] ?? null])) };
}

/** A record without a part: not known, or none. */
export function withoutPart(input: EnterpriseInput, { fields, isList }: Part): EnterpriseInput {
  return { ...input, ...Object.fromEntries(fields.map((field) => [field, isList ? [] : null])) };
}

/** The sources of some facts alone. */
export function sourcesOf(input: EnterpriseInput, facts: readonly FactField[]): SourceInput[] {
  return input.sources
    .map((source) => ({ ...source, fields: source.fields.filter((field) => facts.includes(field)) }))
    .filter(({ fields }) => fields.length > 0);
}

export function uniteSources(...lists: readonly SourceInput[][]): SourceInput[] {
  return lists.flat().reduce<SourceInput[]>(withSource, []);
}

export type MergeChoice = 'this' | 'other' | 'both';

/** What a merge takes where nobody chose: lists together; of the rest the record's own value, or the other's where it has none. */
export function usualChoice(kept: EnterpriseInput, other: EnterpriseInput, part: Part): MergeChoice {
  if (part.key === 'verification')
    return (other.verification?.on ?? '') > (kept.verification?.on ?? '') ? 'other' : 'this';
  if (isEmptyPart(kept, part)) return 'other';
  return part.isList && !isEmptyPart(other, part) ? 'both' : 'this';
}

/**
 * One record of two: of each part the chosen values with their sources; the name that goes is kept as another name, so that
 * it is still found. Pure.
 */
export function mergeInputs(
  kept: EnterpriseInput,
  other: EnterpriseInput,
  choices: Readonly<Record<string, MergeChoice | undefined>>,
): EnterpriseInput {
  let merged: EnterpriseInput = kept;
  let sources: SourceInput[] = [];
  for (const part of PARTS) {
    const wanted = choices[part.key] ?? usualChoice(kept, other, part);
    const choice = wanted === 'both' && !part.isList ? 'this' : wanted;
    if (choice === 'other') merged = withPart(merged, other, part);
    if (choice === 'both') merged = withBoth(merged, other, part);
    // Equal values have the sources of both.
    const isEqual = partText(kept, part) === partText(other, part);
    const own = choice !== 'other' || isEqual ? sourcesOf(kept, part.facts) : [];
    const others = choice !== 'this' || isEqual ? sourcesOf(other, part.facts) : [];
    sources = uniteSources(sources, own, others);
  }
  const otherNames = [...merged.otherNames, kept.nameSr, other.nameSr]
    .filter(isNewName(merged.nameSr))
    .slice(0, LIST_MAX);
  const otherValues = [...kept.otherValues, ...other.otherValues].filter(isFirstOf).slice(0, LIST_MAX);
  return { ...merged, otherNames, sources: sources.slice(0, LIST_MAX), otherValues };
}

function withBoth(input: EnterpriseInput, other: EnterpriseInput, part: Part): EnterpriseInput {
  const [field] = part.fields;
  if (!field) return input;
  const both = [...(input[field] as unknown[]), ...(other[field] as unknown[])];
  const keyOf = (item: unknown) =>
    typeof item === 'string'
      ? item
      : JSON.stringify([(item as { kind: string }).kind, (item as { value: string }).value]);
  const unique = [
    ...new Map(both.map((item) => [keyOf(item), item]).reverse() as [string, unknown][]).values(),
  ].reverse();
  return { ...input, [field]: unique.slice(0, LIST_MAX) };
}

function isNewName(nameSr: string) {
  const seen = new Set([nameMatchKey(nameSr)]);
  return (name: string) => {
    const key = nameMatchKey(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

function isFirstOf(
  value: EnterpriseInput['otherValues'][number],
  index: number,
  all: EnterpriseInput['otherValues'],
): boolean {
  const key = (one: typeof value) => `${one.field} ${sourceKey(one.source)}`;
  return all.findIndex((one) => key(one) === key(value)) === index;
}

export type SplitChoice = 'stay' | 'go' | 'both';

/** Numbers are of one record only, and the name of the new one is typed. */
export const UNSPLITTABLE = ['nameSr', 'verification'];

/** Two records of one: each part stays, goes to the new one, or both have it; sources follow what they support. Pure. */
export function splitInput(
  input: EnterpriseInput,
  nameSr: string,
  choices: Readonly<Record<string, SplitChoice | undefined>>,
): { rest: EnterpriseInput; split: EnterpriseInput } {
  let rest: EnterpriseInput = input;
  let split: EnterpriseInput = { ...input, nameSr, verification: null, sources: [], otherValues: [] };
  let [restSources, splitSources]: SourceInput[][] = [sourcesOf(input, ['nameSr']), []];
  for (const part of PARTS) {
    if (UNSPLITTABLE.includes(part.key)) continue;
    const wanted = choices[part.key] ?? 'stay';
    const isNumber = part.key === 'registrationNumber' || part.key === 'taxId';
    const choice = part.key === 'basis' ? 'both' : wanted === 'both' && isNumber ? 'stay' : wanted;
    if (choice === 'go') rest = withoutPart(rest, part);
    if (choice === 'stay') split = withoutPart(split, part);
    const own = sourcesOf(input, part.facts);
    if (choice !== 'go') restSources = uniteSources(restSources ?? [], own);
    if (choice !== 'stay') splitSources = uniteSources(splitSources ?? [], own);
  }
  return { rest: { ...rest, sources: restSources ?? [] }, split: { ...split, sources: splitSources ?? [] } };
}

/**
 * A record with what a change did to it taken back, part by part, each with the sources that it had. Parts that were changed
 * again since are told instead. Pure.
 */
export function takeBack(
  now: EnterpriseInput,
  before: EnterpriseInput,
  after: EnterpriseInput,
): { input: EnterpriseInput; changedSince: Part[] } {
  const changed = differingParts(before, after);
  const changedSince = changed.filter((part) => partText(now, part) !== partText(after, part));
  let input = now;
  for (const part of changed) {
    input = withPart(input, before, part);
    const others = input.sources.map((source) => ({
      ...source,
      fields: source.fields.filter((field) => !part.facts.includes(field)),
    }));
    input = { ...input, sources: uniteSources(others, sourcesOf(before, part.facts)) };
  }
  return { input, changedSince };
}
