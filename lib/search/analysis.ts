import { isStopWord, joinFolded, stem, stemEnglish, tokenize } from '@/lib/serbian';

/**
 * What the full-text index holds of a text: its folded words in order, then the stems of those that carry meaning,
 * then (for names and labels) every two neighbours written as one word. Stems begin with `_`, which no word has, so
 * that forms and stems share one column and a phrase never runs from one text into the next.
 */
export const STEM_MARK = '_';

/** A text of a record, and whether its words are also found written together (`Lice ulice` as `liceulice`). */
export interface IndexedText {
  text: string;
  joined: boolean;
}

/** The tokens of some texts of one field, ready for the index. */
export function toIndexTokens(texts: readonly IndexedText[]): string {
  return texts
    .map(tokensOf)
    .filter((tokens) => tokens !== '')
    .join(' ');
}

function tokensOf({ text, joined }: IndexedText): string {
  const forms = tokenize(text).map((token) => token.fold);
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
