import 'server-only';
import type { Tx } from '@/lib/db';
import { BUMP_CONTENT_VERSION } from '@/lib/db/content-version';
import { reindexEnterprises, removeFromIndex } from '@/lib/search/commands';
import { reindexStories, storiesNaming } from '@/lib/search/stories/commands';
import { insertRows, insertRowsForIds, toStoredInstant, updateRows } from './bulk-sqlite';
import { withoutContradictions } from './changes';
import type { EnterpriseInput } from './schema';
import { allocateSlugs, slugBase } from './slugs';
import { ensureSources, removeUnusedSources, type SourceIds } from './source-records';
import {
  ENTERPRISE_COLUMNS,
  readInputs,
  type StoredEnterprise,
  toEnterpriseColumns,
  toTermRows,
} from './write-records';

/** One record to be written. */
export interface EnterpriseChange {
  /** null makes a new record. */
  id: number | null;
  input: EnterpriseInput;
}

/** What a change of a record was, beside the plain ones. */
export type ChangeKind =
  | 'undone'
  | 'withdrawn'
  | 'verified'
  | 'closed'
  | 'merged'
  | 'unmerged'
  /** Its successor was merged into another record, or taken apart from it. */
  | 'followed'
  | 'split'
  | 'reverted'
  | 'hidden'
  | 'shown';

/** Who writes, and why; stands in the record's history. */
export interface WriteContext {
  /** A person's or a program's name, e.g. "import". */
  actor: string;
  /** The run of the importer, if it is one. */
  runId: number | null;
  /** `undone`: states of before are written back, the sources' own details too. Without it: created or updated. */
  kind?: ChangeKind;
  /** Why, in the words of whoever did it. */
  note?: string | null;
  /** Ids of what else was changed with it. */
  details?: Readonly<Record<string, unknown>> | null;
  /** Only the generator for the benchmark keeps none. */
  history?: boolean;
}

/** Ids of the records that were written. */
export interface SavedEnterprises {
  created: number[];
  updated: number[];
}

/** Records in one batch: keeps memory flat, and statements under SQLite's limit of 32,766 parameters. */
const BATCH = 200;

/**
 * Writes records with their names, terms, contacts and sources, their history, the search index and the content
 * version, in the caller's transaction. Memory does not grow with the number of changes.
 * @throws when an input names a term or a place that does not exist (foreign key)
 */
