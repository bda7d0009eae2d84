/** The fold of two words written as one: a `d` that meets a `j` is a `dj`, which the fold takes to `d`. */
export function joinFolded(first: string, second: string): string {
  const joined = first + second;
  return joined.includes('dj') ? joined.replace(/dj+/g, 'd') : joined;
}

/** Every two neighbours written as one: `lice ulice` gives `liceulice`. Takes and gives folded words. */
export function joinNeighbours(folded: readonly string[]): string[] {
  return folded.slice(1).map((word, at) => joinFolded(folded[at] ?? '', word));
}

/**
 * The ways to write a folded word as two that `isWord` knows: `liceulice` gives `['lice', 'ulice']`.
 * Parts have at least two letters; the most even split comes first.
 */
export function splitFolded(folded: string, isWord: (part: string) => boolean): [string, string][] {
  const splits: [string, string][] = [];
  for (let at = 2; at <= folded.length - 2; at++) {
    const parts: [string, string] = [folded.slice(0, at), folded.slice(at)];
    if (isWord(parts[0]) && isWord(parts[1])) splits.push(parts);
  }
  const unevenness = ([first, second]: [string, string]) => Math.abs(first.length - second.length);
  return splits.sort((a, b) => unevenness(a) - unevenness(b));
}
