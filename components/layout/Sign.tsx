/** @jsxImportSource @/lib/html */
import { trusted } from '@/lib/html/html';

const SIGN =
  '<path fill="#5a1745" d="M0 0h24v24H0z"/><path fill="#f4bc3a" d="M24 0h24v24H24z"/><path fill="#d63f1e" d="M0 24h24v24H0z"/>' +
  '<path fill="#f4bc3a" d="M4 13h16a8 8 0 0 1-16 0z"/><circle fill="#f4bc3a" cx="12" cy="7.5" r="2.6"/>' +
  '<path fill="#5a1745" fill-rule="evenodd" d="m36 3 9 9-9 9-9-9zm0 5-4 4 4 4 4-4z"/>' +
  '<path fill="#fff" d="M10.8 28v16a8 8 0 0 1 0-16zM13.2 28a8 8 0 0 1 0 16z"/>' +
  '<path fill="none" stroke="currentColor" stroke-width="2" d="M25 25h22v22H25zM36 30v12M30 36h12"/>';

/** The sign: four tiles, of which the last is open. Its colours are fixed; the open tile has the text's. */
export function Sign() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true">
      {trusted(SIGN)}
    </svg>
  );
}
