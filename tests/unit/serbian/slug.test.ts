import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '@/lib/serbian';
import { ENTERPRISE_NAMES } from '@/tests/fixtures/serbian';

describe('slugify', () => {
  it.each([
    ['Đorđe', 'djordje'],
    ['Ђорђева задруга', 'djordjeva-zadruga'],
    ['Žene na putu', 'zene-na-putu'],
    ['Џем и љубав', 'dzem-i-ljubav'],
    ['DES d.o.o. Novi Sad', 'des-doo-novi-sad'],
    ['Ženski centar Užice – RETEX', 'zenski-centar-uzice-retex'],
    ['Hostel „Teresianum“ (Caritas Aleksinac)', 'hostel-teresianum-caritas-aleksinac'],
    ['Women’s café', 'womens-cafe'],
    ['za\u200bdruga', 'zadruga'],
    ['031', '031'],
    ['„“', ''],
    ['东京', ''],
  ])('%s is %s', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('ends between two words before eighty signs', () => {
    expect(slugify('zadruga '.repeat(20))).toBe(Array(10).fill('zadruga').join('-'));
    expect(slugify('a'.repeat(200))).toHaveLength(80);
  });

  it('gives every enterprise of the dataset a slug', () => {
    for (const name of ENTERPRISE_NAMES) expect(slugify(name), name).not.toBe('');
  });

  it('is idempotent and made of small letters, digits and single hyphens, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slugify(slug)).toBe(slug);
        expect(slug.length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 1000 },
    );
  });
});
