import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { checkCyrillic } from '@/lib/translations/cyrillic';
import { type GlossaryEntry, termsIn } from '@/lib/translations/glossary';

const rows = parse(readFileSync('prisma/data/glossary.csv'), { columns: true }) as Record<string, string>[];
const glossary: GlossaryEntry[] = rows.map((row) => ({
  ...{ id: row.id ?? '', sr: row.sr ?? '', en: row.en ?? '' },
  ...{ srAlso: row.sr_also || null, enAlso: row.en_also || null, noteSr: null, noteEn: null },
}));
const idsIn = (text: string, lang: 'sr' | 'en' = 'sr') => termsIn(text, lang, glossary).map(({ id }) => id);

describe('the glossary', () => {
  test('has a hundred terms and more, each in both languages and once', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(100);
    expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
    expect(glossary.every(({ sr, en }) => sr !== '' && en !== '')).toBe(true);
  });
  test('finds a term in its cases and numbers, in both scripts and without marks', () => {
    expect(idsIn('Radili smo sa socijalnim preduzećima i zadrugama.')).toEqual(['social_enterprise', 'cooperative']);
    expect(idsIn('Помоћ у кући за старије особе')).toEqual(['home_care', 'older_persons']);
    expect(idsIn('osobama sa invaliditetom')).toEqual(['persons_with_disabilities']);
    expect(idsIn('They work with social enterprises', 'en')).toEqual(['social_enterprise']);
  });
  test('shows the longer term, not the shorter within it', () => {
    expect(idsIn('Osnovali smo socijalnu zadrugu.')).toEqual(['social_cooperative']);
    expect(idsIn('Socijalna zadruga je i dalje zadruga.')).toEqual(['social_cooperative', 'cooperative']);
  });
  test('finds nothing in words that only look alike', () => {
    expect(idsIn('Gradili smo nadstrešnicu.')).toEqual([]);
  });
});

describe('the Cyrillic that is derived', () => {
  test('names the words that stay in Latin', () => {
    const check = checkCyrillic('Radionica ⟦Bagel⟧ na www.primer.rs i Njegoš.');
    expect(check?.text).toBe('Радионица Bagel на www.primer.rs и Његош.');
    expect(check?.latin).toEqual(['Bagel', 'www', 'primer', 'rs']);
  });
  test('has nothing to check in a text that is Cyrillic', () => {
    expect(checkCyrillic('Већ је ћирилица.')).toBeNull();
  });
});
