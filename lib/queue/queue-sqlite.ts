import { fold } from '@/lib/serbian';
import type { QueueFilter } from './filter';
import type { QueueKind } from './kinds';

/** A part of an SQL statement with the values of its places. */
export interface Sql {
  text: string;
  values: (string | number)[];
}

/** A row after which a page begins: which part of the list, and the row's place in its order. */
export interface QueueCursor {
  own: boolean;
  dueOn: string;
  since: string;
  id: number;
}

/** Who looks, on which day (YYYY-MM-DD), and which kinds are theirs to see, of which kinds of practice (null: all). */
export interface Looker {
  staffId: string;
  themes: readonly string[] | null;
  today: string;
  kinds: readonly QueueKind[];
}

/** What the tab says. */
const VIEWS: Record<QueueFilter['view'], (looker: Looker) => Sql> = {
  all: () => ({ text: `1`, values: [] }),
  mine: ({ staffId }) => ({ text: `q.ownerId = ?`, values: [staffId] }),
  free: ({ staffId }) => ({
    text: `q.state = 'pending' AND q.holderId IS NULL AND (q.assigneeId IS NULL OR q.assigneeId = ?)`,
    values: [staffId],
  }),
  late: ({ today }) => ({ text: `q.redOn <= ?`, values: [today] }),
  publish: () => ({ text: `q.kind IN ('publish', 'scheduled')`, values: [] }),
  spam: () => ({ text: `q.kind = 'spam'`, values: [] }),
};

function and(parts: readonly Sql[]): Sql {
  return {
    text: parts.map(({ text }) => `(${text})`).join(' AND ') || '1',
    values: parts.flatMap(({ values }) => values),
  };
}

const equals = (column: string, value: string | null): Sql[] =>
  value === null ? [] : [{ text: `q.${column} = ?`, values: [value] }];

/** Everything of a filter but its tab. */
function narrowed({ kind, state, language, district, practice, person, q }: QueueFilter, looker: Looker): Sql {
  const kinds = looker.kinds.filter((one) => kind === null || one === kind);
  const words = fold(q).split(/\s+/).filter(Boolean);
  return and([
    { text: `q.kind IN (${kinds.map(() => '?').join(', ') || 'NULL'})`, values: [...kinds] },
    ...equals('state', state),
    ...equals('locale', language),
    ...equals('districtCode', district),
    ...(practice === null ? [] : [{ text: `instr(q.practiceTypes, ?) > 0`, values: [`|${practice}|`] }]),
    ...(person === null ? [] : [{ text: `q.holderId = ? OR q.assigneeId = ?`, values: [person, person] }]),
    ...words.map((word) => ({ text: `instr(q.searchText, ?) > 0`, values: [word] })),
    ...ofThemes(looker),
  ]);
}

/** What somebody sees who was given themes: stories of these, and whatever is theirs by name. */
function ofThemes({ themes, staffId }: Looker): Sql[] {
  if (themes === null) return [];
  const some = themes.map(() => `instr(q.practiceTypes, ?) > 0`);
  return [
    {
      text: [`q.holderId = ?`, `q.assigneeId = ?`, ...some].join(' OR '),
      values: [staffId, staffId, ...themes.map((code) => `|${code}|`)],
    },
  ];
}

function visible(filter: QueueFilter, looker: Looker): Sql {
  const hasSpam = filter.view === 'spam' || filter.kind === 'spam' || filter.state === 'spam';
  return and([
    narrowed(filter, looker),
    VIEWS[filter.view](looker),
    ...(hasSpam ? [] : [{ text: `q.kind <> 'spam'`, values: [] }]),
  ]);
}

const COLUMNS = `q.id, q.source, q.objectId, q.reference, q.kind, q.state, q.title, q.organisation, q.place, q.districtCode,
  q.locale, q.spamScore, q.since, q.dueOn, q.holderId, q.assigneeId, q.ownerId`;

/**
 * One part of the list: the rows that come first for this person (`own`), or the others; each by the nearest promise. Both
 * walk an index from where the last page ended, so that a page costs the same on every page of every archive.
 */
export function selectPart(
  filter: QueueFilter,
  looker: Looker,
  part: { own: boolean; after: QueueCursor | null; limit: number; extra?: Sql },
): Sql {
  const { own, after, limit, extra } = part;
  const where = and([
    own
      ? { text: `q.ownerId = ?`, values: [looker.staffId] }
      : { text: `q.ownerId IS NULL OR q.ownerId <> ?`, values: [looker.staffId] },
    visible(filter, looker),
    ...(extra ? [extra] : []),
    ...(after === null
      ? []
      : [{ text: `(q.dueOn, q.since, q.id) > (?, ?, ?)`, values: [after.dueOn, after.since, after.id] }]),
  ]);
  // Without the name SQLite may choose an index by the filter and sort the whole queue.
  const index = own ? 'QueueItem_ownerId_dueOn_since_id_idx' : 'QueueItem_dueOn_since_id_idx';
  return {
    text: `SELECT ${COLUMNS} FROM "QueueItem" q INDEXED BY "${index}" WHERE ${where.text}
      ORDER BY q.dueOn, q.since, q.id LIMIT ?`,
    values: [...where.values, limit],
  };
}

/** How many stand in each tab, under the other parts of the filter. */
export function selectCounts(filter: QueueFilter, looker: Looker): Sql {
  const where = narrowed(filter, looker);
  const sums = Object.entries(VIEWS).map(([view, of]) => {
    const part = of(looker);
    const text = view === 'spam' ? part.text : `(${part.text}) AND (q.kind <> 'spam' OR ${filter.kind === 'spam'})`;
    return { text: `total((${text})) AS "${view}"`, values: part.values };
  });
  return {
    text: `SELECT ${sums.map(({ text }) => text).join(', ')} FROM "QueueItem" q WHERE ${where.text}`,
    values: [...sums.flatMap(({ values }) => values), ...where.values],
  };
}
