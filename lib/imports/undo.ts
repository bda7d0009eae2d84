import 'server-only';
import { db, type Tx } from '@/lib/db';
import { isSameRecord } from '@/lib/enterprises/changes';
import { removeEnterprises, saveEnterprises } from '@/lib/enterprises/commands';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { readInputs } from '@/lib/enterprises/write-records';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { ChangedRecord, UndoError, Undone } from './undo-types';

/** Changes read at a time. */
const PAGE = 250;

/**
 * Takes back everything that a run of the importer wrote, in one transaction: records that it made are removed, those
 * that it changed get their former state. Refused as a whole when one of them was changed after the run.
 * @param alongside what else is written in that transaction
 */
export async function undoImport(
  run: number,
  actor = 'import',
  alongside?: (tx: Tx, undone: Undone) => Promise<void>,
): Promise<Result<Undone, UndoError>> {
  return db().$transaction(async (tx) => {
    // Marking it first takes the write lock: nobody changes a record between the check and the restoring.
    const marked = await tx.importRun.updateMany({
      where: { id: run, undoneAt: null },
      data: { undoneAt: new Date() },
    });
    if (marked.count === 0) return fail(await whyNot(tx, run));
    const records = await changedSince(tx, run);
    if (records.length > 0) {
      await tx.importRun.update({ where: { id: run }, data: { undoneAt: null } });
      return fail({ code: 'changedSince', run, records } as const);
    }
    const context = { actor, runId: run, kind: 'undone' } as const;
    const created = await createdBy(tx, run);
    await removeEnterprises(tx, created, context);
    const restored = await saveEnterprises(tx, formerStates(tx, run), context);
    const undone = { run, restored: restored.updated.length, removed: created.length };
    await alongside?.(tx, undone);
    return ok(undone);
  });
}

async function whyNot(tx: Tx, run: number): Promise<UndoError> {
  const known = await tx.importRun.findUnique({ where: { id: run }, select: { undoneAt: true } });
  return known?.undoneAt ? { code: 'alreadyUndone', run } : { code: 'unknownRun', run };
}

interface Change {
  id: number;
  enterpriseId: number;
  before: EnterpriseInput | null;
  after: EnterpriseInput | null;
}

async function createdBy(tx: Tx, run: number): Promise<number[]> {
  const rows = await tx.recordChange.findMany({
    where: { runId: run, kind: 'created' },
    orderBy: { id: 'asc' },
    select: { enterpriseId: true },
  });
  return rows.map(({ enterpriseId }) => enterpriseId);
}

/** What a run wrote, the last first. */
async function* changesOf(tx: Tx, run: number, kinds: readonly ('created' | 'updated')[]): AsyncGenerator<Change[]> {
  for (let before: number | undefined; ; ) {
    const rows = await tx.recordChange.findMany({
      where: { runId: run, kind: { in: [...kinds] }, ...(before === undefined ? {} : { id: { lt: before } }) },
      orderBy: { id: 'desc' },
      take: PAGE,
      select: { id: true, enterpriseId: true, before: true, after: true },
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => ({ ...row, before: toState(row.before), after: toState(row.after) }));
    before = last.id;
  }
}

function toState(json: string | null): EnterpriseInput | null {
  return json === null ? null : (JSON.parse(json) as EnterpriseInput);
}

/** The last first: where records share a source, what was known of it before the run stands with the first of them. */
async function* formerStates(tx: Tx, run: number) {
  for await (const page of changesOf(tx, run, ['updated'])) {
    for (const { enterpriseId, before } of page) if (before !== null) yield { id: enterpriseId, input: before };
  }
}

/** Those of some records that became a part of another one, or that another one became a part of. */
async function mergedAmong(tx: Tx, ids: readonly number[]): Promise<Set<number>> {
  const rows = await tx.enterprise.findMany({
    where: { publication: 'merged', OR: [{ id: { in: [...ids] } }, { mergedIntoId: { in: [...ids] } }] },
    select: { id: true, mergedIntoId: true },
  });
  return new Set(rows.flatMap(({ id, mergedIntoId }) => [id, ...(mergedIntoId === null ? [] : [mergedIntoId])]));
}

/** The records that do not stand as the run left them; their history may tell, or only their present state. */
async function changedSince(tx: Tx, run: number): Promise<ChangedRecord[]> {
  const changed: ChangedRecord[] = [];
  for await (const page of changesOf(tx, run, ['created', 'updated'])) {
    const ids = page.map(({ enterpriseId }) => enterpriseId);
    const stored = await readInputs(tx, ids);
    const merged = await mergedAmong(tx, ids);
    for (const { enterpriseId, after } of page) {
      const present = stored.get(enterpriseId)?.input;
      // What belongs to a source itself may have moved with another record that names it.
      if (after && present && isSameRecord(after, present, false) && !merged.has(enterpriseId)) continue;
      changed.push({ id: enterpriseId, name: present?.nameSr ?? after?.nameSr ?? '' });
    }
  }
  return changed.sort((a, b) => a.id - b.id);
}
