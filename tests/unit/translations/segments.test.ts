import { describe, expect, test } from 'vitest';
import { mergeTyped, type TypedSegment } from '@/lib/translations/merge';
import { alignSegments, declared, isWhole, type Segment, shownTexts, stateOf } from '@/lib/translations/segments';

const NOTHING = { problem: null, results: null, resources: null, supportNote: null, difficulties: null };
const source = (whatWasDone: string, title = 'Topli obroci do četvrtog sprata') => ({
  ...{ ...NOTHING, whatWouldHelp: null, transfer: null, whatWasDone, title },
  summary: 'Komšije su svakog dana kuvale za starije.',
  problem: 'Stariji ljudi nisu mogli do prodavnice.',
  results: 'Sedam hiljada obroka.',
});
const FIRST = 'Kuvali smo u školskoj kuhinji i nosili obroke od vrata do vrata.';
const SECOND = 'Svakog dana su radile po dve ekipe od šest ljudi.';
const translated = (segments: Segment[]) =>
  segments.map((segment) => ({ ...segment, text: `EN ${segment.source}`, sourceSeen: segment.source }));
const keysOf = (segments: Segment[], field = 'whatWasDone') =>
  segments.filter((segment) => segment.field === field).map(({ key, source: text }) => [key, text]);

describe('paragraphs keep their translation', () => {
  test('through an edit of the words, a new paragraph between and another order', () => {
    const before = translated(alignSegments([], source(`${FIRST}\n\n${SECOND}`)));
    const [first, second] = keysOf(before).map(([key]) => key);
    const edited = SECOND.replace('dve ekipe', 'tri ekipe');
    const after = alignSegments(before, source(`${edited}\n\nPomogla nam je i opština.\n\n${FIRST}`));
    const now = after.filter(({ field }) => field === 'whatWasDone');
    expect(now.map(({ key }) => key)).toEqual([second, expect.any(String), first]);
    expect(now.map(stateOf)).toEqual(['changed', 'missing', 'done']);
    expect(now[0]).toMatchObject({ source: edited, sourceSeen: SECOND, text: `EN ${SECOND}` });
  });

  test('one that is gone is kept apart, and comes back with the paragraph', () => {
    const before = translated(alignSegments([], source(`${FIRST}\n\n${SECOND}`)));
    const without = alignSegments(before, source(FIRST));
    expect(without.filter(({ retired }) => retired).map(({ text }) => text)).toEqual([`EN ${SECOND}`]);
    expect(isWhole(without)).toBe(true);
    const again = alignSegments(without, source(`${FIRST}\n\n${SECOND}`));
    expect(again.some(({ retired }) => retired)).toBe(false);
    expect(again.map(stateOf).every((state) => state === 'done')).toBe(true);
  });

  test('a title is the same title however it was changed', () => {
    const before = translated(alignSegments([], source(FIRST)));
    const [title] = alignSegments(before, source(FIRST, 'Sasvim druge reči ovde'));
    expect(title).toMatchObject({ field: 'title', source: 'Sasvim druge reči ovde', sourceSeen: before[0]?.source });
  });

  test('the same paragraph twice is two, and two who begin at once name all alike', () => {
    const twice = source(`${FIRST}\n\n${FIRST}`);
    const [one, other] = [alignSegments([], twice), alignSegments([], twice)];
    expect(keysOf(one)).toEqual(keysOf(other));
    expect(new Set(one.map(({ key }) => key)).size).toBe(one.length);
  });

  test('the public sees what was declared whole, and nothing while a paragraph has changed since', () => {
    const whole = translated(alignSegments([], source(`${FIRST}\n\n${SECOND}`)));
    expect(shownTexts(whole)).toBeNull();
    const shown = declared(whole);
    expect(shownTexts(shown)?.whatWasDone).toBe(`EN ${FIRST}\n\nEN ${SECOND}`);
    expect(shownTexts(shown)?.transfer).toBeNull();
    const half = shown.map((segment) => ({ ...segment, text: `${segment.text} još pišem` }));
    expect(shownTexts(half)).toEqual(shownTexts(shown));
    expect(shownTexts(alignSegments(shown, source(`${FIRST} I još.\n\n${SECOND}`)))).toBeNull();
  });
});

describe('two editors', () => {
  const stored: Segment = {
    ...{ key: 'title-1', field: 'title', position: 0, source: 'Naslov', sourceSeen: 'Naslov', text: 'Hers' },
    ...{ otherText: null, otherBy: null, shownText: null, shownSource: null, retired: false },
  };
  const typed = (changes: Partial<TypedSegment>): TypedSegment => ({
    ...{ text: '', was: '', approved: false, pick: null },
    ...changes,
  });
  const merge = (segment: Segment, changes: Partial<TypedSegment>) =>
    mergeTyped(segment, typed(changes), segment.source, 'ana');

  test('who changed nothing takes nothing back', () => {
    expect(merge(stored, { text: 'Old', was: 'Old' })).toEqual(stored);
  });
  test('who comes second over the same paragraph loses nothing: both stand, to be chosen', () => {
    const both = merge(stored, { text: 'Mine', was: 'Old' });
    expect(both).toMatchObject({ text: 'Hers', otherText: 'Mine', otherBy: 'ana' });
    expect(stateOf(both)).toBe('conflict');
    expect(merge(both, { text: 'Hers', was: 'Hers', pick: 'stored' })).toMatchObject({ text: 'Hers', otherText: null });
    expect(merge(both, { text: 'Hers', was: 'Hers', pick: 'other' })).toMatchObject({ text: 'Mine', otherText: null });
  });
  test('the same words twice are no conflict, with whatever line ends the browser sends', () => {
    const lines = { ...stored, text: 'a\nb' };
    expect(merge(lines, { text: 'a\r\nb', was: 'Old' }).otherText).toBeNull();
    expect(merge(lines, { text: 'a\r\nb', was: 'a\r\nb' })).toEqual(lines);
  });
  test('a change of the source that changes nothing is approved by a tick', () => {
    const changed = { ...stored, source: 'Naslov.' };
    expect(stateOf(changed)).toBe('changed');
    expect(stateOf(merge(changed, { text: 'Hers', was: 'Hers', approved: true }))).toBe('done');
    expect(stateOf(merge(changed, { text: 'Old', was: 'Old', approved: true }))).toBe('changed');
  });
});
