/** @jsxImportSource @/lib/html */
import { trusted } from '@/lib/html/html';
import { MARK_SYMBOLS } from './marks';

/** The symbols that tiles, cards and maps of the page draw their marks from. */
export function MarkSprite() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true">
      {trusted(MARK_SYMBOLS)}
    </svg>
  );
}
