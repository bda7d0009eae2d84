import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from '@/lib/api/cursor';
import { parseParameters } from '@/lib/api/parameters';
import { checkedListParameters } from '@/lib/api/schema';

const parse = (address: string) => parseParameters(checkedListParameters, new URLSearchParams(address));
const errorsOf = (address: string) => {
  const result = parse(address);
  return result.ok ? [] : result.error.map(({ field, reason }) => `${field}: ${reason}`);
};

describe('the parameters of the open interface', () => {
  it.each([
    ['limit=1e9', ['limit: malformed']],
    ['limit=0', ['limit: tooSmall']],
    ['limit=101', ['limit: tooBig']],
    ['limit=-1', ['limit: malformed']],
    ['bbox=a,b,c,d', ['bbox: bbox']],
    ['bbox=20,45,19,46', ['bbox: bbox']],
    ['bbox=1,2,3', ['bbox: bbox']],
    ['near=91,20', ['near: near']],
    ['sort=best', ['sort: notAllowed']],
    ['sort=distance', ['sort: needsNear']],
    ['radiusKm=5', ['radiusKm: needsNear']],
    ['yearFrom=2020&yearTo=2010', ['yearFrom: yearsCrossed']],
    ['lang=de', ['lang: notAllowed']],
    ['page=2', ['page: unknownParameter']],
    ['q=a&q=b', ['q: repeated']],
    ['limit=x&sort=y', ['sort: notAllowed', 'limit: malformed']],
  ])('%s is refused by name', (address, errors) => {
    expect(errorsOf(address)).toEqual(errors);
  });

  it('a text of 10,000 characters is refused by name', () => {
    expect(errorsOf(`q=${'a'.repeat(10_000)}`)).toEqual(['q: tooLong']);
  });

  it('several values of a facet are repeated or parted by commas', () => {
    const result = parse('district=00&district=08,10&legalForm=');
    expect(result.ok && result.value.district).toEqual(['00', '08', '10']);
    expect(result.ok && result.value.legalForm).toEqual([]);
  });

  it('an empty parameter is an absent one', () => {
    expect(parse('q=&sort=&limit=&bbox=')).toMatchObject({ ok: true });
  });

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('q', 'bbox', 'near', 'limit', 'district', 'x', 'cursor', 'yearFrom'), fc.string()),
        ),
        (pairs) => {
          expect(typeof parseParameters(checkedListParameters, new URLSearchParams(pairs)).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('a cursor', () => {
  const context = { query: 'q=zadruga', contentVersion: 7 };

  it('leads back to its page', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (offset) => {
        expect(readCursor(writeCursor(offset, context), context)).toEqual({ ok: true, value: offset });
      }),
    );
  });

  it('of another query, or made up, is refused', () => {
    expect(readCursor(writeCursor(20, { ...context, query: 'q=med' }), context)).toEqual({
      ok: false,
      error: 'malformed',
    });
    fc.assert(fc.property(fc.string(), (made) => !readCursor(made, context).ok));
  });

  it('from before a change is told apart', () => {
    expect(readCursor(writeCursor(20, { ...context, contentVersion: 6 }), context)).toEqual({
      ok: false,
      error: 'outdated',
    });
  });
});
