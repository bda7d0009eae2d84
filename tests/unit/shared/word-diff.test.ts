import { describe, expect, it } from 'vitest';
import { changedPassages, diffWords } from '@/lib/shared/word-diff';

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('the difference of two texts', () => {
  it.each([
    ['Šile smo hiljadu maski.', 'Šile smo 1.000 maski.', 'Šile smo [-hiljadu-]{+1.000+} maski.'],
    ['Шиле смо маске', 'Шиле смо и маске', 'Шиле смо {+и +}маске'],
    ['jedan dva tri', 'jedan tri', 'jedan [-dva -]tri'],
    ['', 'novo', '{+novo+}'],
    ['isto', 'isto', 'isto'],
    ['prvi drugi treći', 'treći', '[-prvi drugi -]treći'],
    ['dve reči ovde', 'druge stvari ovde', '[-dve reči-]{+druge stvari+} ovde'],
  ])('%s → %s', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('puts together both texts again', () => {
    const before = 'Kuvali smo svaki dan.\n\nNosili smo obroke, peške i biciklom.';
    const after = 'Kuvali smo svaki drugi dan.\n\nNosili smo obroke biciklom, i kolima.';
    const parts = diffWords(before, after);
    const without = (skip: string) =>
      parts
        .filter(({ kind }) => kind !== skip)
        .map(({ text }) => text)
        .join('');
    expect(without('new')).toBe(before);
    expect(without('gone')).toBe(after);
  });

  it('of long texts that share nothing ends soon', () => {
    const words = (seed: string) => Array.from({ length: 6_000 }, (_, at) => `${seed}${at}`).join(' ');
    expect(diffWords(words('a'), words('b')).length).toBeGreaterThan(0);
  });

  it('shows a change with a few words around it', () => {
    const long = (middle: string) => `${'reč '.repeat(60)}${middle}${' reč'.repeat(60)}`;
    const { before, after } = changedPassages(long('staro'), long('novo'));
    expect(before).toMatch(/^….*staro.*…$/);
    expect(after).toContain('novo');
    expect(before.length).toBeLessThan(120);
  });
});
