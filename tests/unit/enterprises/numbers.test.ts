import { describe, expect, it, test } from 'vitest';
import { isRegistrationNumber, isTaxId } from '@/lib/enterprises/numbers';

/** Numbers of large firms and institutions, known to everybody who trades with them. */
const REGISTERED = ['17162543', '20084693', '20053658', '07007965', '07726716', '17862146', '06042546', '07046898'];
const TAXED = ['100002887', '104052135', '103920327', '100041150'];

/** The number with one digit changed, for each place and digit. */
function slips(number: string): string[] {
  return [...number].flatMap((digit, at) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => number.slice(0, at) + other + number.slice(at + 1)),
  );
}

describe('a registration number', () => {
  test.each(REGISTERED)('%s is one', (number) => {
    expect(isRegistrationNumber(number)).toBe(true);
  });

  it('is refused after nearly every slip of one digit', () => {
    // Where the rule gives 10 it writes 0, so that a few slips go by.
    const all = REGISTERED.flatMap(slips);
    expect(all.filter(isRegistrationNumber).length / all.length).toBeLessThan(0.05);
  });

  test.each(['', '1716254', '171625430', '1716254a', ' 17162543'])('%j is none', (text) => {
    expect(isRegistrationNumber(text)).toBe(false);
  });
});

describe('a tax number', () => {
  test.each(TAXED)('%s is one', (number) => {
    expect(isTaxId(number)).toBe(true);
  });

  it('is refused after every slip of one digit', () => {
    expect(TAXED.flatMap(slips).filter(isTaxId)).toEqual([]);
  });

  test.each(['', '10000288', '1000028870', '10000288x'])('%j is none', (text) => {
    expect(isTaxId(text)).toBe(false);
  });
});
