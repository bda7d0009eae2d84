import { describe, expect, test } from 'vitest';
import { localeOfPath } from '@/lib/i18n/locales';
import { hrefFor, hrefsInAllLocales } from '@/lib/i18n/navigation';

describe('addresses of the pages', () => {
  test.each([
    ['sr-Latn', '/', {}, '', '/'],
    ['sr-Cyrl', '/', {}, '', '/cir'],
    ['en', '/', {}, '', '/en'],
    ['sr-Latn', '/enterprises', {}, '', '/preduzeca'],
    ['sr-Cyrl', '/enterprises', {}, '', '/cir/preduzeca'],
    ['en', '/enterprises', {}, '', '/en/enterprises'],
    ['sr-Latn', '/enterprises/[slug]', { slug: 'nasa-kuca' }, '', '/preduzeca/nasa-kuca'],
    ['en', '/enterprises/[slug]', { slug: 'nasa-kuca' }, '', '/en/enterprises/nasa-kuca'],
    ['en', '/enterprises/[slug]', { slug: 'a/b?c' }, '', '/en/enterprises/a%2Fb%3Fc'],
    ['sr-Cyrl', '/about-the-data', {}, '', '/cir/o-podacima'],
    ['sr-Latn', '/enterprises', {}, 'q=Чачак', '/preduzeca?q=Чачак'],
    ['sr-Latn', '/enterprises', {}, '?q=med', '/preduzeca?q=med'],
    ['en', '/enterprises', {}, { q: 'wool & felt' }, '/en/enterprises?q=wool+%26+felt'],
    [
      'en',
      '/enterprises',
      {},
      new URLSearchParams([
        ['district', '18'],
        ['district', '20'],
      ]),
      '/en/enterprises?district=18&district=20',
    ],
    ['sr-Cyrl', '/', {}, 'x=1', '/cir?x=1'],
  ] as const)('%s %s %j %s is %s', (locale, page, params, query, address) => {
    expect(hrefFor(locale, page, params, query)).toBe(address);
  });

  test('a record without its slug has no address', () => {
    expect(() => hrefFor('en', '/enterprises/[slug]')).toThrow(/slug/);
  });

  test('the same page stands in three languages, and Serbian Latin is for everybody else', () => {
    expect(hrefsInAllLocales('/enterprises/[slug]', { slug: 'x' })).toEqual({
      'sr-Latn': '/preduzeca/x',
      'sr-Cyrl': '/cir/preduzeca/x',
      en: '/en/enterprises/x',
      'x-default': '/preduzeca/x',
    });
  });

  test.each([
    ['/', 'sr-Latn'],
    ['/preduzeca', 'sr-Latn'],
    ['/cir', 'sr-Cyrl'],
    ['/cir/preduzeca/x', 'sr-Cyrl'],
    ['/cirilica', 'sr-Latn'],
    ['/en/enterprises', 'en'],
    ['/energija', 'sr-Latn'],
  ])('a page at %s is in %s', (path, locale) => {
    expect(localeOfPath(path)).toBe(locale);
  });
});
