export type Direction = 'up' | 'down' | 'left' | 'right';

interface Candidate {
  key: string;
  x: number;
  y: number;
}

const AXES: Record<Direction, readonly [x: number, y: number]> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

/** How much worse a step to the side is than one ahead. */
const SIDEWAYS = 2;

/**
 * The candidate that an arrow key leads to: ahead in its direction, near, and not far to the side (pixels; y grows
 * downwards).
 * @returns its key; null when nothing lies in that direction
 */
export function nearestInDirection(
  from: { x: number; y: number },
  candidates: readonly Candidate[],
  direction: Direction,
): string | null {
  const [ax, ay] = AXES[direction];
  let best: { key: string; cost: number } | null = null;
  for (const { key, x, y } of candidates) {
    const ahead = (x - from.x) * ax + (y - from.y) * ay;
    const aside = Math.abs((x - from.x) * ay) + Math.abs((y - from.y) * ax);
    if (ahead <= 0 || aside > ahead * SIDEWAYS) continue;
    const cost = ahead + aside * SIDEWAYS;
    if (best === null || cost < best.cost) best = { key, cost };
  }
  return best?.key ?? null;
}
