import { expect, it } from 'vitest';
import { findColumn } from '@/lib/imports/column-names';
import { checkMapping, guessMapping, mappedColumns } from '@/lib/imports/mapping';

it('titles of Serbian lists are understood, in both scripts, with slips; each column of ours once', () => {
  const titles = [
    'Назив',
    'Opština',
    'Adresa',
    'Telefon',
    'E-pošta',
    'Matični broj',
    'PIB',
    'naem_en',
    'Boja',
    'Naziv',
  ];
  expect(guessMapping(titles)).toEqual([
    ...['name_sr', 'municipality', 'street_address', 'phone', 'email', 'registration_number', 'tax_id', 'name_en'],
    ...[null, null],
  ]);
});

it('a name of ours comes before a guess', () => {
  expect(guessMapping(['Naziv', 'name_sr'])).toEqual([null, 'name_sr']);
});

it('a choice is of known names, and of each once', () => {
  expect(checkMapping(['name_sr', '', 'town'])).toEqual(['name_sr', null, 'town']);
  expect(checkMapping(['name_sr', 'name_sr'])).toBeNull();
  expect(checkMapping(['__proto__'])).toBeNull();
});

it('a column that is not read is not taken for one of ours by its title', () => {
  const columns = mappedColumns(['name_sr', 'town'], ['name_sr', null]);
  expect(columns[0]).toBe('name_sr');
  expect(findColumn(columns[1] ?? '')).toBeNull();
});
