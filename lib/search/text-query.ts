import { isStopWord, joinFolded, stems, type Token, tokenize } from '@/lib/serbian';
import { MAX_TEXT_LENGTH, MIN_PREFIX } from './limits';
import type { HighlightTerms, TextProblem } from './schema';

/** One word that every hit must have, in any of its forms. Offsets are UTF-16 units in the text as typed. */
export interface QueryWord {
  fold: string;
  stems: readonly string[];
  start: number;
  end: number;
  /** Also stands for the words that begin with it. */
  prefix: boolean;
  /** This word and the one before it written as one, where nothing stands between them. */
  joinedWithPrevious: string | null;
}

/** Words that must follow each other exactly as written. */
export interface QueryPhrase {
  words: readonly Token[];
}

/** A text, understood. Every word and phrase must match, and none of the excluded ones may. */
export interface TextQuery {
  words: QueryWord[];
  phrases: QueryPhrase[];
  /** Excluded: one word in any of its forms, or several as a phrase. */
  excluded: QueryPhrase[];
}

export type ParsedText =
  | { kind: 'everything' }
  | { kind: 'problem'; problem: TextProblem }
  | { kind: 'query'; query: TextQuery };

/**
 * Reads what a visitor typed: words, "phrases" in any quotes, -exclusions. Total: whatever comes, it gives a query,
 * everything (for a text of spaces), or the reason why there is nothing to search for. A quote that never closes is
 * no quote. Stop words count in phrases only, and where there is nothing else.
 */
export function parseText(text: string): ParsedText {
  if (text.trim() === '') return { kind: 'everything' };
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'problem', problem: 'tooLong' };
  const tokens = tokenize(text);
  if (tokens.length === 0) return { kind: 'problem', problem: 'nothingToSearch' };

  const groups = findGroups(text).map((group) => ({
    ...group,
    words: tokens.filter((token) => token.start >= group.start && token.start < group.end),
  }));
  const isGrouped = (token: Token) => groups.some((group) => token.start >= group.start && token.start < group.end);
  const query: TextQuery = {
    words: toWords(
      tokens.filter((token) => !isGrouped(token)),
      tokens.at(-1),
    ),
    phrases: groups.filter((group) => !group.excluded && group.words.length > 0),
    excluded: groups.filter((group) => group.excluded && group.words.some((word) => !isStopWord(word.fold))),
  };
  if (query.words.length + query.phrases.length > 0) return { kind: 'query', query };
  return { kind: 'problem', problem: query.excluded.length > 0 ? 'onlyExclusions' : 'nothingToSearch' };
}

function toWords(plain: readonly Token[], last: Token | undefined): QueryWord[] {
  const telling = plain.filter((token) => !isStopWord(token.fold));
  const kept = telling.length > 0 ? telling : plain;
  return kept.map((token) => {
    const before = plain[plain.indexOf(token) - 1];
    return {
      fold: token.fold,
      stems: stems(token.fold),
      start: token.start,
      end: token.end,
      prefix: token === last && token.fold.length >= MIN_PREFIX,
      joinedWithPrevious: before ? joinFolded(before.fold, token.fold) : null,
    };
  });
}

/** A stretch of the text that belongs together: a phrase in quotes, or what a minus excludes. */
interface Group {
  start: number;
  end: number;
  excluded: boolean;
}

const OPENING = /["„“”«»]/u;
const CLOSING: Readonly<Record<string, RegExp>> = {
  '"': /["“”]/u,
  '„': /[“”"]/u,
  '“': /[”“"]/u,
  '”': /[”"]/u,
  '«': /[»"]/u,
  '»': /[«»"]/u,
};
const MINUS = /[-–—−]/u;

function findGroups(text: string): Group[] {
  const groups: Group[] = [];
  let at = 0;
  let excluded = false;
  while (at < text.length) {
    const sign = text.charAt(at);
    const startsWord = at === 0 || /\s/u.test(text.charAt(at - 1));
    if (MINUS.test(sign) && startsWord && /\S/u.test(text.charAt(at + 1)) && !MINUS.test(text.charAt(at + 1))) {
      excluded = true;
      at++;
      continue;
    }
    const closing = OPENING.test(sign) ? findClosing(text, at) : -1;
    if (closing > at) {
      groups.push({ start: at + 1, end: closing, excluded });
      at = closing + 1;
    } else if (excluded) {
      const end = wordEnd(text, at);
      groups.push({ start: at, end, excluded });
      at = end;
    } else {
      at++;
    }
    excluded = false;
  }
  return groups;
}

function findClosing(text: string, opening: number): number {
  const closing = CLOSING[text.charAt(opening)];
  const found = closing ? text.slice(opening + 1).search(closing) : -1;
  return found < 0 ? -1 : opening + 1 + found;
}

function wordEnd(text: string, start: number): number {
  const space = text.slice(start).search(/\s/u);
  return space < 0 ? text.length : start + space;
}

/** The same query with its last word as a whole word only. */
export function withoutPrefix(query: TextQuery): TextQuery {
  return { ...query, words: query.words.map((word) => ({ ...word, prefix: false })) };
}

/** What of the shown texts the query matched. */
export function toHighlightTerms({ words, phrases }: TextQuery): HighlightTerms {
  const inPhrases = phrases
    .flatMap((phrase) => phrase.words.map((word) => word.fold))
    .filter((word) => !isStopWord(word));
  const joined = words.flatMap((word) => (word.joinedWithPrevious === null ? [] : [word.joinedWithPrevious]));
  return {
    words: [...new Set([...words.map((word) => word.fold), ...inPhrases, ...joined])],
    stems: [...new Set([...words.flatMap((word) => word.stems), ...joined.flatMap(stems)])],
    prefix: words.find((word) => word.prefix)?.fold ?? null,
  };
}
