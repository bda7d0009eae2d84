import { expect, test } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { fillPlural } from '@/lib/i18n/templates';
import { countLine } from '@/lib/story-form/count-line';
import { countLabels } from '@/lib/story-form/count-words';
import { faultLines, faultTemplates, faultText } from '@/lib/story-form/fault-words';
import { FIELD_NAMES, PAGE_FIELDS, TEXT_LIMITS } from '@/lib/submissions/fields';
import { checkAnswers } from '@/lib/submissions/schema';

const fault = (field: (typeof FIELD_NAMES)[number], key: string, item: number | null = null) => ({
  field,
  key,
  item,
  part: null,
});

test('a text that is too short is told how much it has, in the plural of its language', () => {
  const say = (text: string) => faultText('sr-Latn', fault('whatWasDone', 'tooShort'), { whatWasDone: text });
  expect(say('x'.repeat(68))).toBe('Opišite šta ste uradili sa bar 300 znakova; sada ih je 68');
  expect(say('x'.repeat(21))).toBe('Opišite šta ste uradili sa bar 300 znakova; sada je 21');
  expect(say('x'.repeat(33))).toBe('Opišite šta ste uradili sa bar 300 znakova; sada su 33');
});

test('a faulty line of a list is named by its number', () => {
  expect(faultText('en', fault('links', 'notALink', 1), { links: ['https://a.example', 'b'] })).toMatch(/line 2/);
});

test('an empty story has words for every fault, in every language', () => {
  const result = checkAnswers({}, FIELD_NAMES);
  if (result.ok) throw new Error('an empty story is no story');
  for (const locale of LOCALES) {
    const lines = faultLines(locale, result.faults, {});
    expect(lines.length).toBeGreaterThan(10);
    for (const { text } of lines) expect(text).not.toMatch(/[{}]|^StoryForm/);
  }
});

test('the browser says the very words of the server', () => {
  const answers = { problem: 'kratko', title: 'x'.repeat(120), practiceTypes: ['a', 'b', 'c', 'd'], summary: '' };
  const result = checkAnswers(answers, PAGE_FIELDS.happened);
  if (result.ok) throw new Error('these answers have faults');
  for (const locale of LOCALES) {
    const templates = faultTemplates(locale, PAGE_FIELDS.happened);
    for (const { field, key, item } of result.faults) {
      const value = answers[field as keyof typeof answers];
      const count = Array.isArray(value) ? value.length : (value ?? '').length;
      const said = fillPlural(templates[field]?.[key] ?? {}, locale, count, { item: String((item ?? 0) + 1) });
      expect(said).toBe(faultText(locale, { field, key, item, part: null }, answers));
    }
  }
});

test('the line under a text: what is wanted, what is missing, what is left, what is too much', () => {
  const limits = TEXT_LIMITS.title;
  const line = (used: number) => countLine(countLabels('sr-Latn', limits), 'sr-Latn', used, limits);
  expect(line(0)).toEqual({ left: 'najmanje 10 znakova', right: '0 od 100', over: false });
  expect(line(8).left).toBe('još 2 znaka');
  expect(line(95).right).toBe('ostalo je 5 znakova');
  expect(line(101)).toMatchObject({ right: '1 znak previše', over: true });
});
