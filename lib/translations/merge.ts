import type { Segment } from './segments';

/** What an editor sent for one segment. */
export interface TypedSegment {
  /** The text as typed. */
  text: string;
  /** The text that the editor had before them. */
  was: string;
  /** "It is right as it stands", for a source that changed without changing what it says. */
  approved: boolean;
  /** Chosen between two texts; null where nothing was chosen. */
  pick: 'stored' | 'other' | null;
}

/** A text of a form has the line ends of the web. */
const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim();

/**
 * Takes what an editor typed into a segment. Whoever changed nothing takes back nothing; where somebody else was faster the
 * stored text stays, and what was typed stands beside it until one is chosen.
 * @param source the paragraph that the editor saw
 * @param by id of the editor
 */
export function mergeTyped(stored: Segment, typed: TypedSegment, source: string, by: string): Segment {
  const settled = settle(stored, typed.pick, source);
  const [text, was] = [tidy(typed.text), tidy(typed.was)];
  if (typed.pick === 'other') return settled;
  if (text === was) {
    // Somebody may have changed it since; then it was not this text that was looked at.
    return typed.approved && settled.text === was && text !== '' ? { ...settled, sourceSeen: source } : settled;
  }
  if (text === settled.text) return { ...settled, sourceSeen: text === '' ? null : source };
  if (settled.text !== was) return { ...settled, otherText: text, otherBy: by };
  return { ...settled, text, sourceSeen: text === '' ? null : source };
}

function settle(segment: Segment, pick: TypedSegment['pick'], source: string): Segment {
  if (pick === null || segment.otherText === null) return segment;
  const settled = { ...segment, otherText: null, otherBy: null };
  return pick === 'other' ? { ...settled, text: segment.otherText, sourceSeen: source } : settled;
}
