/** How many rows a load added and corrected. */
export interface ReferenceChanges {
  added: number;
  changed: number;
}

/**
 * Which of the wanted rows are missing among the existing ones, and which differ in one of their own fields.
 * Fields that only the table has (an automatic id) do not count.
 */
export function toChanges<Row extends object>(
  wanted: readonly Row[],
  existing: readonly Row[],
  identity: (row: Row) => string,
): { added: Row[]; changed: Row[] } {
  const known = new Map(existing.map((row) => [identity(row), row]));
  const added: Row[] = [];
  const changed: Row[] = [];
  for (const row of wanted) {
    const before = known.get(identity(row));
    if (!before) added.push(row);
    else if (differs(row, before)) changed.push(row);
  }
  return { added, changed };
}

function differs<Row extends object>(row: Row, before: Row): boolean {
  return (Object.keys(row) as (keyof Row)[]).some((field) => row[field] !== before[field]);
}
