import { describe, expect, test } from 'vitest';
import { moveByKey } from '@/components/redaction/moves';
import { toPixels } from '@/lib/files/marks';
import { readMarks, toTyped, typedMarks } from '@/lib/redaction/marks-form';
import { unredactedEraseOn } from '@/lib/redaction/retention-rules';

const form = (fields: Record<string, string>) => typedMarks((name) => fields[name] ?? '');
const box = (at: string, x: string, y: string, width: string, height: string) => ({
  [`${at}.x`]: x,
  [`${at}.y`]: y,
  [`${at}.width`]: width,
  [`${at}.height`]: height,
});

describe('boxes as numbers', () => {
  test('are read with a comma or a point, empty rows left out', () => {
    const typed = form({ ...box('box.0', '10', '20,5', '30.25', '5'), ...box('box.3', '0', '0', '1', '1') });
    expect(readMarks(typed)).toEqual({
      faults: [],
      marks: {
        crop: null,
        boxes: [
          { x: 1000, y: 2050, width: 3025, height: 500 },
          { x: 0, y: 0, width: 100, height: 100 },
        ],
      },
    });
  });
  test('that reach over the edge end at it; those outside, too small or no numbers are faults', () => {
    expect(readMarks(form(box('box.0', '90', '-5', '50', '20'))).marks.boxes).toEqual([
      { x: 9000, y: 0, width: 1000, height: 1500 },
    ]);
    const faults = (fields: Record<string, string>) => readMarks(form(fields)).faults.map(({ code }) => code);
    expect(faults(box('box.0', '110', '0', '5', '5'))).toEqual(['outside']);
    expect(faults(box('box.0', '10', '10', '0.1', '5'))).toEqual(['tooSmall']);
    expect(faults(box('crop', '10', '10', '2', '50'))).toEqual(['tooSmall']);
    expect(faults(box('box.0', 'deset', '10', '5', ''))).toEqual(['notNumbers']);
  });
  test('come back as they were', () => {
    const marks = {
      crop: { x: 0, y: 0, width: 5000, height: 10_000 },
      boxes: [{ x: 1, y: 2, width: 300, height: 40 }],
    };
    const typed = toTyped(marks);
    expect(readMarks({ ...typed, boxes: [...typed.boxes] }).marks).toEqual(marks);
  });
  test('cover every pixel that they touch', () => {
    expect(toPixels({ x: 3333, y: 5000, width: 3333, height: 10 }, 100, 99)).toEqual({
      ...{ left: 33, top: 49, width: 34, height: 1 },
    });
  });
  test('are moved by arrows and kept inside, sized with Shift, removed with Delete', () => {
    const at = { x: 99, y: 10, width: 1, height: 5 };
    expect(moveByKey(at, { key: 'ArrowRight', shiftKey: false })).toEqual(at);
    expect(moveByKey(at, { key: 'ArrowDown', shiftKey: false })).toEqual({ ...at, y: 11 });
    expect(moveByKey(at, { key: 'ArrowDown', shiftKey: true })).toEqual({ ...at, height: 6 });
    expect(moveByKey(at, { key: 'Delete', shiftKey: false })).toBe('remove');
    expect(moveByKey(at, { key: 'a', shiftKey: false })).toBeNull();
  });
});

describe('a photo as it was', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 10, n));
  test('is kept while the story waits, and 30 days from the decision or from a later redaction', () => {
    const facts = { keptAt: day(1), decidedAt: day(5) };
    expect(unredactedEraseOn({ ...facts, state: 'in_review' })).toBeNull();
    expect(unredactedEraseOn({ ...facts, state: 'appealed' })).toBeNull();
    expect(unredactedEraseOn({ ...facts, state: 'published' })).toEqual(day(35));
    expect(unredactedEraseOn({ ...facts, keptAt: day(9), state: 'published' })).toEqual(day(39));
    expect(unredactedEraseOn({ state: 'rejected', keptAt: day(2), decidedAt: null })).toEqual(day(32));
  });
});