export async function saveEnterprises(
  tx: Tx,
  changes: Iterable<EnterpriseChange> | AsyncIterable<EnterpriseChange>,
  context: WriteContext,
): Promise<SavedEnterprises> {
  const saved: SavedEnterprises = { created: [], updated: [] };
  let batch: EnterpriseChange[] = [];
  const flush = async () => {
    const written = await writeBatch(tx, batch, context);
    saved.created.push(...written.created);
    saved.updated.push(...written.updated);
    batch = [];
  };
  for await (const change of changes) {
    batch.push({ id: change.id, input: withoutContradictions(change.input) });
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  if (saved.created.length + saved.updated.length === 0) return saved;
  await reindexEnterprises(tx, [...saved.updated, ...saved.created]);
  await reindexStories(tx, await storiesNaming(tx, saved.updated));
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
  return saved;
}

/** Removes records; their history stays. */
export async function removeEnterprises(tx: Tx, ids: readonly number[], context: WriteContext): Promise<void> {
  const stories = await storiesNaming(tx, ids);
  for (let at = 0; at < ids.length; at += BATCH) {
    const chunk = ids.slice(at, at + BATCH);
    const before = await readInputs(tx, chunk);
    const usedSources = await sourcesOf(tx, chunk);
    await tx.enterprise.deleteMany({ where: { id: { in: chunk } } });
    await removeUnusedSources(tx, usedSources);
    await writeHistory(
      tx,
      chunk.map((id) => ({ id, before: before.get(id)?.input ?? null, after: null })),
      { ...context, kind: context.kind ?? 'withdrawn' },
    );
  }
  if (ids.length === 0) return;
  await removeFromIndex(tx, ids);
  await reindexStories(tx, stories);
  await tx.$executeRawUnsafe(BUMP_CONTENT_VERSION);
}

async function writeBatch(tx: Tx, batch: EnterpriseChange[], context: WriteContext): Promise<SavedEnterprises> {
  const existing = batch.flatMap(({ id, input }) => (id === null ? [] : [{ id, input }]));
  // Before the sources, whose details the inputs may change.
  const before = await readInputs(
    tx,
    existing.map(({ id }) => id),
  );
  const sources = await ensureSources(
    tx,
    batch.flatMap(({ input }) => [...input.sources, ...input.otherValues.map(({ source }) => source)]),
    context.kind === 'undone' ? 'exact' : 'newest',
  );
  const created = await createRecords(
    tx,
    batch.filter(({ id }) => id === null).map(({ input }) => input),
    sources,
  );
  await updateRecords(tx, existing, before, sources);
  if (context.history !== false) {
    await writeHistory(
      tx,
      [
        ...created.map(({ id, input }) => ({ id, before: null, after: input })),
        ...existing.map(({ id, input }) => ({ id, before: before.get(id)?.input ?? null, after: input })),
      ],
      context,
    );
  }
  return { created: created.map(({ id }) => id), updated: existing.map(({ id }) => id) };
}

interface Identified {
  id: number;
  input: EnterpriseInput;
}

async function createRecords(tx: Tx, inputs: readonly EnterpriseInput[], sources: SourceIds): Promise<Identified[]> {
  if (inputs.length === 0) return [];
  const places = await placeNames(tx, inputs);
  const slugs = await allocateSlugs(
    tx,
    inputs.map((input) => ({ id: null, nameSr: input.nameSr, place: places(input) })),
  );
  const now = toStoredInstant(new Date());
  const ids = await insertRowsForIds(
    tx,
    'Enterprise',
    [...ENTERPRISE_COLUMNS, 'slug', 'createdAt', 'updatedAt'],
    inputs.map((input, index) => ({
      ...toEnterpriseColumns(input),
      ...{ slug: slugs[index] ?? '', createdAt: now, updatedAt: now },
    })),
  );
  const records = inputs.map((input, index) => ({ id: ids[index] ?? 0, input }));
  await writeParts(tx, records, sources);
  return records;
}

async function updateRecords(
  tx: Tx,
  records: readonly Identified[],
  before: ReadonlyMap<number, StoredEnterprise>,
  sources: SourceIds,
): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map(({ id }) => id);
  await renameRecords(tx, records, before);
  const updatedAt = toStoredInstant(new Date());
  await updateRows(
    tx,
    'Enterprise',
    [...ENTERPRISE_COLUMNS, 'updatedAt'],
    records.map(({ id, input }) => ({ id, ...toEnterpriseColumns(input), updatedAt })),
  );
  const usedSources = await sourcesOf(tx, ids);
  const ofThese = { where: { enterpriseId: { in: ids } } };
  await tx.enterpriseName.deleteMany(ofThese);
  await tx.enterpriseTerm.deleteMany(ofThese);
  await tx.contact.deleteMany(ofThese);
  await tx.factSource.deleteMany(ofThese);
  await writeParts(tx, records, sources);
  await removeUnusedSources(tx, usedSources);
}

