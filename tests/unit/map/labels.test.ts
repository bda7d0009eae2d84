import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { fillPlural, mapLabels } from '@/lib/map/labels';

describe('names of markers for screen readers', () => {
  it.each([
    ['sr-Latn', 12, 'Zlatiborski okrug', '12 preduzeća, Zlatiborski okrug'],
    ['sr-Latn', 21, 'Zlatiborski okrug', '21 preduzeće, Zlatiborski okrug'],
    ['sr-Latn', 1139, 'Grad Beograd', '1.139 preduzeća, Grad Beograd'],
    ['sr-Cyrl', 2, 'Нишавски округ', '2 предузећа, Нишавски округ'],
    ['en', 12, 'Zlatibor District', '12 enterprises, Zlatibor District'],
  ] as const)('%s, %i', (locale, count, place, name) => {
    expect(fillPlural(mapLabels(locale).pile, locale, count, { place })).toBe(name);
  });

  it('have no argument left open, in any language', () => {
    for (const locale of LOCALES) {
      const labels = mapLabels(locale);
      for (const count of [1, 2, 5, 21, 100]) {
        for (const sentences of [labels.pile, labels.pileAround, labels.pileAlone, labels.more]) {
          expect(fillPlural(sentences, locale, count, { place: 'X' })).not.toMatch(/[{}]/);
        }
      }
    }
  });
});
