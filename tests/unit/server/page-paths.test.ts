import { describe, expect, it } from 'vitest';
import { isPublicPage } from '@/server/page-paths';

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
