import { describe, expect, it } from 'vitest';
import { isOnlyLeftOut, isOnlySpelling } from '@/lib/moderation/edit-kinds';

describe('taking personal data out', () => {
  it.each([
    ['Zovite Anu na 064/123-45-67 posle podne.', 'Zovite Anu posle podne.', true],
    ['Zovite Anu na 064/123-45-67 posle podne.', 'Zovite […] posle podne.', true],
    ['Zovite Anu posle podne.', 'Zovite nas posle podne.', false],
    ['Zovite Anu.', 'Zovite Anu. I Peru.', false],
    ['Zovite Anu.', 'Zovite Anu.', false],
  ])('%s → %s: %s', (before, after, allowed) => {
    expect(isOnlyLeftOut(before, after)).toBe(allowed);
  });
});

describe('putting slips right', () => {
  it.each([
    ['Sili smo masku', 'Šili smo masku', true],
    ['Šili smo masku i kape', 'Šili smo masku, i kape.', true],
    ['Шили смо маску', 'Шили смо маске', true],
    ['Šili smo masku', 'Šili smo kapute', false],
    ['Šili smo masku', 'Šili smo masku i kape', false],
    ['Bilo je 100 ljudi', 'Bilo je 120 ljudi', false],
    ['Nije dobro', 'Nje dobro', true],
  ])('%s → %s: %s', (before, after, allowed) => {
    expect(isOnlySpelling(before, after)).toBe(allowed);
  });
});
