import { describe, expect, test } from 'vitest';
import { checkDecision, type FieldChoice } from '@/lib/suggestions/decision';
import { isEdited } from '@/lib/suggestions/fields';
import { isOwnDomain } from '@/lib/suggestions/sender';
import { isTermCode, readTermForm } from '@/lib/taxonomies/edit-rules';
import { GAZETTEER } from '../search/gazetteer';

const choice = (other: Partial<FieldChoice>): FieldChoice => ({
  ...{ changeId: 1, outcome: 'accepted', sourceTitle: 'Sajt', sourceUrl: '', reason: '', note: '', ...other },
});
const decide = (other: Partial<FieldChoice>, field = 'website') =>
  checkDecision(
    { suggestionId: 1, version: 0, basis: null, verifiedBy: null, choices: [choice(other)] },
    [{ id: 1, field }],
    GAZETTEER,
  ).map(({ code }) => code);

describe('a decision on a suggestion', () => {
  test.each([
    [{ outcome: null }, ['undecided']],
    [{ sourceTitle: '' }, ['sourceNeeded']],
    [{ sourceUrl: 'primer' }, ['sourceAddress']],
    [{ sourceUrl: 'https://primer.rs/o-nama' }, []],
    [{ outcome: 'refused' as const }, ['reasonNeeded']],
    [{ outcome: 'refused' as const, reason: 'other' }, ['noteNeeded']],
    [{ outcome: 'refused' as const, reason: 'noSource' }, []],
    [{ outcome: 'refused' as const, reason: 'noSource', note: 'x'.repeat(601) }, ['noteLong']],
    [{ edited: null }, ['valueEmpty']],
    [{ edited: 'nije adresa' }, ['valueWrong']],
    [{ edited: 'https://zadruga.example' }, []],
    [{ outcome: 'refused' as const, reason: 'noSource', edited: 'nije adresa' }, []],
  ])('%j', (other, faults) => {
    expect(decide(other)).toEqual(faults);
  });

  test('a claim needs no source', () => {
    expect(decide({ sourceTitle: '' }, 'ownership')).toEqual([]);
  });

  test('every field wants a decision', () => {
    const decision = { suggestionId: 1, version: 0, basis: null, verifiedBy: null, choices: [choice({})] };
    expect(
      checkDecision(
        decision,
        [
          { id: 1, field: 'phone' },
          { id: 2, field: 'email' },
        ],
        GAZETTEER,
      ),
    ).toEqual([{ changeId: 2, code: 'undecided' }]);
  });
});

test('an address speaks for an organisation only at the host of its own site', () => {
  expect(isOwnDomain('ana@zadruga.rs', ['https://www.zadruga.rs/kontakt'])).toBe(true);
  expect(isOwnDomain('ana@gmail.com', ['https://zadruga.rs'])).toBe(false);
  expect(isOwnDomain('ana@zla-zadruga.rs', ['https://zadruga.rs'])).toBe(false);
  expect(isOwnDomain(null, ['https://zadruga.rs'])).toBe(false);
});

describe('the form of a term', () => {
  const form = {
    ...{ labelSr: ' Pčelarstvo ', labelSrCyrl: '', labelEn: 'Beekeeping', noteSr: '', noteEn: '', parentId: '' },
    ...{ synonymsSr: 'med\n\n pčele \nmed', synonymsEn: 'honey', links: 'schema closeMatch https://schema.org/Farm' },
  };

  test('is read line by line, each word once', () => {
    const read = readTermForm(form);
    expect(read.ok && read.value).toMatchObject({
      labelSr: 'Pčelarstvo',
      labelSrCyrl: null,
      synonyms: [
        { lang: 'sr', text: 'med' },
        { lang: 'sr', text: 'pčele' },
        { lang: 'en', text: 'honey' },
      ],
      links: [{ scheme: 'schema', relation: 'closeMatch', uri: 'https://schema.org/Farm' }],
    });
  });

  test('wants both labels and whole links', () => {
    expect(readTermForm({ ...form, labelEn: '' })).toEqual({ ok: false, error: 'labelWrong' });
    expect(readTermForm({ ...form, links: 'schema sameAs https://x.rs' })).toEqual({ ok: false, error: 'linkWrong' });
    expect([isTermCode('bee_keeping'), isTermCode('Pčele'), isTermCode('a b')]).toEqual([true, false, false]);
  });
});

test('a value is changed by another value, not by another order of terms', () => {
  expect(isEdited('activities', ['b', 'a'], ['a', 'b'])).toBe(false);
  expect(isEdited('activities', ['a'], ['a', 'b'])).toBe(true);
  expect(isEdited('place', ['71242', 'a'], ['a', '71242'])).toBe(true);
  expect(isEdited('phone', null, '+381111234567')).toBe(true);
});
