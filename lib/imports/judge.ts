import 'server-only';
import type { Tx } from '@/lib/db';
import { isSameRecord } from '@/lib/enterprises/changes';
import type { EnterpriseChange } from '@/lib/enterprises/commands';
import { nameMatchKey } from '@/lib/enterprises/names';
import type { EnterpriseInput, OtherValueInput } from '@/lib/enterprises/schema';
import { readInputs } from '@/lib/enterprises/write-records';
import { type ApplyContext, applyRow } from './apply-row';
import { checkPosition, checkSchema } from './check-input';
import type { KnownRecord, RecordIndex } from './match';
import { withOtherValues } from './other-values';
import { type ReadRow, type RowContext, readRow } from './read-row';
import type { DuplicateRow, RowError, RowWarning } from './report';
import type { SourceRow } from './table';

/** What becomes of a row. */
export type Verdict =
  | { tag: 'new'; input: EnterpriseInput }
  | { tag: 'updated'; id: number; input: EnterpriseInput }
  | { tag: 'unchanged'; id: number }
  /** `candidates` are all that it may be, the most certain first; the first is the one of `duplicate`. */
  | { tag: 'duplicate'; duplicate: DuplicateRow; candidates: DuplicateRow[] }
  /** Staff left it out. */
  | { tag: 'skipped' }
  | { tag: 'error'; errors: RowError[] };

/** What staff decided on a row: a record of its own, the same as a record that exists, or left out. */
export type RowDecision = 'new' | 'skip' | { same: number };

export interface JudgedRow {
  source: SourceRow;
  name: string;
  /** Its name as names are compared. */
  nameKey: string;
  verdict: Verdict;
  warnings: RowWarning[];
}

/** What rows are judged by; the index learns every row that was judged. */
export interface JudgeContext extends RowContext, ApplyContext {
  index: RecordIndex;
  otherValues: ReadonlyMap<string, readonly OtherValueInput[]>;
  /** Write possible duplicates as records of their own. */
  allowDuplicates: boolean;
  decisions: ReadonlyMap<number, RowDecision>;
  /** Where a known column stands in the file. */
  columnPositions: ReadonlyMap<string, number>;
  /** Rows by the record that they update. */
  taken: Map<number, number>;
}

/** Rows judged at a time: their records are read by one query. */
const CHUNK = 250;

/** Judges the rows of a table one after the other, in small groups, so that memory does not grow with the file. */
export async function* judgeRows(
  tx: Tx,
  rows: AsyncIterable<SourceRow>,
  context: JudgeContext,
): AsyncGenerator<JudgedRow> {
  for await (const chunk of inChunks(rows)) {
    yield* await judgeChunk(
      tx,
      chunk.map((source) => matchRow(source, context)),
      context,
    );
  }
}

