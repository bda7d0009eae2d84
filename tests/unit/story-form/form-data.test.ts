import { describe, expect, test } from 'vitest';
import {
  answersFromForm,
  fieldOfControl,
  isAnswered,
  listAnswer,
  monthToControls,
  textAnswer,
  tickAnswer,
} from '@/lib/story-form/form-data';

describe('a posted page as answers', () => {
  test('texts stay as they were typed, blanks and all', () => {
    const answers = answersFromForm('happened', [
      ['problem', '  Маске нису могле да се купе.\r\n'],
      ['title', ''],
    ]);
    expect(answers.problem).toBe('  Маске нису могле да се купе.\r\n');
    expect(answers.title).toBe('');
  });

  test('ticks of one question are a list, and none is an empty list', () => {
    expect(
      answersFromForm('happened', [
        ['practiceTypes', 'masks'],
        ['practiceTypes', 'meals'],
      ]).practiceTypes,
    ).toEqual(['masks', 'meals']);
    expect(answersFromForm('happened', []).practiceTypes).toEqual([]);
  });

  test('a tick that is not sent is not ticked', () => {
    expect(answersFromForm('contact', [['consentPublish', 'yes']])).toMatchObject({
      consentPublish: true,
      consentResearch: false,
    });
  });

  test.each([
    ['3', '2020', '2020-03'],
    ['12', ' 2020 ', '2020-12'],
    ['', '', ''],
    ['', '2020', '2020-'],
    ['3', '', '-03'],
    ['3', 'dve hiljade', 'dve hiljade-03'],
  ])('month %j and year %j are %j', (month, year, written) => {
    const answers = answersFromForm('place', [
      ['startMonth-month', month],
      ['startMonth-year', year],
    ]);
    expect(answers.startMonth).toBe(written);
  });

  test.each([
    ['2020-03', '3', '2020'],
    ['2020-', '', '2020'],
    ['-03', '3', ''],
    ['', '', ''],
  ])('a kept month %j goes back into its controls', (kept, month, year) => {
    expect(monthToControls(kept)).toEqual({ month, year });
  });

  test('partners and links are the lines of a text, without the empty ones', () => {
    const { partners } = answersFromForm('results', [['partners', 'Opština Kladovo\r\n\r\n  Dom zdravlja \n']]);
    expect(partners).toEqual(['Opština Kladovo', 'Dom zdravlja']);
    expect(textAnswer({ partners }, 'partners')).toBe('Opština Kladovo\nDom zdravlja');
  });

  test('of two controls of a place the one that says something counts', () => {
    const answers = answersFromForm('place', [
      ['placeId', ''],
      ['placeId', 'settlement:1'],
    ]);
    expect(answers.placeId).toBe('settlement:1');
  });

  test('what is no question of the page is left out, files too', () => {
    const answers = answersFromForm('files', [
      ['photos', 'x'],
      ['version', '3'],
      ['title', 'Naslov'],
    ]);
    expect(Object.keys(answers).sort()).toEqual(['contentLabels', 'links', 'peopleInPhotos']);
  });
});

test.each([
  ['startMonth-year', 'place', 'startMonth'],
  ['title', 'happened', 'title'],
  ['title', 'contact', null],
  ['version', 'happened', null],
] as const)('the control %s of the page %s belongs to %s', (name, page, field) => {
  expect(fieldOfControl(name, page)).toBe(field);
});

test('answers that are nothing: empty, false, an empty list', () => {
  expect([undefined, null, '', false, []].map(isAnswered)).toEqual([false, false, false, false, false]);
  expect(['x', true, ['x'], 0].map(isAnswered)).toEqual([true, true, true, true]);
  expect(listAnswer({ support: 'state' }, 'support')).toEqual(['state']);
  expect(tickAnswer({ ongoing: 'yes' }, 'ongoing')).toBe(true);
});
