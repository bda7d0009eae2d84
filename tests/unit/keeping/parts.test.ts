import { expect, it } from 'vitest';
import { type EnterpriseInput, emptyInput, enterpriseInput, type SourceInput } from '@/lib/enterprises/schema';
import { mergeInputs, PARTS, splitInput, takeBack } from '@/lib/keeping/parts';

const source = (title: string, fields: SourceInput['fields']): SourceInput => ({
  ...{ url: null, title, publisher: null, licence: null, retrievedOn: null },
  fields,
});
const one: EnterpriseInput = {
  ...emptyInput('Zadruga Jedan', 'called_by_source'),
  foundedYear: 2001,
  activities: ['a', 'b'],
  sources: [source('Prvi', ['nameSr', 'foundedYear', 'activities'])],
};
const two: EnterpriseInput = {
  ...emptyInput('Zadruga Dva', 'called_by_source'),
  foundedYear: 2002,
  town: 'Čačak',
  activities: ['b', 'c'],
  contacts: [{ kind: 'website', value: 'https://dva.rs', personal: false, consentOn: null }],
  sources: [source('Drugi', ['nameSr', 'foundedYear', 'town', 'activities', 'website'])],
};

it('every field of the record is in one part, but for sources and what is made by the generator', () => {
  const fields = PARTS.flatMap((part) => [...part.fields]);
  expect(new Set(fields).size).toBe(fields.length);
  const left = Object.keys(enterpriseInput.shape).filter((field) => !(fields as string[]).includes(field));
  expect(left).toEqual(['sources', 'otherValues', 'synthetic']);
});

it('a merge keeps what is known, puts lists together, and each value has the sources that say it', () => {
  const merged = mergeInputs(one, two, {});
  expect(merged).toMatchObject({
    nameSr: 'Zadruga Jedan',
    foundedYear: 2001,
    town: 'Čačak',
    activities: ['a', 'b', 'c'],
  });
  expect(merged.otherNames).toEqual(['Zadruga Dva']);
  expect(merged.sources).toEqual([
    source('Prvi', ['nameSr', 'foundedYear', 'activities']),
    source('Drugi', ['activities', 'town', 'website']),
  ]);
});

it('a merge takes what was chosen', () => {
  const merged = mergeInputs(one, two, { nameSr: 'other', foundedYear: 'other', activities: 'this' });
  expect(merged).toMatchObject({
    nameSr: 'Zadruga Dva',
    foundedYear: 2002,
    activities: ['a', 'b'],
    otherNames: ['Zadruga Jedan'],
  });
});

it('a split leaves nothing out and says no number twice', () => {
  const numbered = { ...two, registrationNumber: '17173812' };
  const { rest, split } = splitInput(numbered, 'Nova', { town: 'go', registrationNumber: 'both', contacts: 'both' });
  expect([rest.town, split.town]).toEqual([null, 'Čačak']);
  expect([rest.registrationNumber, split.registrationNumber]).toEqual(['17173812', null]);
  expect([rest.contacts.length, split.contacts.length]).toEqual([1, 1]);
  expect(split.sources).toEqual([source('Drugi', ['town', 'website'])]);
  expect(rest.sources).toEqual([source('Drugi', ['nameSr', 'foundedYear', 'activities', 'website'])]);
});

it('a change taken back brings its sources back; what was changed again is told', () => {
  const after = {
    ...two,
    town: 'Užice',
    sources: [source('Drugi', ['nameSr', 'foundedYear', 'activities', 'website']), source('Treći', ['town'])],
  };
  const now = { ...after, foundedYear: 2010 };
  const back = takeBack(now, two, after);
  expect(back.changedSince).toEqual([]);
  expect(back.input).toMatchObject({ town: 'Čačak', foundedYear: 2010 });
  expect(back.input.sources.find(({ title }) => title === 'Drugi')?.fields).toContain('town');
  expect(back.input.sources.find(({ title }) => title === 'Treći')?.fields ?? []).toEqual([]);
  expect(takeBack({ ...now, town: 'Niš' }, two, after).changedSince.map(({ key }) => key)).toEqual(['town']);
});
