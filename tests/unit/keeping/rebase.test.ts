import { expect, it } from 'vitest';
import { emptyInput } from '@/lib/enterprises/schema';
import { toFormValues } from '@/lib/keeping/form-values';
import { rebase } from '@/lib/keeping/rebase';

const seen = toFormValues({
  ...emptyInput('Zadruga', 'called_by_source'),
  town: 'Čačak',
  activities: ['food', 'craft'],
});

it('what nobody else changed stays as typed, with nothing to tell', () => {
  const typed = { ...seen, town: ['Užice'] };
  expect(rebase(typed, seen, seen)).toEqual({ values: typed, conflicts: [] });
});

it('what only the other changed is taken', () => {
  const now = { ...seen, foundedYear: ['2011'], activities: ['food'] };
  const { values, conflicts } = rebase({ ...seen, town: ['Užice'] }, seen, now);
  expect(values).toMatchObject({ town: ['Užice'], foundedYear: ['2011'], activities: ['food'] });
  expect(conflicts.map(({ group }) => group).sort()).toEqual(['activities', 'foundedYear']);
  expect(conflicts.every(({ both }) => !both)).toBe(true);
});

it('what both changed stays as typed, and is told; the same change is none', () => {
  const now = { ...seen, town: ['Kraljevo'], shortName: ['Z'] };
  const { values, conflicts } = rebase({ ...seen, town: ['Užice'], shortName: ['Z'] }, seen, now);
  expect(values.town).toEqual(['Užice']);
  expect(conflicts).toEqual([{ group: 'town', both: true }]);
});

it('empty rows of contacts and other line ends are no change', () => {
  const base = {
    ...seen,
    'contacts.0.kind': ['email'],
    'contacts.0.value': ['a@primer.rs'],
    otherNames: ['Jedan\nDva'],
  };
  const typed = { ...base, otherNames: ['Jedan\r\nDva'], 'contacts.1.kind': ['website'], 'contacts.1.value': [''] };
  const now = { ...base, 'contacts.0.value': ['b@primer.rs'], otherNames: ['Jedan\nDva\nTri'] };
  const { values, conflicts } = rebase(typed, base, now);
  expect(values['contacts.0.value']).toEqual(['b@primer.rs']);
  expect(values.otherNames).toEqual(['Jedan\nDva\nTri']);
  expect(conflicts.every(({ both }) => !both)).toBe(true);
});
