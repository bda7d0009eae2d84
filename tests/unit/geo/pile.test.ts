import { describe, expect, it } from 'vitest';
import { drawMarker, pileShape } from '@/lib/geo/pile';

describe('a marker', () => {
  it.each([
    [1, 24, 0],
    [2, 27, 1],
    [3, 27, 1],
    [4, 31, 2],
    [8, 36, 2],
    [13, 36, 3],
    [14, 42, 3],
    [5000, 42, 3],
  ])('of %i records has a front tile of %i px with %i behind it', (count, size, behind) => {
    expect(pileShape(count)).toEqual({ size, behind });
  });

  it('has a dashed square around it when only the municipality is known, at no other time', () => {
    expect(drawMarker(1, true, false).ring).toEqual({ x: -17, y: -17, side: 34 });
    expect(drawMarker(1, false, false).ring).toBeNull();
  });

  it('grows when it is selected, and stays centred on its place', () => {
    const { front } = drawMarker(1, false, true);
    expect(front.side).toBeCloseTo(34.8);
    expect(front.x + front.side / 2).toBeCloseTo(0);
  });
});
