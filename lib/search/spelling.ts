import { editDistance, hasCyrillic, isStopWord, splitFolded, toCyrillic, toLatin } from '@/lib/serbian';
import type { SearchIndex } from './search-index';
import { parseText, type QueryWord, type TextQuery } from './text-query';
import { isSameWord, type Vocabulary } from './vocabulary';

/** Words shorter than this have too many neighbours to be corrected; from the second length on, two edits are forgiven. */
const ONE_EDIT_FROM = 4;
const TWO_EDITS_FROM = 8;

/** Candidates tried for each word, and combinations tried in all. */
const CANDIDATES = 6;
const COMBINATIONS = 40;

/** Longer texts are not corrected: looking for the neighbours of many words would cost more than a visitor waits. */
const MOST_WORDS = 8;

/** The shortest part of a word that is taken apart. */
const MIN_PART = 3;

export interface Correction {
  text: string;
  query: TextQuery;
}

/** What may stand instead of a word. */
interface Candidate {
  word: QueryWord;
  /** As it will be written into the text. */
  written: string;
}

/**
 * Corrects a text that finds nothing, by the words of the index itself.
 *
 * First the words that find nothing alone: each is replaced by its nearest neighbours of one edit (words of 4 to 7
 * letters) or two (longer ones), or taken apart into two words of the index. Where all words find something, but
 * not together, one of them may be a slip that made another word (kuda for kuća): it is replaced only by a word of
 * one edit that stands in more records. A correction counts only when it finds something.
 * @returns null when there is nothing better to offer
 */
export function correctSpelling(
  text: string,
  query: TextQuery,
  index: SearchIndex,
  vocabulary: Vocabulary,
): Correction | null {
  const words = [...query.words, ...query.phrases.flatMap((phrase) => phrase.words.map(asWord))].filter(
    (word) => !isStopWord(word.fold),
  );
  if (words.length > MOST_WORDS) return null;
  const unknown = words.filter((word) => index.count({ words: [word], phrases: [], excluded: [] }) === 0);
  const attempts =
    unknown.length > 0
      ? combinations(unknown.map((word) => unknownWordCandidates(word, vocabulary)))
      : words.flatMap((word) => slipCandidates(word, vocabulary).map((candidate) => [candidate]));

  const script = hasCyrillic(text) ? toCyrillic : toLatin;
  for (const attempt of attempts.slice(0, COMBINATIONS)) {
    const corrected = replaceWords(text, attempt, script);
    const parsed = parseText(corrected);
    if (parsed.kind === 'query' && index.count(parsed.query) > 0) return { text: corrected, query: parsed.query };
  }
  return null;
}

function asWord(token: { fold: string; start: number; end: number }): QueryWord {
  // A word in a phrase is looked for in this form alone.
  return { ...token, stems: [token.fold], prefix: true, joinedWithPrevious: null };
}

function unknownWordCandidates(word: QueryWord, vocabulary: Vocabulary): Candidate[] {
  const maxEdits = word.fold.length < ONE_EDIT_FROM ? 0 : word.fold.length < TWO_EDITS_FROM ? 1 : 2;
  const neighbours = nearest(word.fold, maxEdits, vocabulary)
    .slice(0, CANDIDATES)
    .map((form) => ({ word, written: vocabulary.writtenForm(form) }));
  const isPart = (part: string) => part.length >= MIN_PART && !isStopWord(part) && vocabulary.has(part);
  const parts = splitFolded(word.fold, isPart)
    .slice(0, 2)
    .map((pair) => ({ word, written: pair.map((part) => vocabulary.writtenForm(part)).join(' ') }));
  return [...neighbours, ...parts];
}

function slipCandidates(word: QueryWord, vocabulary: Vocabulary): Candidate[] {
  if (word.fold.length < ONE_EDIT_FROM) return [];
  const known = vocabulary.recordsWith(word.fold);
  return nearest(word.fold, 1, vocabulary)
    .filter((form) => vocabulary.recordsWith(form) > known && !isSameWord(form, word.fold))
    .slice(0, CANDIDATES)
    .map((form) => ({ word, written: vocabulary.writtenForm(form) }));
}

/** Words of the index within some edits: fewest edits first, then the same first letter, then the commonest. */
function nearest(word: string, maxEdits: number, vocabulary: Vocabulary): string[] {
  const found: { form: string; edits: number; sameStart: boolean; records: number }[] = [];
  for (let length = word.length - maxEdits; length <= word.length + maxEdits; length++) {
    for (const form of vocabulary.ofLength(length)) {
      const edits = editDistance(word, form, maxEdits);
      if (edits === 0 || edits > maxEdits || isStopWord(form)) continue;
      found.push({ form, edits, sameStart: form[0] === word[0], records: vocabulary.recordsWith(form) });
    }
  }
  found.sort(
    (a, b) =>
      a.edits - b.edits ||
      Number(b.sameStart) - Number(a.sameStart) ||
      b.records - a.records ||
      (a.form < b.form ? -1 : 1),
  );
  return found.map(({ form }) => form);
}

/** One candidate for each word, in every combination; the best of each first. None when a word has no candidate. */
function combinations(candidates: readonly Candidate[][]): Candidate[][] {
  let all: { picks: Candidate[]; rank: number }[] = [{ picks: [], rank: 0 }];
  for (const ofWord of candidates) {
    all = all
      .flatMap(({ picks, rank }) => ofWord.map((candidate, at) => ({ picks: [...picks, candidate], rank: rank + at })))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, COMBINATIONS);
  }
  return all.map(({ picks }) => picks);
}

function replaceWords(text: string, candidates: readonly Candidate[], script: (written: string) => string): string {
  const inOrder = [...candidates].sort((a, b) => b.word.start - a.word.start);
  return inOrder.reduce(
    (result, { word, written }) => result.slice(0, word.start) + script(written) + result.slice(word.end),
    text,
  );
}
