import { describe, expect, it } from 'vitest';
import { paramsOfForm } from '@/components/directory/form-address';

const FIELDS = new Set(['q', 'activity', 'legalForm', 'sort', 'yearFrom']);

function afterChange(address: string, fields: [string, string][]): string {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return paramsOfForm(new URLSearchParams(address), form, FIELDS).toString();
}

describe('a change in the form, in the address', () => {
  it('puts a new choice behind the older ones, wherever its field stands in the page', () => {
    const fields: [string, string][] = [
      ['activity', 'crafts'],
      ['legalForm', 'cooperative'],
    ];
    expect(afterChange('legalForm=cooperative', fields)).toBe('legalForm=cooperative&activity=crafts');
  });

  it('takes away what is no longer chosen and keeps the rest in its place', () => {
    const fields: [string, string][] = [
      ['activity', 'crafts'],
      ['activity', 'retail'],
    ];
    expect(afterChange('activity=retail&legalForm=cooperative&activity=crafts', fields)).toBe(
      'activity=retail&activity=crafts',
    );
  });

  it('keeps the text typed so far, and leaves out empty fields', () => {
    const fields: [string, string][] = [
      ['q', 'med'],
      ['sort', ''],
      ['yearFrom', ' '],
    ];
    expect(afterChange('', fields)).toBe('q=med');
  });

  it('begins at the first page again, and forgets that a spelling was wanted exactly', () => {
    expect(afterChange('q=med&page=4&exact=1', [['q', 'med']])).toBe('q=med');
  });

  it('leaves the view and the place of the map alone, even where a hidden field says something older', () => {
    const fields: [string, string][] = [
      ['q', 'med'],
      ['zoom', '7'],
    ];
    expect(afterChange('view=map&zoom=9', fields)).toBe('view=map&zoom=9&q=med');
  });

  it('replaces a value of a field that has only one', () => {
    expect(
      afterChange('sort=name&q=med', [
        ['q', 'med'],
        ['sort', 'newest'],
      ]),
    ).toBe('q=med&sort=newest');
  });
});
