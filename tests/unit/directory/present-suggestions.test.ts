import { describe, expect, it } from 'vitest';
import { presentSuggestions } from '@/lib/search/present-suggestions';
import type { Suggestion } from '@/lib/search/schema';

const CACAK: Suggestion = {
  kind: 'place',
  label: 'Čačak',
  detail: 'Moravički okrug',
  count: 3,
  leadsTo: { facet: 'municipality', value: '71242' },
};
const FOUND: Suggestion[] = [
  { kind: 'term', label: 'Zadruga', detail: null, count: 30, leadsTo: { facet: 'legalForm', value: 'cooperative' } },
  { kind: 'enterprise', label: 'Naše drvo', detail: 'Čačak', count: null, leadsTo: { slug: 'nase-drvo-3' } },
  CACAK,
  { kind: 'place', label: 'Guča', detail: 'Moravički okrug', count: 1, leadsTo: { text: '"Guča"' } },
];

describe('suggestions', () => {
  it('stand in groups, places first, each with the address it leads to', () => {
    const { groups, status } = presentSuggestions('cac', FOUND, 'sr-Latn');
    expect(groups.map(({ heading }) => heading)).toEqual(['Mesta', 'Preduzeća', 'Delatnosti i grupe']);
    expect(groups.flatMap(({ options }) => options.map(({ href }) => href))).toEqual([
      '/preduzeca?municipality=71242',
      '/preduzeca?q=%22Gu%C4%8Da%22',
      '/preduzeca/nase-drvo-3',
      '/preduzeca?legalForm=cooperative',
    ]);
    expect(status).toMatch(/^4 predloga/);
  });

  it('mark what was typed in the label, as it is written there', () => {
    const [group] = presentSuggestions('cac', [CACAK], 'sr-Latn').groups;
    expect(group?.options[0]?.label).toEqual([{ text: 'Čačak', marked: true }]);
  });

  it.each([
    ['cacak', 'sr-Latn', 'Isto tražimo i kao Čačak i Чачак.'],
    ['čačak', 'sr-Latn', 'Isto tražimo i kao Чачак.'],
    ['чачак', 'sr-Latn', 'Isto tražimo i kao Čačak.'],
    ['cac', 'en', 'We also search for Čačak and Чачак.'],
    ['xyz', 'sr-Latn', null],
  ] as const)('name the other spellings of %s (%s)', (typed, locale, said) => {
    expect(presentSuggestions(typed, [CACAK], locale).spellings).toBe(said);
  });

  it('claim no Cyrillic spelling of an English word', () => {
    const food: Suggestion = {
      kind: 'term',
      label: 'Food',
      detail: null,
      count: 4,
      leadsTo: { facet: 'activityField', value: 'food' },
    };
    expect(presentSuggestions('food', [food], 'en').spellings).toBeNull();
  });

  it('of nothing are nothing', () => {
    expect(presentSuggestions('', [], 'en')).toEqual({ groups: [], status: '', spellings: null });
  });
});
