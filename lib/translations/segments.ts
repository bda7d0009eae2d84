import type { StoryContent } from '@/lib/stories/content';
import { type StoryTexts, TEXT_FIELDS, type TextField } from '@/lib/stories/texts';
import { similarity, trigramsOf } from '@/lib/submissions/similarity';

/** One paragraph of a story and its translation. */
export interface Segment {
  /** Stays with the paragraph through edits of the source. */
  key: string;
  field: TextField;
  position: number;
  /** The paragraph as it stands now. */
  source: string;
  /** The paragraph that was translated; null while there is no translation. */
  sourceSeen: string | null;
  text: string;
  /** What a second editor wrote over a newer text; waits for a choice. */
  otherText: string | null;
  otherBy: string | null;
  /** What the public may see, and of which paragraph it is the translation; null before it was declared whole. */
  shownText: string | null;
  shownSource: string | null;
  /** The source has no such paragraph any more; what was translated is kept. */
  retired: boolean;
}

export type SegmentState = 'missing' | 'changed' | 'conflict' | 'done';

/** What is still to be done with a segment. */
export function stateOf({ text, source, sourceSeen, otherText }: Segment): SegmentState {
  if (otherText !== null) return 'conflict';
  if (text.trim() === '') return 'missing';
  return sourceSeen === source ? 'done' : 'changed';
}

/** Paragraphs of a text: what blank lines part. Single line breaks stay within one. */
export function paragraphsOf(text: string | null): string[] {
  return (text ?? '')
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Two paragraphs that share so much are one that was edited; below it they are two. */
const ALIKE = 0.3;

/**
 * Puts the segments of a translation onto a source that may have changed. What is word for word the same keeps its segment,
 * wherever it stands now; then what is most alike; the rest is new. A paragraph that is gone is retired with its translation,
 * and comes back with it. Pure; the same segments and the same source give the same keys.
 */
export function alignSegments(stored: readonly Segment[], source: Pick<StoryContent, TextField>): Segment[] {
  const taken = new Set(stored.map(({ key }) => key));
  return TEXT_FIELDS.flatMap((field) =>
    alignField(
      stored.filter((segment) => segment.field === field),
      paragraphsOf(source[field]),
      field,
      taken,
    ),
  );
}

function alignField(
  stored: readonly Segment[],
  paragraphs: readonly string[],
  field: TextField,
  taken: Set<string>,
): Segment[] {
  const free = new Set(stored);
  const matched = new Map<number, Segment>();
  const match = (at: number, segment: Segment | undefined) => {
    if (!segment) return;
    matched.set(at, segment);
    free.delete(segment);
  };
  const open = () => paragraphs.map((_, at) => at).filter((at) => !matched.has(at));
  for (const at of open()) {
    const same = [...free].filter(({ source }) => source === paragraphs[at]);
    match(at, same.find(({ retired }) => !retired) ?? same[0]);
  }
  // An edit that was taken back.
  for (const at of open())
    match(
      at,
      [...free].find(({ sourceSeen }) => sourceSeen === paragraphs[at]),
    );
  for (const { at, segment } of byLikeness(open(), paragraphs, [...free], stored.length === 1)) {
    if (!matched.has(at) && free.has(segment)) match(at, segment);
  }
  const present = paragraphs.map((source, position): Segment => {
    const segment = matched.get(position);
    return segment
      ? { ...segment, source, position, retired: false }
      : { ...EMPTY, key: newKey(field, source, taken), field, source, position };
  });
  const gone = [...free]
    .filter(({ text, otherText }) => text.trim() !== '' || otherText !== null)
    .map((segment) => ({ ...segment, retired: true }));
  return [...present, ...gone];
}

const EMPTY = {
  ...({ sourceSeen: null, text: '', otherText: null, otherBy: null } as const),
  ...({ shownText: null, shownSource: null, retired: false } as const),
};

/** Pairs worth joining, most alike first. A text of one paragraph, a title say, is the same text however it was changed. */
function byLikeness(open: readonly number[], paragraphs: readonly string[], free: readonly Segment[], isOne: boolean) {
  const only = isOne && paragraphs.length === 1;
  const grams = new Map(free.map((segment) => [segment, trigramsOf(segment.source)]));
  return open
    .flatMap((at) => {
      const own = trigramsOf(paragraphs[at] ?? '');
      return free.map((segment) => ({ at, segment, alike: similarity(own, grams.get(segment) ?? own) }));
    })
    .filter(({ alike }) => only || alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || a.at - b.at);
}

/** A key made from the paragraph, so that two editors who begin at once name it alike. */
function newKey(field: TextField, source: string, taken: Set<string>): string {
  const base = `${field}-${hashOf(source)}`;
  let key = base;
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`;
  taken.add(key);
  return key;
}

/** FNV-1a, 32 bits; a second paragraph of the same hash gets a number. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Whether every paragraph of the source is translated as it stands. */
export function isWhole(segments: readonly Segment[]): boolean {
  const present = segments.filter(({ retired }) => !retired);
  return present.length > 0 && present.every((segment) => stateOf(segment) === 'done');
}

/** The segments of a whole translation as the public may see them from now on. */
export function declared(segments: readonly Segment[]): Segment[] {
  return segments.map((segment) =>
    segment.retired ? segment : { ...segment, shownText: segment.text.trim(), shownSource: segment.source },
  );
}

/**
 * The texts that the public may see; null while a paragraph of the source has no translation that was declared whole. A text
 * that the source does not have is null.
 */
export function shownTexts(segments: readonly Segment[]): StoryTexts | null {
  const present = segments.filter(({ retired }) => !retired);
  const isShown = present.every(({ source, shownText, shownSource }) => shownText && shownSource === source);
  if (present.length === 0 || !isShown) return null;
  const text = (field: TextField) => {
    const paragraphs = present
      .filter((segment) => segment.field === field)
      .sort((a, b) => a.position - b.position)
      .map(({ shownText }) => shownText ?? '');
    return paragraphs.length === 0 ? null : paragraphs.join('\n\n');
  };
  return {
    ...(Object.fromEntries(TEXT_FIELDS.map((field) => [field, text(field)])) as StoryTexts),
    title: text('title') ?? '',
    summary: text('summary') ?? '',
  };
}
