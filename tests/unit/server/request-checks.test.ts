import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_ADDRESS, refusalOf, repairQuery } from '@/server/request-checks';

const check = (address: string, method = 'GET', headers: { contentLength?: string; transferEncoding?: string } = {}) =>
  refusalOf({ method, address, contentLength: headers.contentLength, transferEncoding: headers.transferEncoding });

describe('at the door', () => {
  it.each([
    '/',
    '/preduzeca?q=%D0%B7',
    '/preduzeca/%C4%8Da%C4%8Dak',
    '/a%2Fb',
    '/x?y=%',
    `/?q=${'%D0%B0'.repeat(10_000)}`,
  ])('%s may pass', (address) => {
    expect(check(address)).toBeNull();
  });

  it.each([
    '/%E0%A4%A',
    '/%',
    '/%00',
    '/a%0d%0aSet-Cookie:x',
    '/a\\b',
    '/%5c',
    '//evil.example',
    'http://evil.example/',
    '*',
    '',
  ])('%s is no address of ours', (address) => {
    expect(check(address)).toEqual({ reason: 'badAddress' });
  });

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'get'])('%s is refused', (method) => {
    expect(check('/', method)).toEqual({ reason: 'method' });
  });

  it('names the parameter that makes an address too long', () => {
    expect(check(`/api/v1/enterprises?sort=name&q=${'a'.repeat(LONGEST_ADDRESS)}&limit=5`)).toEqual({
      reason: 'longAddress',
      field: 'q',
    });
    expect(check(`/${'a'.repeat(LONGEST_ADDRESS)}`)).toEqual({ reason: 'longAddress', field: null });
  });

  it('refuses bodies that are too large or of unknown size', () => {
    expect(check('/', 'POST', { contentLength: '1048577' })).toEqual({ reason: 'bodyTooLarge' });
    expect(check('/', 'POST', { transferEncoding: 'chunked' })).toEqual({ reason: 'bodyTooLarge' });
    expect(check('/', 'POST', { contentLength: '1000' })).toBeNull();
  });

  it('lets two whole files in at one address, and nowhere else', () => {
    const upload = (address: string, megabytes: number, method = 'POST') =>
      check(address, method, { contentLength: String(megabytes * 1_048_576) });
    expect(upload('/api/story/files', 21)).toBeNull();
    expect(upload('/api/story/files?from=form', 21)).toBeNull();
    expect(upload('/api/story/files', 22)).toEqual({ reason: 'uploadTooLarge', drained: true });
    expect(upload('/api/story/files', 101)).toEqual({ reason: 'uploadTooLarge', drained: false });
    expect(check('/api/story/files', 'POST', { transferEncoding: 'chunked' })).toEqual({ reason: 'bodyTooLarge' });
    for (const address of ['/api/story/send', '/api/story/files/x', '/en/api/story/files', '/?/api/story/files']) {
      expect(upload(address, 2), address).toEqual({ reason: 'bodyTooLarge' });
    }
    expect(upload('/api/story/save', 21), 'a text that is far too long is given back').toBeNull();
    expect(upload('/api/story/save', 22)).toEqual({ reason: 'bodyTooLarge' });
    expect(upload('/api/story/files', 2, 'GET')).toEqual({ reason: 'bodyTooLarge' });
  });

  it('has an answer to every address', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void check(`/${text}`)));
  });
});

describe('a query with broken escapes', () => {
  it.each([
    ['/p?q=50%', '/p?q=50%25'],
    ['/p?q=%zz&page=2', '/p?q=%25zz&page=2'],
    ['/p?q=%E0%A4', '/p?q=%EF%BF%BD'],
    ['/p?q=a+b%', '/p?q=a+b%25'],
  ])('%s is read as %s', (given, repaired) => {
    expect(repairQuery(given)).toBe(repaired);
  });

  it('can be decoded afterwards, and one that was right is left as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'%0aFgd&=+') }), (query) => {
        const repaired = repairQuery(`/p?${query}`);
        expect(() => decodeURIComponent(repaired)).not.toThrow();
        expect(repairQuery(repaired)).toBe(repaired);
      }),
    );
  });
});
