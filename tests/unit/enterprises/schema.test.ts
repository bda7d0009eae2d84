import { describe, expect, it, test } from 'vitest';
import { emptyInput, enterpriseInput, isDay } from '@/lib/enterprises/schema';

const known = emptyInput('Naša kuća', 'called_by_source');

/** The keys of the messages that the schema has against a record. */
function complaints(change: object): string[] {
  const parsed = enterpriseInput.safeParse({ ...known, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the writable record', () => {
  it('needs a name and a basis, and nothing else', () => {
    expect(enterpriseInput.parse(known)).toEqual(known);
  });

  const next = new Date().getUTCFullYear() + 1;
  test.each([
    [{ nameSr: '  ' }, 'nameSr: empty'],
    [{ nameSr: 'a'.repeat(201) }, 'nameSr: tooLong'],
    [{ activitySr: '' }, 'activitySr: empty'],
    [{ foundedYear: 1799 }, 'foundedYear: notAYear'],
    [{ foundedYear: next + 1 }, 'foundedYear: notAYear'],
    [{ foundedYear: 0 }, 'foundedYear: notAYear'],
    [{ registrationNumber: '12345678' }, 'registrationNumber: notARegistrationNumber'],
    [{ taxId: '123456789' }, 'taxId: notATaxId'],
    [{ postalCode: '1100' }, 'postalCode: notAPostalCode'],
    [{ position: { lat: 144, lng: 20, precision: 'address' } }, 'position.lat: notADegree'],
    [{ verification: { on: '2026-02-30', by: null, method: null } }, 'verification.on: notADay'],
    [{ verification: { on: '2999-01-01', by: null, method: null } }, 'verification.on: inFuture'],
    [{ legalStatus: { code: 'ended', from: '2024-01-02', to: '2024-01-01' } }, 'legalStatus.to: endsBeforeItBegins'],
    [{ contacts: [{ kind: 'email', value: 'zadruga' }] }, 'contacts.0.value: notAnEmail'],
    [{ contacts: [{ kind: 'website', value: 'zadruga' }] }, 'contacts.0.value: notAnAddress'],
  ])('refuses %j', (change, complaint) => {
    expect(complaints(change)).toEqual([complaint]);
  });

  it('takes the next year as a founding year, and no position half', () => {
    expect(complaints({ foundedYear: next })).toEqual([]);
    expect(complaints({ position: { lat: 44, precision: 'address' } })).not.toEqual([]);
  });

  it('writes contacts in one form and lists without repetitions', () => {
    const parsed = enterpriseInput.parse({
      ...known,
      contacts: [{ kind: 'phone', value: '011 234 5678' }],
      activities: ['crafts', 'crafts'],
    });
    expect(parsed.contacts).toEqual([{ kind: 'phone', value: '+381112345678', personal: false, consentOn: null }]);
    expect(parsed.activities).toEqual(['crafts']);
  });
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2023-13-01', false],
  ['23.11.2026', false],
  ['2026-1-1', false],
])('%s is a day of the calendar: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
