import { describe, expect, it } from 'vitest';
import { isPublicPage, routeOf } from '@/server/page-paths';

describe('pages that may be kept', () => {
  it.each([
    '/',
    '/cir',
    '/en',
    '/preduzeca',
    '/cir/preduzeca',
    '/en/enterprises',
    '/preduzeca?q=zadruga&page=2',
    '/?q=',
    '/preduzeca/nasa-kuca',
    '/cir/preduzeca/nasa-kuca',
    '/en/enterprises/nasa-kuca?from=map',
    '/o-podacima',
    '/en/about-the-data',
    '/kako-traziti',
    '/privatnost',
    '/en/accessibility',
    '/price',
    '/en/stories/solidarity-kitchen',
  ])('%s', (address) => {
    expect(isPublicPage(address)).toBe(true);
  });
});

describe('addresses that are never kept', () => {
  it.each([
    '/ured',
    '/cir/ured/ljudi',
    '/en/desk/sign-in',
    '/imate-rec',
    '/cir/imate-rec/upitnik/3',
    '/en/have-your-say/check',
    '/imate-rec/moja-prica?t=1',
    '/api/v1/enterprises',
    '/api/health',
    '/_next/static/x.js',
    '/favicon.ico',
    '/theme',
    '/staff',
    '/sr-Latn',
    '/sr-Latn/enterprises',
    '/cir/',
    '/preduzeca/',
    '/preduzeca/a/b',
    '/en/preduzeca',
    '/enterprises',
    '/cirx',
    '//',
    '/preduzeca/nasa-kuca/../../staff',
    `/preduzeca?q=${'a'.repeat(3000)}`,
  ])('%s', (address) => {
    expect(isPublicPage(address)).toBe(false);
  });
});

describe('the route of a page', () => {
  it.each([
    ['/', 'sr-Latn', '/sr-Latn'],
    ['/cir?q=x', 'sr-Cyrl', '/sr-Cyrl?q=x'],
    ['/preduzeca?q=a%20b&page=2', 'sr-Latn', '/sr-Latn/enterprises?q=a%20b&page=2'],
    ['/en/enterprises/na%C5%A1a-ku%C4%87a', 'en', '/en/enterprises/na%C5%A1a-ku%C4%87a'],
    ['/cir/o-podacima', 'sr-Cyrl', '/sr-Cyrl/about-the-data'],
    ['/ured?view=late', 'sr-Latn', '/sr-Latn/desk?view=late'],
    ['/en/have-your-say/form/3', 'en', '/en/have-your-say/form/3'],
    ['/cir/ured/price/AB2-CD3-EF4', 'sr-Cyrl', '/sr-Cyrl/desk/stories/AB2-CD3-EF4'],
    ['/en/enterprises/add', 'en', '/en/enterprises/add'],
  ])('of %s', (address, locale, route) => {
    expect(routeOf(address)).toEqual({ locale, route });
  });

  it.each([
    '/sr-Latn/enterprises',
    '/preduzeca/..',
    '/preduzeca/%2E%2e',
    '/preduzeca/a/b',
    '/api/health',
    '/nema',
    '/ured/price/..',
  ])('is none for %s', (address) => {
    expect(routeOf(address)).toBeNull();
  });
});
