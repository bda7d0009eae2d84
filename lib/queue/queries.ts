import 'server-only';
import type Database from 'better-sqlite3';
import { authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { can } from '@/lib/accounts/permissions';
import { reader } from '@/lib/db';
import { databaseFile } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import type { State } from '@/lib/moderation/rules';
import { themesSeenBy } from '@/lib/moderation/scope';
import { ok, type Result } from '@/lib/shared/result';
import { toDay } from '@/lib/submissions/calendar';
import { QUEUE_VIEWS, type QueueFilter, type QueueView } from './filter';
import { KIND_NAMES, kindsFor, type QueueKind } from './kinds';
import { type Looker, type QueueCursor, type Sql, selectCounts, selectPart } from './queue-sqlite';

/** One thing that waits, as the list shows it. */
export interface QueueRow {
  id: number;
  source: string;
  objectId: number;
  reference: string;
  kind: QueueKind;
  state: State;
  title: string;
  organisation: string | null;
  place: string | null;
  districtCode: string | null;
  locale: Locale;
  spamScore: number;
  since: Date;
  /** Day of the promise; 9999-12-31 where there is none. */
  dueOn: string;
  holderId: string | null;
  assigneeId: string | null;
  ownerId: string | null;
}

export interface QueuePage {
  rows: QueueRow[];
  /** Where the next page begins, for the address; null on the last one. */
  next: string | null;
  counts: Record<QueueView, number>;
}

export const PAGE_ROWS = 25;

/**
 * A page of what waits for this person: first what is theirs, then by the nearest promise. What their rights give them
 * nothing to do with is not there. Needs the right `readQueue`.
 * @param after `next` of the page before; nonsense is the first page
 */
export function listQueue(
  staff: Staff,
  filter: QueueFilter,
  { after = null, now = new Date(), limit = PAGE_ROWS }: { after?: string | null; now?: Date; limit?: number } = {},
): Result<QueuePage, Refusal> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const looker = lookerOf(staff, now);
  const rows = selectRows(filter, looker, readCursor(after), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    rows: shown.map(toRow),
    next: rows.length > limit && last ? writeCursor(last, looker.staffId) : null,
    counts: countQueue(filter, looker),
  });
}

/** Whoever looks at the queue, and which of its kinds are theirs to see. */
export function lookerOf(staff: Staff, now: Date): Looker {
  const kinds = kindsFor((action) => can(staff, action));
  return { staffId: staff.id, themes: themesSeenBy(staff), today: toDay(now), kinds };
}

function selectRows(filter: QueueFilter, looker: Looker, after: QueueCursor | null, limit: number): RawRow[] {
  const own = after === null || after.own ? all(selectPart(filter, looker, { own: true, after, limit })) : [];
  if (own.length >= limit) return own;
  const rest = { own: false, after: after?.own ? null : after, limit: limit - own.length };
  return [...own, ...all(selectPart(filter, looker, rest))];
}

/** Counts that were made since the last write of anybody; a count takes a look at all that waits. */
const counted = { of: '', counts: new Map<string, Record<QueueView, number>>() };

function countQueue(filter: QueueFilter, looker: Looker): Record<QueueView, number> {
  const { text, values } = selectCounts(filter, looker);
  // Changes with every commit of another connection, and this one never writes.
  const state = `${databaseFile()} ${reader().pragma('data_version', { simple: true })}`;
  if (state !== counted.of) Object.assign(counted, { of: state, counts: new Map() });
  const asked = JSON.stringify([text, values]);
  const known = counted.counts.get(asked);
  if (known) return known;
  const row = statement(text).get(...values) as Record<QueueView, number> | undefined;
  const counts = Object.fromEntries(QUEUE_VIEWS.map((view) => [view, row?.[view] ?? 0])) as Record<QueueView, number>;
  counted.counts.set(asked, counts);
  return counts;
}

/** Statements of the queue by their text, which is one for each choice of filters: to prepare one costs more than to run it. */
const statements = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();
const MOST_STATEMENTS = 200;

function statement(text: string, connection = reader()): Database.Statement<unknown[]> {
  const kept = statements.get(connection);
  const known = kept && kept.size < MOST_STATEMENTS ? kept : new Map<string, Database.Statement<unknown[]>>();
  statements.set(connection, known);
  const made = known.get(text) ?? connection.prepare<unknown[]>(text).safeIntegers(false);
  known.set(text, made);
  return made;
}

/** Kinds of stories that are taken one after the other; all else is looked up when somebody wants to. */
const WORK: readonly QueueKind[] = KIND_NAMES.filter(
  (kind) => !['hidden', 'publish', 'scheduled', 'spam', 'suggestion'].includes(kind),
);

/**
 * The next thing that this person can work on: theirs first, then the nearest promise; nothing that somebody else has or was
 * given. Needs the right `readQueue`.
 * @param after id of the story that they come from, which is not offered again; null for none
 * @param on connection of a transaction, to see what it has written already
 */
export function nextInQueue(
  staff: Staff,
  filter: QueueFilter,
  after: number | null,
  now = new Date(),
  on?: Database.Database,
): Result<QueueRow | null, Refusal> {
  const allowed = authorise(staff, 'readQueue', now);
  if (!allowed.ok) return allowed;
  const asked = filter.kind !== null || filter.view === 'publish' || filter.view === 'spam';
  const looker = lookerOf(staff, now);
  const mine = { ...looker, kinds: asked ? looker.kinds : looker.kinds.filter((kind) => WORK.includes(kind)) };
  const extra: Sql = {
    text: `q.source = 'story' AND q.objectId <> ? AND (q.holderId IS NULL OR q.holderId = ?) AND (q.assigneeId IS NULL OR q.assigneeId = ?)`,
    values: [after ?? -1, staff.id, staff.id],
  };
  for (const own of [true, false]) {
    const [row] = all(selectPart(filter, mine, { own, after: null, limit: 1, extra }), on);
    if (row) return ok(toRow(row));
  }
  return ok(null);
}

type RawRow = Omit<QueueRow, 'since'> & { since: string };

function all({ text, values }: Sql, on?: Database.Database): RawRow[] {
  return statement(text, on).all(...values) as RawRow[];
}

function toRow({ since, ...row }: RawRow): QueueRow {
  return { ...row, since: new Date(since) };
}

function writeCursor({ dueOn, since, id, ownerId }: RawRow, staffId: string): string {
  return Buffer.from(JSON.stringify([Number(ownerId === staffId), dueOn, since, id])).toString('base64url');
}

function readCursor(text: string | null): QueueCursor | null {
  try {
    const [own, dueOn, since, id] = JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as unknown[];
    if (typeof dueOn !== 'string' || typeof since !== 'string' || !Number.isSafeInteger(id)) return null;
    return { own: own === 1, dueOn, since, id: id as number };
  } catch {
    return null;
  }
}
