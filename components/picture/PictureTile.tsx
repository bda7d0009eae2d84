import { MARKS } from '@/components/ui/marks';

interface PictureTileProps {
  mark: string | null;
  side: number;
  ground: string;
  colour: string;
  /** Outline of the open tile. */
  edge?: string;
}

/** A tile in a picture. The drawing library takes a mark as an image. */
export function PictureTile({ mark, side, ground, colour, edge }: PictureTileProps) {
  const shape = mark === null ? '' : (MARKS[mark] ?? MARKS.open ?? '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="${colour}">${shape}</svg>`;
  const inner = Math.round(side * 0.64);
  return (
    <div
      style={{
        display: 'flex',
        width: side,
        height: side,
        background: ground,
        alignItems: 'center',
        justifyContent: 'center',
        ...(edge && { border: `5px solid ${edge}` }),
      }}
    >
      {/* biome-ignore lint/performance/noImgElement: drawn by Satori, not by a browser */}
      <img
        alt=""
        width={inner}
        height={inner}
        src={`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`}
      />
    </div>
  );
}
