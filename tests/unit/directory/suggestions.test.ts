import { describe, expect, it } from 'vitest';
import { nextOption, optionsInOrder } from '@/components/directory/suggestions';

describe('the arrow keys in the list of suggestions', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, -1],
    ['ArrowUp', -1, 2],
    ['ArrowUp', 0, -1],
    ['ArrowUp', 2, 1],
  ] as const)('%s from %i goes to %i of three', (key, from, to) => {
    expect(nextOption(key, from, 3)).toBe(to);
  });

  it('walk through the groups as one list', () => {
    const option = (href: string) => ({ label: [], detail: null, count: null, href });
    const list = {
      status: '',
      spellings: null,
      groups: [
        { kind: 'place' as const, heading: 'Mesta', options: [option('/a'), option('/b')] },
        { kind: 'enterprise' as const, heading: 'Preduzeća', options: [option('/c')] },
      ],
    };
    expect(optionsInOrder(list).map(({ href }) => href)).toEqual(['/a', '/b', '/c']);
  });
});
