import { joinFolded, stems, type Token, tokenize } from '@/lib/serbian';
import type { HighlightTerms } from './schema';

/** A piece of a text; the pieces put together are the text. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/** Cuts a text, as written in any script, into pieces that the search matched and pieces that it did not. */
export function markMatches(text: string, terms: HighlightTerms): MarkedPiece[] {
  if (terms.words.length + terms.stems.length === 0 && terms.prefix === null) return [{ text, marked: false }];
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const span of findSpans(text, terms)) {
    if (span.start > end) pieces.push({ text: text.slice(end, span.start), marked: false });
    pieces.push({ text: text.slice(span.start, span.end), marked: true });
    end = span.end;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

function findSpans(text: string, terms: HighlightTerms): { start: number; end: number }[] {
  const words = new Set(terms.words);
  const wantedStems = new Set(terms.stems);
  const isMatch = ({ fold }: Token) =>
    words.has(fold) ||
    (terms.prefix !== null && fold.startsWith(terms.prefix)) ||
    stems(fold).some((stem) => wantedStems.has(stem));

  const tokens = tokenize(text);
  const spans: { start: number; end: number }[] = [];
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const last = spans.at(-1);
    if (next && words.has(joinFolded(token.fold, next.fold))) spans.push({ start: token.start, end: next.end });
    else if ((!last || token.start >= last.end) && isMatch(token)) spans.push({ start: token.start, end: token.end });
  });
  return mergeOverlaps(spans);
}

/** Two pairs may share a word (`a b c` for `ab` and `bc`). */
function mergeOverlaps(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
