/** @jsxImportSource @/lib/html */
import { lookOfTile, type TileProps } from './Tile';

/** `Tile` as finished HTML. */
export function TileHtml({ mark, label, ground }: TileProps) {
  const { symbol, className } = lookOfTile(mark, ground);
  const drawing = (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <use href={`#m-${symbol}`} />
    </svg>
  );
  if (!label) return <span className={className}>{drawing}</span>;
  return (
    <span className={className} role="img" aria-label={label}>
      {drawing}
    </span>
  );
}
