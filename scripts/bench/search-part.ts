import { syntheticDatabase } from './databases';
import { type Goal, ms, type PartResult, type RunOptions, times, withinTimes } from './results';
import type { SearchFigures } from './search-process';
import { finish, runNode } from './servers';

export const SIZES = [500, 10_000, 100_000] as const;

/** Our search against the bare full-text query, in one process, at three sizes. */
export async function measureSearch({ quick, say }: RunOptions): Promise<PartResult> {
  const all: SearchFigures[] = [];
  for (const size of SIZES) {
    const file = await syntheticDatabase(size, say);
    say(`searching ${size.toLocaleString('en')} records`);
    const rounds = String(roundsFor(size) * (quick ? 1 : 3));
    // A process of its own for each size, so that one size's memory does not weigh on the next.
    const output = await finish(
      runNode(['scripts/run.mjs', 'scripts/bench/search-process.ts', rounds], { DATABASE_URL: `file:${file}` }),
    );
    all.push(JSON.parse(output) as SearchFigures);
  }
  const [small, , large] = all as [SearchFigures, SearchFigures, SearchFigures];
  return {
    title: 'Search',
    notes: [
      'In one process: `searchEnterprises` (20 hits, total, all facets; nothing from the cache of answers) against the bare FTS5 queries `SELECT rowid … WHERE search_text MATCH ? ORDER BY rank LIMIT 20` and `SELECT count(*) …`, with the same index, the same expressions and the same settings.',
      'Thirty texts of one to five words, in both scripts and languages; the bare query and ours alternate. Ten choices of facets without a text, five misspelled texts.',
      'The bare query is also measured with the rank as a column (`+rank`), which lets SQLite keep only the best twenty; ours uses that form.',
    ],
    goals: [
      withinTimes(
        'search at 100,000 records, median, against the bare query',
        large.ours.medianMs,
        large.bare.medianMs,
        2,
      ),
      withinTimes(
        'the same against the faster form of the bare query',
        large.ours.medianMs,
        large.bareByColumn.medianMs,
        2,
      ),
      growthGoal(small, large),
    ],
    tables: [
      {
        title: 'Median and mean over thirty texts',
        head: [
          'Records',
          'Bare',
          'Bare, rank as a column',
          'Ours',
          'Ours / bare',
          'Ours / faster bare',
          'Means: bare',
          'ours',
          'ratio',
        ],
        rows: all.map(({ records, bare, bareByColumn, ours }) => [
          records.toLocaleString('en'),
          ms(bare.medianMs),
          ms(bareByColumn.medianMs),
          ms(ours.medianMs),
          times(ours.medianMs / bare.medianMs),
          times(ours.medianMs / bareByColumn.medianMs),
          ms(bare.meanMs),
          ms(ours.meanMs),
          times(ours.meanMs / bare.meanMs),
        ]),
      },
      {
        title: 'Other questions, median',
        head: [
          'Records',
          '95th of 100 texts',
          'Ten choices of facets',
          'Misspelled texts',
          'From the cache of answers',
          'First search of a process',
        ],
        rows: all.map((figures) => [
          figures.records.toLocaleString('en'),
          ms(figures.ours.p95Ms),
          ms(figures.filters.medianMs),
          ms(figures.misspelled.medianMs),
          ms(figures.oursKept.medianMs),
          ms(figures.firstMs),
        ]),
      },
      {
        title: 'Each text at 100,000 records',
        head: ['Text', 'Hits', 'Bare', 'Ours', 'Ratio'],
        rows: large.texts.map(({ text, total, bareMs, oursMs }) => [
          text,
          total.toLocaleString('en'),
          ms(bareMs),
          ms(oursMs),
          times(oursMs / bareMs),
        ]),
      },
    ],
  };
}

/** Rounds over all texts; a search of more records takes longer, and its times scatter less. */
function roundsFor(size: number): number {
  return size >= 100_000 ? 7 : 20;
}

function growthGoal(small: SearchFigures, large: SearchFigures): Goal {
  const ours = large.ours.medianMs / small.ours.medianMs;
  const bare = large.bare.medianMs / small.bare.medianMs;
  return {
    what: 'growth of the search from 500 to 100,000 records',
    ours: times(ours),
    limit: times(bare),
    ratio: times(ours / bare),
    goal: 'no faster than the bare query',
    met: ours <= bare,
  };
}
