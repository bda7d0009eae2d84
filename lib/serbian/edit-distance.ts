/**
 * Damerau-Levenshtein distance in its optimal string alignment form (a swap of neighbours is one edit, and no
 * letter is edited twice), in UTF-16 units. Answers `max + 1` as soon as the distance is known to be larger.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const over = max + 1;
  if (max < 1 || long.length - short.length > max) return over;

  let head = 0;
  while (head < short.length && short.charCodeAt(head) === long.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < short.length - head &&
    short.charCodeAt(short.length - 1 - tail) === long.charCodeAt(long.length - 1 - tail)
  )
    tail++;
  const rows = short.length - head - tail;
  const columns = long.length - head - tail;
  if (rows === 0) return columns;

  let beforeLast = new Array<number>(columns + 1).fill(over);
  let last = Array.from({ length: columns + 1 }, (_, column) => column);
  let current = new Array<number>(columns + 1).fill(over);
  for (let row = 1; row <= rows; row++) {
    const left = Math.max(1, row - max);
    const right = Math.min(columns, row + max);
    current.fill(over);
    if (left === 1) current[0] = row;
    let least = current[0] ?? over;
    const letter = short.charCodeAt(head + row - 1);
    for (let column = left; column <= right; column++) {
      const other = long.charCodeAt(head + column - 1);
      let cost = Math.min(
        (last[column] ?? over) + 1,
        (current[column - 1] ?? over) + 1,
        (last[column - 1] ?? over) + (letter === other ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        letter === long.charCodeAt(head + column - 2) &&
        short.charCodeAt(head + row - 2) === other
      ) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? over) + 1);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > max) return over;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[columns] ?? over, over);
}
