import { editDistance, fold } from '@/lib/serbian';
import { COLUMNS, type Column } from './columns';

/** A column's name as it is compared: without case, blanks, hyphens and underscores. */
export function columnKey(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}

const BY_KEY: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) =>
    [column.name, ...(column.aliases ?? [])].map((name) => [columnKey(name), column] as const),
  ),
);

/** The column of the table that a header means; null for one that we do not know. */
export function findColumn(header: string): Column | null {
  return BY_KEY.get(columnKey(header)) ?? null;
}

export function countKnownColumns(headers: readonly string[]): number {
  return headers.filter((header) => findColumn(header) !== null).length;
}

/** The known name that is most like an unknown one, for a hint; null when none is. */
export function nearestColumn(header: string): string | null {
  const key = columnKey(header);
  const limit = Math.max(1, Math.floor(key.length / 3));
  const near = [...BY_KEY.entries()]
    .map(([known, column]) => ({ name: column.name, distance: editDistance(key, known, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name ?? null;
}