/** Gives renamed records a new address; the old one goes on to lead to them. */
async function renameRecords(
  tx: Tx,
  records: readonly Identified[],
  before: ReadonlyMap<number, StoredEnterprise>,
): Promise<void> {
  const renamed = records.filter(({ id, input }) => {
    const old = before.get(id);
    return old !== undefined && slugBase(old.input.nameSr) !== slugBase(input.nameSr);
  });
  if (renamed.length === 0) return;
  const places = await placeNames(
    tx,
    renamed.map(({ input }) => input),
  );
  const slugs = await allocateSlugs(
    tx,
    renamed.map(({ id, input }) => ({ id, nameSr: input.nameSr, place: places(input) })),
  );
  for (const [index, { id }] of renamed.entries()) {
    const slug = slugs[index] ?? '';
    const old = before.get(id)?.slug ?? slug;
    if (old === slug) continue;
    await tx.slugAlias.deleteMany({ where: { slug } });
    await tx.enterprise.update({ where: { id }, data: { slug }, select: { id: true } });
    await tx.slugAlias.create({ data: { slug: old, enterpriseId: id } });
  }
}

/** Names of the inputs' municipalities, or else their towns. */
async function placeNames(tx: Tx, inputs: readonly EnterpriseInput[]) {
  const ids = [...new Set(inputs.flatMap(({ municipality }) => municipality ?? []))];
  const rows = await tx.municipality.findMany({ where: { id: { in: ids } }, select: { id: true, nameSr: true } });
  const names = new Map(rows.map(({ id, nameSr }) => [id, nameSr]));
  return ({ municipality, town }: EnterpriseInput) => names.get(municipality ?? '') ?? town;
}

/** Writes what stands in tables of its own; the tables hold nothing of these records yet. */
async function writeParts(tx: Tx, records: readonly Identified[], sources: SourceIds): Promise<void> {
  await insertRows(
    tx,
    'EnterpriseName',
    ['enterpriseId', 'text'],
    records.flatMap(({ id, input }) => input.otherNames.map((text) => ({ enterpriseId: id, text }))),
  );
  await insertRows(
    tx,
    'EnterpriseTerm',
    ['enterpriseId', 'termId', 'position'],
    records.flatMap(({ id, input }) => toTermRows(id, input)),
  );
  await insertRows(
    tx,
    'Contact',
    ['enterpriseId', 'kind', 'value', 'personal', 'consentOn'],
    records.flatMap(({ id, input }) => input.contacts.map((contact) => ({ enterpriseId: id, ...contact }))),
  );
  await insertRows(
    tx,
    'FactSource',
    ['enterpriseId', 'field', 'sourceId', 'value', 'note'],
    records.flatMap(({ id, input }) => toFactRows(id, input, sources)),
  );
}

function toFactRows(enterpriseId: number, { sources, otherValues }: EnterpriseInput, sourceIds: SourceIds) {
  return [
    ...sources.flatMap((source) =>
      source.fields.map((field) => ({ enterpriseId, field, sourceId: sourceIds(source), value: null, note: null })),
    ),
    ...otherValues.map(({ field, value, note, source }) => ({
      enterpriseId,
      field,
      sourceId: sourceIds(source),
      value,
      note,
    })),
  ];
}

async function sourcesOf(tx: Tx, enterpriseIds: readonly number[]): Promise<number[]> {
  const facts = await tx.factSource.findMany({
    where: { enterpriseId: { in: [...enterpriseIds] } },
    distinct: ['sourceId'],
    select: { sourceId: true },
  });
  return facts.map(({ sourceId }) => sourceId);
}

export interface HistoryEntry {
  id: number;
  before: EnterpriseInput | null;
  after: EnterpriseInput | null;
}

/** Adds to the history of records; whoever writes them by other ways than `saveEnterprises` tells it here. */
export async function writeHistory(
  tx: Tx,
  entries: readonly HistoryEntry[],
  { actor, runId, kind, note = null, details = null }: WriteContext,
): Promise<void> {
  const at = toStoredInstant(new Date());
  await insertRows(
    tx,
    'RecordChange',
    ['enterpriseId', 'runId', 'at', 'actor', 'kind', 'before', 'after', 'note', 'details'],
    entries.map(({ id, before, after }) => ({
      ...{ enterpriseId: id, runId, at, actor },
      kind: kind ?? (before === null ? 'created' : 'updated'),
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
      note,
      details: details === null ? null : JSON.stringify(details),
    })),
  );
}
