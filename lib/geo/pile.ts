/** How a marker is drawn: one tile, or a pile of them (DESIGN.md, section 6). */
export interface PileShape {
  /** Side of the front tile, in pixels. */
  size: number;
  /** Tiles behind it, each 3 px further to the south-east. */
  behind: number;
}

/** Side of a single tile. */
const TILE_SIZE = 24;
/** Step from one tile of a pile to the next. */
const PILE_STEP = 3;
/** Side of the dashed square around a tile of which only the municipality is known. */
const RING_SIZE = 34;

/** The shape of a marker for this many records: 24 px for one; 27, 31, 36, 42 px from 2, 4, 8 and 14. */
export function pileShape(count: number): PileShape {
  if (count < 2) return { size: TILE_SIZE, behind: 0 };
  const behind = count < 4 ? 1 : count < 10 ? 2 : 3;
  if (count < 4) return { size: 27, behind };
  if (count < 8) return { size: 31, behind };
  if (count < 14) return { size: 36, behind };
  return { size: 42, behind };
}

/** A square of a drawing, by its north-west corner. */
export interface Square {
  x: number;
  y: number;
  side: number;
}

/** A marker as squares around the point 0, 0 on which the front tile is centred. */
export interface MarkerDrawing {
  /** The tiles behind, the hindmost first. */
  behind: Square[];
  front: Square;
  /** The mark in the tile. */
  mark: Square;
  /** The dashed square, when only the municipality is known. */
  ring: Square | null;
  /** Size of the number of a pile, in pixels. */
  fontSize: number;
}

const SELECTED_SCALE = 1.45;
const MARK_SHARE = 0.64;

const centred = (side: number, shift = 0): Square => ({ x: shift - side / 2, y: shift - side / 2, side });

/** How a marker is drawn. A selected single tile is larger; a selected pile keeps its size and changes its colour. */
export function drawMarker(count: number, coarse: boolean, selected: boolean): MarkerDrawing {
  const { size, behind } = pileShape(count);
  const side = selected && count === 1 ? size * SELECTED_SCALE : size;
  return {
    behind: Array.from({ length: behind }, (_, i) => centred(side, (behind - i) * PILE_STEP)),
    front: centred(side),
    mark: centred(side * MARK_SHARE),
    ring: coarse ? centred(side + RING_SIZE - TILE_SIZE) : null,
    fontSize: count > 999 ? 13 : count > 99 ? 17 : ({ 27: 15, 31: 17, 36: 20 }[size] ?? 23),
  };
}
