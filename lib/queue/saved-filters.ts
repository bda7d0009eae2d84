import 'server-only';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { can } from '@/lib/accounts/permissions';
import { db } from '@/lib/db';
import { type StorageTrouble, writing } from '@/lib/db/write';
import { fail, ok, type Result } from '@/lib/shared/result';
import { countSigns, tidy } from '@/lib/submissions/values';
import { readQueueQuery, toQueueQuery } from './filter';

/** A filter of the queue under a name that the whole team sees. */
export interface SavedFilter {
  id: number;
  name: string;
  /** Query of the address. */
  query: string;
  /** Whether this person may take it away: who made it, and who may assign. */
  removable: boolean;
}

export const FILTER_NAME = { min: 2, max: 40 };
const MOST_FILTERS = 30;

export type SaveFilterError =
  | Refusal
  | StorageTrouble
  /** The name is too short or too long; it is taken; there are thirty already; nothing was filtered; it is gone. */
  | { code: 'filterName' | 'filterExists' | 'filtersFull' | 'filterEmpty' | 'filterGone' };

/** The filters of the team, by name. Needs the right `readQueue`. */
export async function listFilters(staff: Staff, now = new Date()): Promise<Result<SavedFilter[], Refusal>> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const order = new Intl.Collator('sr-Latn');
  const rows = await db().queueFilter.findMany({ select: { id: true, name: true, query: true, createdBy: true } });
  return ok(
    rows
      .map(({ createdBy, ...row }) => ({ ...row, removable: createdBy === staff.id || can(staff, 'assign') }))
      .sort((a, b) => order.compare(a.name, b.name)),
  );
}

/** Saves a filter for the team. Needs the right `readQueue`. */
export function saveFilter(
  staff: Staff,
  { name, query }: { name: string; query: string },
  now = new Date(),
): Promise<Result<{ id: number }, SaveFilterError>> {
  return writing<{ id: number }, SaveFilterError>(async (tx) => {
    const allowed = authorise(staff, 'readQueue', now);
    if (!allowed.ok) return allowed;
    const tidied = tidy(name).replace(/\s+/g, ' ');
    const length = countSigns(tidied, FILTER_NAME.max);
    if (length < FILTER_NAME.min || length > FILTER_NAME.max) return fail({ code: 'filterName' });
    const clean = toQueueQuery(readQueueQuery(query));
    if (clean === '') return fail({ code: 'filterEmpty' });
    if ((await tx.queueFilter.count({ where: { name: tidied } })) > 0) return fail({ code: 'filterExists' });
    if ((await tx.queueFilter.count()) >= MOST_FILTERS) return fail({ code: 'filtersFull' });
    const data = { name: tidied, query: clean, createdBy: staff.id, createdAt: now };
    return ok(await tx.queueFilter.create({ data, select: { id: true } }));
  });
}

/** Takes a filter away from the team: one's own, or anybody's with the right `assign`. */
export function removeFilter(staff: Staff, id: number, now = new Date()): Promise<Result<null, SaveFilterError>> {
  return writing<null, SaveFilterError>(async (tx) => {
    const allowed = authorise(staff, 'readQueue', now);
    if (!allowed.ok) return allowed;
    const found = await tx.queueFilter.findUnique({ where: { id }, select: { createdBy: true } });
    if (!found) return fail({ code: 'filterGone' });
    if (found.createdBy !== staff.id && !can(staff, 'assign')) return fail({ code: 'forbidden' });
    await tx.queueFilter.deleteMany({ where: { id } });
    return ok(null);
  });
}
