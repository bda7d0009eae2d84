import { CONTENT_FIELDS, type StoryContent } from '@/lib/stories/content';
import type { FieldName } from '@/lib/submissions/fields';

/** Questions whose answers are numbers of something else, and say nothing to a reader. */
const UNSAID: readonly FieldName[] = ['organisationId', 'placeId', 'lat', 'lng', 'submissionLocale'];

/** The questions of which a change can be asked, in the order of the form. */
export const ASKABLE: readonly FieldName[] = CONTENT_FIELDS.filter((field) => !UNSAID.includes(field));

/** The texts that stand in an answer, each for itself: a passage does not go from one into the next. */
export function textsOfField(content: StoryContent, field: FieldName): string[] {
  return textsIn((content as unknown as Record<string, unknown>)[field]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) {
    const { file: _, ...texts } = value as Record<string, unknown>;
    return Object.values(texts).flatMap(textsIn);
  }
  return [];
}

/** A stretch of a text, and whether it is one of the marked passages. */
export interface MarkedPart {
  text: string;
  /** Number of the passage among those given; null for what is between them. */
  mark: number | null;
}

/** Cuts a text at passages that are marked in it; of two that overlap the first stays. */
export function cutAt(text: string, spans: readonly { start: number; end: number }[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let from = 0;
  const inOrder = spans.map((span, mark) => ({ ...span, mark })).sort((a, b) => a.start - b.start);
  for (const { start, end, mark } of inOrder) {
    if (start < from || end <= start) continue;
    if (start > from) parts.push({ text: text.slice(from, start), mark: null });
    parts.push({ text: text.slice(start, end), mark });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), mark: null });
  return parts;
}

/** Signs on each side of a passage that are shown with it. */
const AROUND = 60;

/** A passage with what stands around it; null where it stands no more. */
export function passageIn(texts: readonly string[], quote: string): { before: string; after: string } | null {
  for (const text of texts) {
    const at = text.indexOf(quote);
    if (at < 0) continue;
    const before = text.slice(Math.max(0, at - AROUND), at);
    const after = text.slice(at + quote.length, at + quote.length + AROUND);
    return {
      before: at > AROUND ? `…${before.replace(/^\S*\s/, '')}` : before,
      after: at + quote.length + AROUND < text.length ? `${after.replace(/\s\S*$/, '')}…` : after,
    };
  }
  return null;
}
