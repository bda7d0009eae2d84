import { describe, expect, test } from 'vitest';
import { checkConsent, intakeFields } from '@/lib/intake/schema';

const NOW = new Date('2026-11-26T10:00:00Z');
const GOOD = { how: 'signed', on: '2026-11-20', who: ' Ana Anić ', note: '' };

describe('the evidence of a consent', () => {
  test('names who, when and how', () => {
    expect(checkConsent(GOOD, NOW)).toEqual({
      ok: true,
      value: { how: 'signed', on: '2026-11-20', who: 'Ana Anić', note: null },
    });
  });
  test('is refused with every fault when something is missing or wrong', () => {
    const faults = (changes: Partial<typeof GOOD>) => {
      const checked = checkConsent({ ...GOOD, ...changes }, NOW);
      return checked.ok ? [] : checked.faults.map(({ field, key }) => `${field} ${key}`);
    };
    expect(faults({ how: '', on: '', who: '' })).toEqual([
      'consentHow required',
      'consentOn required',
      'consentWho required',
    ]);
    expect(faults({ how: 'telepathy' })).toEqual(['consentHow required']);
    expect(faults({ on: '2026-02-30' })).toEqual(['consentOn notADay']);
    expect(faults({ on: '2026-11-27' })).toEqual(['consentOn inFuture']);
    expect(faults({ who: 'A' })).toEqual(['consentWho tooShort']);
    expect(faults({ note: 'a'.repeat(2_001) })).toEqual(['consentNote tooLong']);
  });
  test('the mail address is asked for only where one is given', () => {
    expect(intakeFields({ contactEmail: ' ' })).not.toContain('contactEmail');
    expect(intakeFields({})).toContain('contactName');
    expect(intakeFields({ contactEmail: 'nije adresa' })).toContain('contactEmail');
  });
});
