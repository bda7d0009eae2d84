import type { TextPiece } from '@/lib/search/present';

/** A text with the words that matched marked in it, as written. */
export function MarkedText({ pieces }: { pieces: readonly TextPiece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
