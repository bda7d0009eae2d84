import { type CsvColumn, csvTable, delimiterFor } from '@/lib/api/csv-table';
import type { Locale } from '@/lib/i18n/locales';
import type { FigureSpan, Figures } from './schema';

const COLUMNS: CsvColumn<FigureSpan>[] = [
  ['from_month', ({ from }) => from],
  ['to_month', ({ to }) => to],
  ['received', ({ received }) => received],
  ['published', ({ published }) => published],
  ['returned', ({ returned }) => returned],
  ['rejected', ({ rejected }) => rejected],
  ['first_answer_median_working_days', ({ answer }) => answer?.median ?? null],
  ['first_answer_90th_percentile_working_days', ({ answer }) => answer?.ninetieth ?? null],
  ['decision_median_working_days', ({ decision }) => decision?.median ?? null],
  ['decision_90th_percentile_working_days', ({ decision }) => decision?.ninetieth ?? null],
];

interface CountRow {
  what: string;
  of: string;
  count: number | null;
}

const COUNTS: CsvColumn<CountRow>[] = [
  ['what', ({ what }) => what],
  ['reason', ({ of }) => of],
  ['count', ({ count }) => count],
];

const TABLES = { months: csvTable(COLUMNS), counts: csvTable(COUNTS) } as const;
export type FigureTable = keyof typeof TABLES;

export function isFigureTable(text: string | null): text is FigureTable {
  return text !== null && Object.hasOwn(TABLES, text);
}

/** A table of the figures as CSV; what is not shown because few stories stand behind it is an empty cell. */
export function figuresCsv(figures: Figures, table: FigureTable, locale: Locale): string {
  const delimiter = delimiterFor(locale, undefined);
  if (table === 'months') {
    return TABLES.months.header(delimiter) + TABLES.months.lines(figures.spans, locale, '', delimiter);
  }
  const { reasons, appeals } = figures;
  const rows: CountRow[] = [
    ...reasons.map(({ reason, count }) => ({ what: 'rejected', of: reason ?? 'others', count })),
    { what: 'appeals_received', of: '', count: appeals.received },
    { what: 'appeals_decided', of: '', count: appeals.decided },
    { what: 'appeals_overturned_percent', of: '', count: appeals.overturnedPercent },
  ];
  return TABLES.counts.header(delimiter) + TABLES.counts.lines(rows, locale, '', delimiter);
}
