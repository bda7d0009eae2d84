import { expect, it } from 'vitest';
import { formOptions } from '@/lib/keeping/form-options';
import type { Term } from '@/lib/taxonomies/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

const term = (taxonomy: string, code: string, more: Partial<Term> = {}): Term => ({
  ...{ id: `${taxonomy}:${code}`, taxonomy, code, parentId: null, labelSr: code, labelEn: code },
  ...{ noteSr: null, noteEn: null, position: 0, mark: null, synonyms: [], links: [], ...more },
});
const food = term('activityField', 'food');
const old = term('activityField', 'old', { retired: true });
const vocab = {
  terms: (taxonomy: string) =>
    ({
      legalForm: [term('legalForm', 'cooperative'), term('legalForm', 'guild', { retired: true })],
      activityField: [food, old],
    })[taxonomy] ?? [],
  children: (id: string) =>
    ({
      [food.id]: [term('activity', 'catering'), term('activity', 'mill', { retired: true })],
      [old.id]: [term('activity', 'copying', { retired: true })],
    })[id] ?? [],
  districts: new Map(),
  municipalities: new Map(),
} as unknown as Vocabularies;

const offered = (values: Record<string, string[]>) => {
  const terms: Record<string, { options: { value: string }[] }[]> = formOptions(vocab, 'en', values).terms;
  return ['legalForm', 'activity'].map((name) =>
    terms[name]?.flatMap(({ options }) => options.map(({ value }) => value)),
  );
};

it('a retired term is offered only where the form has it already', () => {
  expect(offered({})).toEqual([['cooperative'], ['catering']]);
  expect(offered({ legalForm: ['guild'], activity: ['copying'] })).toEqual([
    ['cooperative', 'guild'],
    ['catering', 'copying'],
  ]);
});