async function* inChunks(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let chunk: SourceRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

interface Matched {
  source: SourceRow;
  read: ReadRow;
  target: KnownRecord | null;
}

function matchRow(source: SourceRow, context: JudgeContext): Matched {
  const read = readRow(source, context);
  const decision = context.decisions.get(source.row);
  const chosen = typeof decision === 'object' ? context.index.record(decision.same) : undefined;
  if (chosen) return { source, read, target: chosen };
  const found = context.index.match(read.values);
  if (found === null || !('conflict' in found)) return { source, read, target: found };
  const value = String(read.values.get('tax_id') ?? '');
  const params = { name: found.conflict };
  read.errors.push({ row: source.row, column: 'tax_id', value, code: 'numbersDisagree', params });
  return { source, read, target: null };
}

async function judgeChunk(tx: Tx, chunk: readonly Matched[], context: JudgeContext): Promise<JudgedRow[]> {
  const stored = await readInputs(
    tx,
    chunk.flatMap(({ target }) => target?.id ?? []),
  );
  return chunk.map((matched) => judge(matched, stored.get(matched.target?.id ?? 0)?.input ?? null, context));
}

/** The record that a row makes of the one that it updates, or of nothing. */
function compose({ values }: ReadRow, base: EnterpriseInput | null, context: JudgeContext) {
  const applied = applyRow(base, values, context);
  const name = String(values.get('name_sr') ?? '');
  const added = context.otherValues.get(nameMatchKey(name)) ?? [];
  return { applied, checked: checkSchema(withOtherValues(applied.input, added)) };
}

/**
 * Makes the records of rows that were judged to be written.
 * @param targets by the number of the row, the record that it updates; null for a new one
 */
export async function* composeRows(
  tx: Tx,
  rows: AsyncIterable<SourceRow>,
  targets: ReadonlyMap<number, number | null>,
  context: JudgeContext,
): AsyncGenerator<EnterpriseChange> {
  for await (const chunk of inChunks(rows)) {
    const ids = chunk.map(({ row }) => targets.get(row) ?? null);
    const stored = await readInputs(
      tx,
      ids.filter((id) => id !== null),
    );
    for (const [index, source] of chunk.entries()) {
      const id = ids[index] ?? null;
      const base = id === null ? null : (stored.get(id)?.input ?? null);
      yield { id, input: compose(readRow(source, context), base, context).checked.input };
    }
  }
}

function judge({ source, read, target }: Matched, base: EnterpriseInput | null, context: JudgeContext): JudgedRow {
  const { row } = source;
  const errors = [...read.errors];
  const name = String(read.values.get('name_sr') ?? '');
  const nameKey = nameMatchKey(name);
  if (context.decisions.get(row) === 'skip')
    return { source, name, nameKey, verdict: { tag: 'skipped' }, warnings: [] };
  const { applied, checked } = compose(read, base, context);
  const position =
    read.values.has('lat') || read.values.has('lon') ? checkPosition(checked.input, context.districtName) : null;
  const cellOf = (column: string) => cellText(source, column, context);
  const known = new Set(errors.map(({ column }) => column));
  for (const { column, code, params } of [...applied.errors, ...checked.errors, ...(position?.errors ?? [])]) {
    // One column, one error: the first says what has to be mended first.
    if (known.has(column)) continue;
    known.add(column);
    errors.push({ row, column, value: cellOf(column), code, params });
  }
  if (errors.length === 0) errors.push(...numberErrors(checked.input, row, target, context));
  if (errors.length === 0 && checked.input.synthetic && context.index.hasRealRecords) {
    errors.push({ row, column: 'synthetic', value: cellOf('synthetic'), code: 'syntheticAmongReal', params: {} });
  }
  if (errors.length > 0) return { source, name, nameKey, verdict: { tag: 'error', errors }, warnings: [] };

  const warnings = [...applied.warnings, ...(position?.warnings ?? [])].map((warning) => ({
    row,
    ...warning,
    value: cellOf(warning.column),
  }));
  const verdict = verdictOf(row, name, checked.input, base, target, context);
  if (verdict.tag !== 'duplicate') context.index.add(row, checked.input, target);
  return { source, name, nameKey, verdict, warnings };
}

/** Numbers are unique: nobody can allow two records with the same one. */
const CERTAIN: ReadonlySet<string> = new Set(['sameRegistrationNumber', 'sameTaxId']);

function verdictOf(
  row: number,
  name: string,
  input: EnterpriseInput,
  base: EnterpriseInput | null,
  target: KnownRecord | null,
  { index, taken, allowDuplicates, decisions }: JudgeContext,
): Verdict {
  if (target !== null && base !== null) {
    const earlier = taken.get(target.id);
    if (earlier !== undefined) {
      const duplicate: DuplicateRow = { row, name, of: { row: earlier }, reasons: ['sameRecord'] };
      return { tag: 'duplicate', duplicate, candidates: [duplicate] };
    }
    taken.set(target.id, row);
    return isSameRecord(base, input) ? { tag: 'unchanged', id: target.id } : { tag: 'updated', id: target.id, input };
  }
  const suspicions = index.findDuplicates(input);
  const [suspicion] = suspicions;
  const isSure = suspicion?.reasons.some((reason) => CERTAIN.has(reason));
  const isAllowed = allowDuplicates || decisions.get(row) === 'new';
  if (!suspicion || (isAllowed && !isSure)) return { tag: 'new', input };
  const toDuplicate = ({ of, reasons }: typeof suspicion): DuplicateRow => {
    const record = 'record' in of ? index.record(of.record) : undefined;
    return { row, name, of: record ? { record } : (of as { row: number }), reasons };
  };
  const candidates = suspicions.slice(0, MOST_CANDIDATES).map(toDuplicate);
  return { tag: 'duplicate', duplicate: toDuplicate(suspicion), candidates };
}

const MOST_CANDIDATES = 5;

/** Numbers that belong to another record: nobody shares one. */
function numberErrors(
  input: EnterpriseInput,
  row: number,
  target: KnownRecord | null,
  { index }: JudgeContext,
): RowError[] {
  // A new record with a known number is a duplicate, which says more.
  if (target === null) return [];
  const numbers = [
    ['registration_number', input.registrationNumber],
    ['tax_id', input.taxId],
  ] as const;
  return numbers.flatMap(([column, value]) => {
    const owner = value === null ? null : index.ownerOf(value);
    if (value === null || owner === null || ('record' in owner && owner.record === target.id)) return [];
    const name = 'record' in owner ? (index.record(owner.record)?.name ?? '') : `#${owner.row}`;
    return [{ row, column, value, code: 'numberOfAnother' as const, params: { name } }];
  });
}

/** A cell as it stood in the file. */
function cellText({ cells }: SourceRow, column: string, { columnPositions }: JudgeContext): string {
  const position = columnPositions.get(column);
  return position === undefined ? '' : (cells[position] ?? '');
}
