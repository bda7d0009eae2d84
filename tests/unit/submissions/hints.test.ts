import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, findPersonalDataInFileName, type HintKind } from '@/lib/submissions/hints';
import { CLEAN_FILE_NAMES, FILE_NAMES, plantedCases, STREETS_IN_SENTENCES } from '../../fixtures/stories/personal-data';
import { collected, passages, realLikeStories } from '../../fixtures/stories/stories';

/** Whether the planted thing is found, as its kind, and (but for what may be a part of it, as a flat's number) whole. */
function isFound({ kind, planted, text }: { kind: HintKind; planted: string; text: string }): boolean {
  const wanted = text.indexOf(planted);
  return findPersonalData(text).some((hint) => {
    const overlap = Math.min(hint.end, wanted + planted.length) - Math.max(hint.start, wanted);
    return hint.kind === kind && overlap >= planted.length * 0.6;
  });
}

describe('hints on personal data', () => {
  it('find at least 95 % of more than 200 planted ones, of each kind', () => {
    const cases = plantedCases();
    expect(cases.length).toBeGreaterThanOrEqual(200);
    const missed = cases.filter((planted) => !isFound(planted));
    expect(missed.length / cases.length, JSON.stringify(missed.slice(0, 20), null, 1)).toBeLessThanOrEqual(0.05);
    for (const kind of new Set(cases.map((planted) => planted.kind))) {
      const ofKind = cases.filter((planted) => planted.kind === kind);
      expect(ofKind.length).toBeGreaterThanOrEqual(20);
      expect(missed.filter((planted) => planted.kind === kind).length / ofKind.length, kind).toBeLessThanOrEqual(0.05);
    }
  });

  it('find them again in other draws of the same shapes', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const cases = plantedCases(seed);
      expect(cases.filter((planted) => !isFound(planted)).length / cases.length).toBeLessThanOrEqual(0.05);
    }
  });

  it('say nothing on at least 98 % of 200 real-like stories', () => {
    const stories = realLikeStories();
    expect(stories).toHaveLength(200);
    const hit = stories.filter((story) => findPersonalData(story).length > 0);
    expect(hit.length / stories.length, hit.slice(0, 5).join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('say nothing on at least 98 % of passages full of years, laws, counts, prices and dates', () => {
    const texts = [...passages(), ...collected().flatMap(({ title, summary, organisation }) => [title, summary, `${organisation}. ${summary}`])]; // biome-ignore format: a list
    expect(texts.length).toBeGreaterThan(200);
    const hit = texts.filter((text) => findPersonalData(text).length > 0);
    expect(hit.length / texts.length, hit.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it.each(STREETS_IN_SENTENCES)('find a bent street: %s', (street) => {
    expect(findPersonalData(`Sastajali smo se ${street} i krenuli dalje.`).map(({ kind }) => kind)).toEqual(['street']);
  });

  it('quote the passage with its place in the text', () => {
    const text = 'Zovite Miru (064/123-45-67) ili pišite na mira@primer.example. 🙂';
    expect(findPersonalData(text)).toEqual([
      { kind: 'phone', start: 13, end: 26, quote: '064/123-45-67' },
      { kind: 'email', start: 42, end: 61, quote: 'mira@primer.example' },
    ]);
  });

  it.each(FILE_NAMES)('find a %s in the name of a file: %s', (kind, name) =>
    expect(findPersonalDataInFileName(name).map((hint) => hint.kind)).toContain(kind),
  );

  it.each(CLEAN_FILE_NAMES)('say nothing on the name %s', (name) =>
    expect(findPersonalDataInFileName(name)).toEqual([]),
  );

  it.each([
    ['a wrong check digit', '0101990710019'],
    ['a day that the calendar does not have', '3002990710018'],
    ['a longer number', '01019907100180'],
  ])("take no citizen's number for one with %s", (_, number) =>
    expect(findPersonalData(`Broj ${number}`).filter(({ kind }) => kind === 'jmbg')).toEqual([]),
  );

  it.each(['Terazije 23', 'Sedište: 27. marta 18, Novi Sad', 'Kneza Miloša, 12', 'Mirijevski bulevar 17', 'JMBG: 0101990710006', 'матични број је 0101990710006'])(
    'find what is called or known to be one: %s',
    (text) => expect(findPersonalData(text)).toHaveLength(1),
  ); // biome-ignore format: a list

  it('never fail, and every quote stands where it is said to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('064/123-45-67', 'ул. Кнеза Милоша 12', 'ana@primer.rs', ''), (noise, planted) => {
        const text = `${noise} ${planted}\n${noise}`;
        for (const { start, end, quote } of findPersonalData(text)) expect(text.slice(start, end)).toBe(quote);
      }),
    ); // biome-ignore format: one property
  });

  it.each(['A ', '1-', 'a-', 'a@', '(', '1 2 ', 'ulica Kneza Miloša ', 'a.', '+381 ', ' ', 'Nikole Tesle ', 'RS1 '])(
    'end on a long text of %j: the work grows with its length, not faster',
    (piece) => {
      // Two hundred times the longest answer of the form. A pattern that backtracks would take minutes here.
      expect(findPersonalData(piece.repeat(800_000 / piece.length)).length).toBeGreaterThanOrEqual(0);
    },
  );
});
