import { joinFolded, stems, tokenize } from '@/lib/serbian';
import type { SearchIndex } from './search-index';

/** Records looked into for the way in which a word is written. */
const TEXTS_OF_RECORDS = 25;

/** The words of the index, read when a spelling has to be corrected for the first time. */
export class Vocabulary {
  readonly #index: SearchIndex;
  #words: Map<string, number> | undefined;
  #byLength: Map<number, string[]> | undefined;
  readonly #written = new Map<string, string>();

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  /** In how many records a folded word stands; 0 when it is not in the index. */
  recordsWith(word: string): number {
    return this.#load().get(word) ?? 0;
  }

  has(word: string): boolean {
    return this.#load().has(word);
  }

  /** The words of a length. */
  ofLength(length: number): readonly string[] {
    this.#byLength ??= groupByLength(this.#load().keys());
    return this.#byLength.get(length) ?? [];
  }

  /** How a folded word is most often written in the records: "cacak" is „Čačak“. */
  writtenForm(word: string): string {
    const known = this.#written.get(word);
    if (known !== undefined) return known;
    const written = mostFrequent(
      this.#index.textsWith(word, TEXTS_OF_RECORDS).flatMap((text) => spellings(text, word)),
    );
    this.#written.set(word, written ?? word);
    return written ?? word;
  }

  #load(): Map<string, number> {
    this.#words ??= new Map(this.#index.vocabulary().map(({ word, records }) => [word, records]));
    return this.#words;
  }
}

function groupByLength(words: Iterable<string>): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    const group = groups.get(word.length);
    if (group) group.push(word);
    else groups.set(word.length, [word]);
  }
  return groups;
}

/** Every way in which a text writes a folded word; two words where the index joined them. */
function spellings(text: string, word: string): string[] {
  const tokens = tokenize(text);
  return tokens.flatMap((token, at) => {
    if (token.fold === word) return [token.text];
    const next = tokens[at + 1];
    return next && joinFolded(token.fold, next.fold) === word ? [text.slice(token.start, next.end)] : [];
  });
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))[0]?.[0];
}

/** Whether two folded words are forms of one word. */
export function isSameWord(a: string, b: string): boolean {
  const stemsOfB = stems(b);
  return stems(a).some((stem) => stemsOfB.includes(stem));
}
