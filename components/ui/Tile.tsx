import { MARKS } from './marks';

interface TileProps {
  /** Code of the mark; an unknown one is drawn as the open field. */
  mark: string;
  /** The mark in words. Leave it out where the words stand beside the tile. */
  label?: string | null;
  /** Ground of the cloth, by legal form (1 to 5); without it the tile has the ground of a mark. */
  ground?: 1 | 2 | 3 | 4 | 5;
}

/** The square tile: its shape tells the work, its ground the legal form. Needs the sprite of the page. */
export function Tile({ mark, label, ground }: TileProps) {
  const known = mark in MARKS ? mark : 'open';
  const className = `tile${ground ? ` c${ground}` : ''}${known === 'open' ? ' open' : ''}`;
  const drawing = (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <use href={`#m-${known}`} />
    </svg>
  );
  if (!label) return <span className={className}>{drawing}</span>;
  return (
    <span className={className} role="img" aria-label={label}>
      {drawing}
    </span>
  );
}
