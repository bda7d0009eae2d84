/** How a marker is drawn: one tile, or a pile of them (DESIGN.md, section 6). */
export interface PileShape {
  /** Side of the front tile, in pixels. */
  size: number;
  /** Tiles behind it, each 3 px further to the south-east. */
  behind: number;
}

/** Side of a single tile. */
export const TILE_SIZE = 24;
/** Step from one tile of a pile to the next. */
export const PILE_STEP = 3;
/** Side of the dashed square around a tile of which only the municipality is known. */
export const RING_SIZE = 34;

/** The shape of a marker for this many records: 24 px for one; 27, 31, 36, 42 px from 2, 4, 8 and 14. */
export function pileShape(count: number): PileShape {
  if (count < 2) return { size: TILE_SIZE, behind: 0 };
  const behind = count < 4 ? 1 : count < 10 ? 2 : 3;
  if (count < 4) return { size: 27, behind };
  if (count < 8) return { size: 31, behind };
  if (count < 14) return { size: 36, behind };
  return { size: 42, behind };
}
