/** @jsxImportSource @/lib/html */
import type { MarkedPiece } from '@/lib/search/highlight';

/** A text with the words that matched marked in it, as written. */
export function MarkedText({ pieces }: { pieces: readonly MarkedPiece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
