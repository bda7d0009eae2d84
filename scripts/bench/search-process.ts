import { closeDb } from '@/lib/db';
import { databaseFile } from '@/lib/env';
import { parseDirectoryParams } from '@/lib/search/params';
import { searchEnterprises } from '@/lib/search/queries';
import type { DirectoryQuery } from '@/lib/search/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { openLimitQueries } from './limit-queries';
import { median, percentile, timeSideBySide } from './measure';
import { FILTERS, MISSPELLED, TEXTS, textParams } from './workloads';

/**
 * Measures one database in a process of its own: `DATABASE_URL=file:… search-process.ts ROUNDS` prints a
 * `SearchFigures` as JSON. The bare queries and ours alternate.
 */
export interface SearchFigures {
  records: number;
  bare: Times;
  bareByColumn: Times;
  ours: Times;
  /** The same texts in the cache of answers. */
  oursKept: Times;
  filters: Times;
  misspelled: Times;
  /** From the first search of the process to its answer: the columns are read. */
  firstMs: number;
  texts: { text: string; total: number; bareMs: number; oursMs: number }[];
}

export interface Times {
  medianMs: number;
  p95Ms: number;
  meanMs: number;
}

const rounds = Number(process.argv[2]);
const limit = openLimitQueries(databaseFile());
const FRESH = { limit: 20, offset: 0, fresh: true };

const vocab = vocabularies();
const queryOf = (params: string): DirectoryQuery => parseDirectoryParams(new URLSearchParams(params), vocab).query;
const byText = new Map<string, DirectoryQuery>(
  [...TEXTS, ...MISSPELLED].map((text) => [text, queryOf(textParams(text))]),
);
const search = (text: string, fresh = true) =>
  searchEnterprises(byText.get(text) as DirectoryQuery, { ...FRESH, fresh });

const begun = performance.now();
const { totalOfAll } = searchEnterprises(queryOf(''), FRESH);
const firstMs = performance.now() - begun;

const works = [
  limit.rankAndTotal,
  limit.rankAndTotalByColumn,
  (text: string) => search(text),
  (text: string) => search(text, false),
];
const [bare = [], bareByColumn = [], ours = [], oursKept = []] = timeSideBySide(TEXTS, rounds, works);
const [filters = []] = timeSideBySide(FILTERS.map(queryOf), rounds, [(query) => searchEnterprises(query, FRESH)]);
const [misspelled = []] = timeSideBySide(MISSPELLED, rounds, [(text) => search(text)]);

const figures: SearchFigures = {
  records: totalOfAll,
  bare: toTimes(bare),
  bareByColumn: toTimes(bareByColumn),
  ours: toTimes(ours),
  oursKept: toTimes(oursKept),
  filters: toTimes(filters),
  misspelled: toTimes(misspelled),
  firstMs,
  texts: TEXTS.map((text, index) => {
    const ofText = (times: number[]) => median(times.filter((_, at) => at % TEXTS.length === index));
    return { text, total: search(text).total, bareMs: ofText(bare), oursMs: ofText(ours) };
  }),
};
limit.close();
await closeDb();
process.stdout.write(JSON.stringify(figures));

function toTimes(times: readonly number[]): Times {
  return {
    medianMs: median(times),
    p95Ms: percentile(times, 0.95),
    meanMs: times.reduce((sum, time) => sum + time, 0) / times.length,
  };
}
