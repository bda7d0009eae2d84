import { isStopWord, joinFolded, stem, stemEnglish, type Token, tokenize } from '@/lib/serbian';
import type { VocabularyWord } from './search-index';

/**
 * What the full-text index holds of a text: its folded words in order, then the stems of those that carry meaning,
 * then (for names and labels) every two neighbours written as one word. Stems begin with `_`, which no word has, so
 * that forms and stems share one column and a phrase never runs from one text into the next.
 */
export const STEM_MARK = '_';

/** Shorter words, and those with digits, are never corrected, nor is anything corrected to them. */
const SPELT_WORD = /^\p{L}{3,}$/u;

/** Counts the words of records as they are indexed: what spelling is corrected by. */
export class WordTally {
  readonly #words = new Map<string, { records: number; written: Map<string, number> }>();
  #ofRecord = new Set<string>();

  see({ fold, text }: Token): void {
    if (!SPELT_WORD.test(fold)) return;
    const word = this.#words.get(fold) ?? { records: 0, written: new Map<string, number>() };
    this.#words.set(fold, word);
    word.written.set(text, (word.written.get(text) ?? 0) + 1);
    if (this.#ofRecord.has(fold)) return;
    this.#ofRecord.add(fold);
    word.records++;
  }

  endRecord(): void {
    this.#ofRecord = new Set();
  }

  /** Every folded word with the number of records that have it, and the way in which it is most often written. */
  words(): VocabularyWord[] {
    return [...this.#words].map(([word, { records, written }]) => {
      const [[mostFrequent] = [word]] = [...written].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return { word, records, written: mostFrequent };
    });
  }
}

/** A text of a record, and whether its words are also found written together (`Lice ulice` as `liceulice`). */
export interface IndexedText {
  text: string;
  joined: boolean;
}

/**
 * The tokens of some texts of one field, ready for the index.
 * @param words is shown every word of the texts
 */
export function toIndexTokens(texts: readonly IndexedText[], words: WordTally): string {
  return texts
    .map((text) => tokensOf(text, words))
    .filter((tokens) => tokens !== '')
    .join(' ');
}

/** A text as the index has it, and its words as written. */
interface Analysed {
  indexed: string;
  words: readonly Token[];
}

// Labels and places come again with every record that has them.
const TEXTS_KEPT = 5_000;
const analysed = new Map<string, Analysed>();

function tokensOf({ text, joined }: IndexedText, tally: WordTally): string {
  const known = joined ? analysed.get(text) : undefined;
  const { indexed, words } = known ?? analyse(text, joined);
  if (joined && !known) {
    if (analysed.size >= TEXTS_KEPT) analysed.clear();
    analysed.set(text, { indexed, words });
  }
  for (const word of words) tally.see(word);
  return indexed;
}

function analyse(text: string, joined: boolean): Analysed {
  const words = tokenize(text);
  return {
    indexed: toIndexed(
      words.map((word) => word.fold),
      joined,
    ),
    words,
  };
}

function toIndexed(forms: readonly string[], joined: boolean): string {
  if (forms.length === 0) return '';
  const parts = [forms.join(' '), ...forms.filter((form) => !isStopWord(form)).map(markedStems)];
  if (joined) {
    for (let at = 1; at < forms.length; at++) {
      const pair = joinFolded(forms[at - 1] ?? '', forms[at] ?? '');
      parts.push(pair, markedStems(pair));
    }
  }
  // The mark alone ends the text: a phrase finds nothing across it.
  parts.push(STEM_MARK);
  return parts.join(' ');
}

// A rebuild meets the same few ten thousand words again and again, and a stem costs more than a look-up.
const STEMS_KEPT = 50_000;
const stemsOf = new Map<string, string>();

function markedStems(form: string): string {
  const known = stemsOf.get(form);
  if (known !== undefined) return known;
  const english = stemEnglish(form);
  // An English stem that is the word itself would only count the form twice; a plural's also finds the form.
  const marked = [stem(form), ...(english === form ? [] : [english])].map((one) => STEM_MARK + one).join(' ');
  if (stemsOf.size >= STEMS_KEPT) stemsOf.clear();
  stemsOf.set(form, marked);
  return marked;
}
