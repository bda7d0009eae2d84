import { stems } from '@/lib/serbian';
import type { SearchIndex, VocabularyWord } from './search-index';

/** The words of the index, read when a spelling has to be corrected for the first time. */
export class Vocabulary {
  readonly #index: SearchIndex;
  #words: Map<string, VocabularyWord> | undefined;
  #byLength: Map<number, string[]> | undefined;

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  /** In how many records a folded word stands; 0 when the index has never met it. */
  recordsWith(word: string): number {
    return this.#load().get(word)?.records ?? 0;
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
    return this.#load().get(word)?.written ?? word;
  }

  #load(): Map<string, VocabularyWord> {
    this.#words ??= new Map(this.#index.vocabulary().map((word) => [word.word, word]));
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

/** Whether two folded words are forms of one word. */
export function isSameWord(a: string, b: string): boolean {
  const stemsOfB = stems(b);
  return stems(a).some((stem) => stemsOfB.includes(stem));
}
