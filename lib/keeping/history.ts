import 'server-only';
import type { Tx } from '@/lib/db';
import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { isRevertible } from './commands/revert-change';
import { differingParts } from './parts';
import { HISTORY_PAGE, type HistoryStep } from './schema';

/** The history of a record, the newest first. @param page 1-based */
export async function historyOf(
  tx: Tx,
  enterpriseId: number,
  page: number,
): Promise<{ steps: HistoryStep[]; total: number }> {
  const where = { enterpriseId };
  const rows = await tx.recordChange.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: (page - 1) * HISTORY_PAGE,
    take: HISTORY_PAGE,
  });
  const ids = rows.flatMap(({ actor }) => staffIdOf(actor) ?? []);
  const people = await tx.staffUser.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const steps = rows.map((row) => {
    const staffId = staffIdOf(row.actor);
    const [before, after] = [toState(row.before), toState(row.after)];
    const details = JSON.parse(row.details ?? '{}') as { other?: number; into?: number };
    return {
      ...{ id: row.id, at: row.at, kind: row.kind, run: row.runId, note: row.note, before, after },
      who: staffId === null ? null : (names.get(staffId) ?? null),
      program: staffId === null ? row.actor : null,
      other: details.other ?? details.into ?? null,
      parts: before && after ? differingParts(before, after).map(({ key }) => key) : [],
      isRevertible: isRevertible(row.kind, row.before, row.after),
    };
  });
  return { steps, total: await tx.recordChange.count({ where }) };
}

export function staffIdOf(actor: string): string | null {
  return actor.startsWith('staff:') ? actor.slice('staff:'.length) : null;
}

function toState(json: string | null): EnterpriseInput | null {
  return json === null ? null : (JSON.parse(json) as EnterpriseInput);
}
