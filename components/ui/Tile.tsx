import { MARKS } from './marks';

export interface TileProps {
  /** Code of the mark; an unknown one is drawn as the open field. */
  mark: string;
  /** The mark in words. Leave it out where the words stand beside the tile. */
  label?: string | null;
  /** Ground of the cloth, by legal form (1 to 5); without it the tile has the ground of a mark. */
  ground?: 1 | 2 | 3 | 4 | 5;
}

/** Which mark a tile shows, and the classes of its ground. */
export function lookOfTile(mark: string, ground: TileProps['ground']): { symbol: string; className: string } {
  const symbol = mark in MARKS ? mark : 'open';
  return { symbol, className: `tile${ground ? ` c${ground}` : ''}${symbol === 'open' ? ' open' : ''}` };
}

/** The square tile: its shape tells the work, its ground the legal form. Needs the sprite of the page. */
export function Tile({ mark, label, ground }: TileProps) {
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
