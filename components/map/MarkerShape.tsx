/** @jsxImportSource @/lib/html */
import { drawMarker, type Square } from '@/lib/geo/pile';

interface MarkerShapeProps {
  /** What stands on a pile: the number, or a shorter form of it. */
  text: string;
  count: number;
  /** Code of the mark of a single record. */
  mark: string | null;
  coarse: boolean;
  selected: boolean;
}

const square = ({ x, y, side }: Square) => ({ x, y, width: side, height: side });

/** A marker around the point 0, 0: a tile with its mark, or a pile with its number. Needs the page's sprite of marks. */
export function MarkerShape({ text, count, mark, coarse, selected }: MarkerShapeProps) {
  const drawing = drawMarker(count, coarse, selected);
  const className = ['mk', count > 1 && 'stack', selected && 'sel'].filter(Boolean).join(' ');
  return (
    <>
      {drawing.ring && <rect className={selected ? 'ring sel' : 'ring'} {...square(drawing.ring)} />}
      <g className={className}>
        {drawing.behind.map((tile) => (
          <rect key={tile.x} className="b2" {...square(tile)} />
        ))}
        <rect {...square(drawing.front)} />
        {count > 1 ? (
          <text y={drawing.fontSize * 0.34} fontSize={drawing.fontSize}>
            {text}
          </text>
        ) : (
          <svg {...square(drawing.mark)} viewBox="0 0 24 24" aria-hidden="true">
            <use href={`#m-${mark}`} />
          </svg>
        )}
      </g>
    </>
  );
}
