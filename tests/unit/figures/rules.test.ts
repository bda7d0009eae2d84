import { describe, expect, test } from 'vitest';
import { figuresCsv } from '@/lib/figures/csv';
import { computeFigures, countReasons, durationOf } from '@/lib/figures/rules';
import type { FigureEvent } from '@/lib/figures/schema';

const NOW = new Date('2026-11-26T10:00:00Z');
let id = 0;
const event = (submissionId: number, kind: string, day: string, more: Partial<FigureEvent> = {}): FigureEvent => ({
  id: ++id,
  ...{ submissionId, kind, at: new Date(`${day}T09:00:00Z`), reason: null, undoes: [] },
  ...more,
});
/** A story from its confirmation to its publication. */
const told = (submissionId: number, came: string, decided: string) => [
  event(submissionId, 'confirm', came),
  event(submissionId, 'claim', came),
  event(submissionId, 'approve', decided),
  event(submissionId, 'publish', decided),
];
const byTime = (events: FigureEvent[]) => events.sort((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id);

describe('figures from the log', () => {
  test('a month counts what came, was published, sent back and not accepted in it', () => {
    const events = byTime([
      ...told(1, '2026-10-05', '2026-10-08'),
      ...told(2, '2026-10-06', '2026-10-08'),
      event(3, 'confirm_for', '2026-10-07'),
      event(3, 'request_changes', '2026-10-09'),
      event(3, 'resubmit', '2026-10-12'),
      event(3, 'reject', '2026-10-14', { reason: 'advertising' }),
    ]);
    const { spans } = computeFigures(events, NOW);
    expect(spans).toEqual([
      {
        ...{ from: '2026-10', to: '2026-10', received: 3, published: 2, returned: 1, rejected: 1 },
        // 3, 2 and 2 working days; after the resubmission the time began anew, and its answer was its decision.
        answer: { median: 2, ninetieth: 3, stories: 4 },
        decision: { median: 2, ninetieth: 3, stories: 3 },
      },
    ]);
  });

  test('working days count, not weekends and holidays', () => {
    // 11 November 2026 is Armistice Day, 14 and 15 are a weekend.
    const events = byTime([1, 2, 3].flatMap((story) => told(story, '2026-11-10', '2026-11-16')));
    expect(computeFigures(events, NOW).spans[0]?.decision?.median).toBe(3);
  });

  test('a month with fewer than three stories is put together with the next, the last with the one before', () => {
    const events = byTime([
      ...told(1, '2026-07-06', '2026-07-07'),
      ...[2, 3, 4].flatMap((story) => told(story, '2026-08-05', '2026-08-06')),
      ...[5, 6, 7].flatMap((story) => told(story, '2026-09-07', '2026-09-08')),
      ...told(8, '2026-10-05', '2026-10-06'),
    ]);
    const spans = computeFigures(events, NOW).spans.map(({ from, to, received }) => [from, to, received]);
    expect(spans).toEqual([
      ['2026-09', '2026-10', 4],
      ['2026-07', '2026-08', 4],
    ]);
  });

  test('no duration and no share is told of fewer than three', () => {
    expect(durationOf([1, 9])).toBeNull();
    expect(durationOf([9, 1, 5])).toEqual({ median: 5, ninetieth: 9, stories: 3 });
    const appealed = (story: number, outcome: string) => [
      event(story, 'appeal', '2026-10-05'),
      event(story, outcome, '2026-10-09'),
    ];
    const two = byTime([...appealed(1, 'uphold'), ...appealed(2, 'overturn')]);
    expect(computeFigures(two, NOW).appeals).toEqual({ received: 2, decided: 2, overturnedPercent: null });
    const three = byTime([...two, ...appealed(3, 'uphold')]);
    expect(computeFigures(three, NOW).appeals.overturnedPercent).toBe(33);
  });

  test('small reasons become others, and a larger one joins them where others would be small', () => {
    const many = (reason: string, n: number) => Array<string>(n).fill(reason);
    expect(countReasons([...many('a', 5), ...many('b', 2), ...many('c', 1)])).toEqual([
      { reason: 'a', count: 5 },
      { reason: null, count: 3 },
    ]);
    expect(countReasons([...many('a', 5), ...many('b', 4), ...many('c', 1)])).toEqual([
      { reason: 'a', count: 5 },
      { reason: null, count: 5 },
    ]);
    expect(countReasons(many('a', 2))).toEqual([{ reason: null, count: 2 }]);
  });

  test('what was undone was never done', () => {
    const wrong = event(1, 'reject', '2026-10-08', { reason: 'advertising' });
    const events = [event(1, 'confirm', '2026-10-05'), wrong, event(1, 'undo', '2026-10-08', { undoes: [wrong.id] })];
    const figures = computeFigures(events, NOW);
    expect(figures.spans[0]).toMatchObject({ received: 1, rejected: 0 });
    expect(figures.reasons).toEqual([]);
    expect(figures.log.map(({ kind }) => kind)).toEqual(['received']);
  });

  test('the public log names days and acts, one line for equal acts of a day, newest first', () => {
    const events = byTime([...told(1, '2026-10-05', '2026-10-06'), ...told(2, '2026-10-05', '2026-10-06')]);
    expect(computeFigures(events, NOW).log).toEqual([
      { day: '2026-10-06', kind: 'publish', count: 2 },
      { day: '2026-10-06', kind: 'approve', count: 2 },
      { day: '2026-10-05', kind: 'received', count: 2 },
    ]);
  });

  test('as CSV a reason that a spreadsheet would run is text, and what is not told is empty', () => {
    const events = byTime(
      [1, 2, 3].flatMap((story) => [
        event(story, 'confirm', '2026-10-05'),
        event(story, 'reject', '2026-10-06', { reason: '=1+1' }),
      ]),
    );
    const figures = computeFigures(events, NOW);
    expect(figuresCsv(figures, 'counts', 'en')).toContain("rejected,'=1+1,3");
    expect(figuresCsv(figures, 'counts', 'en')).toContain('appeals_overturned_percent,,\r\n');
    expect(figuresCsv(figures, 'months', 'sr-Latn')).toContain('2026-10;2026-10;3;0;0;3;1;1;1;1');
  });
});
