import { describe, expect, it } from 'vitest';
import { nearestInDirection } from '@/components/map/live/nearest';

const around = [
  { key: 'north', x: 0, y: -100 },
  { key: 'east', x: 80, y: 10 },
  { key: 'far east', x: 200, y: 0 },
  { key: 'south-west', x: -60, y: 70 },
];

describe('arrow keys on the map', () => {
  it.each([
    ['up', 'north'],
    ['right', 'east'],
    ['down', 'south-west'],
    ['left', 'south-west'],
  ] as const)('%s leads to the nearest marker in that direction', (direction, key) => {
    expect(nearestInDirection({ x: 0, y: 0 }, around, direction)).toBe(key);
  });

  it('lead nowhere when nothing lies there', () => {
    expect(nearestInDirection({ x: 0, y: -100 }, around, 'up')).toBeNull();
    expect(nearestInDirection({ x: 0, y: 0 }, [], 'left')).toBeNull();
  });
});
