import 'server-only';
import type Database from 'better-sqlite3';
import { reader } from '@/lib/db';
import { Columns } from './columns';
import { openSqliteIndex } from './index-sqlite';
import { Orders } from './orders';
import { ResultCache } from './result-cache';
import type { MatchingPositions, SearchResult } from './schema';
import type { IndexState, SearchIndex, TownRow } from './search-index';
import { type FacetTable, toFacetTable } from './sift';
import { Vocabulary } from './vocabulary';

/** Answers kept: the pages that many visitors ask for. About 4 kB each. */
const RESULTS_KEPT = 500;

/** Sets of positions kept, for those who move and zoom in one map. About 3 MB each at 100,000 records. */
const POSITIONS_KEPT = 4;

/** Everything that search holds in memory of one database, as it stands now. */
export interface Directory {
  index: SearchIndex;
  columns: Columns;
  orders: Orders;
  vocabulary: Vocabulary;
  towns: () => TownRow[];
  results: ResultCache<SearchResult>;
  positions: ResultCache<MatchingPositions>;
  /** Names the state of the index; equal for as long as nothing changes. */
  state: string;
  facetTable: (today: string) => FacetTable;
}

// One for each connection: when tests or scripts close the database, what it held in memory goes with it.
const directories = new WeakMap<Database.Database, LiveDirectory>();

/** Runs `read` on the directory as it stands at this moment, and on no other state of it. */
export function withDirectory<T>(read: (directory: Directory) => T): T {
  const connection = reader();
  const live = directories.get(connection) ?? new LiveDirectory(openIndex(connection));
  directories.set(connection, live);
  return live.index.snapshot(() => read(live.current()));
}

function openIndex(connection: Database.Database): SearchIndex {
  try {
    return openSqliteIndex(connection);
  } catch (cause) {
    throw new Error('The search index cannot be read. "npm run reindex" makes it anew.', { cause });
  }
}

/** Follows the index: only what changed is read again, unless the index was made anew. */
class LiveDirectory {
  readonly index: SearchIndex;
  readonly #results = new ResultCache<SearchResult>(RESULTS_KEPT);
  readonly #positions = new ResultCache<MatchingPositions>(POSITIONS_KEPT);
  #seen: IndexState = { generation: -1, revision: -1 };
  #directory: Directory | undefined;

  constructor(index: SearchIndex) {
    this.index = index;
  }

  current(): Directory {
    const state = this.index.state();
    const isSame = state.generation === this.#seen.generation && state.revision === this.#seen.revision;
    if (this.#directory && isSame) return this.#directory;
    const continues = this.#directory && state.generation === this.#seen.generation;
    const columns = continues && this.#directory ? this.#directory.columns : new Columns();
    columns.apply(this.index.changedSince(continues ? this.#seen.revision : -1));
    this.#seen = state;
    this.#directory = {
      index: this.index,
      columns,
      orders: new Orders(this.index, columns),
      vocabulary: new Vocabulary(this.index),
      towns: once(() => this.index.towns()),
      results: this.#results,
      positions: this.#positions,
      state: `${state.generation}.${state.revision}`,
      facetTable: oncePerDay(columns),
    };
    return this.#directory;
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function oncePerDay(columns: Columns): (today: string) => FacetTable {
  let known: { day: string; table: FacetTable } | undefined;
  return (today) => {
    if (known?.day !== today) known = { day: today, table: toFacetTable(columns, today) };
    return known.table;
  };
}
