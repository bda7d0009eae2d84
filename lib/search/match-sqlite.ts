import { isStopWord, joinFolded, stem, stemEnglish } from '@/lib/serbian';
import { STEM_MARK } from './analysis';
import type { QueryPhrase, QueryWord, TextQuery } from './text-query';

/** Expressions of SQLite's FTS5. Every word stands in quotes, so nothing that is typed is ever an operator. */

const quoted = (token: string) => `"${token.replaceAll('"', '')}"`;
const stemmed = (key: string) => quoted(STEM_MARK + key);
const beginning = (form: string) => `${quoted(form)}*`;

/** The expression that finds the records of a query. */
export function toMatchExpression({ words, phrases, excluded }: TextQuery): string {
  const wanted = [
    ...words.map((word, at) => wordExpression(word, words[at + 1])),
    ...phrases.map(phraseExpression),
  ].join(' AND ');
  if (excluded.length === 0) return wanted;
  return `(${wanted}) NOT (${excluded.map(exclusionExpression).join(' OR ')})`;
}

/** The expression that finds the records in whose names the words stand; null when there is nothing to find. */
export function toNameExpression({ words, phrases }: TextQuery): string | null {
  if (words.length + phrases.length === 0) return null;
  return `{name other} : (${toMatchExpression({ words, phrases, excluded: [] })})`;
}

/**
 * A word in any of its forms, or as part of a word in which it and its neighbour are written together. Forms need
 * no look-up of their own: whoever has the form has its stem, and stop words, which have none, stand alone.
 */
function wordExpression(word: QueryWord, next: QueryWord | undefined): string {
  const alternatives = wholeWord(word.fold);
  if (word.prefix) alternatives.push(beginning(word.fold));
  if (word.joinedWithPrevious !== null) alternatives.push(...joinedExpressions(word.joinedWithPrevious, word.prefix));
  if (next && next.joinedWithPrevious === joinFolded(word.fold, next.fold)) {
    alternatives.push(...joinedExpressions(next.joinedWithPrevious, next.prefix));
  }
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' OR ')})`;
}

function joinedExpressions(joined: string, prefix: boolean): string[] {
  return [...wholeWord(joined), ...(prefix ? [beginning(joined)] : [])];
}

/** The forms of a word: by its Serbian stem, and by its English one, under which plurals stand (`analysis.ts`). */
function wholeWord(form: string): string[] {
  if (isStopWord(form)) return [quoted(form)];
  const english = stemEnglish(form);
  const keys = [...new Set([stem(form), english])].map(stemmed);
  return english === form ? keys : [...keys, quoted(english)];
}

function phraseExpression({ words }: QueryPhrase): string {
  return quoted(words.map((word) => word.fold).join(' '));
}

function exclusionExpression(phrase: QueryPhrase): string {
  const [first, ...others] = phrase.words;
  if (first && others.length === 0) return wholeWord(first.fold).join(' OR ');
  return phraseExpression(phrase);
}
