import 'server-only';
import type Database from 'better-sqlite3';
import { reader } from '@/lib/db';
import { Columns } from './columns';
import type { Corpus, IndexTables } from './corpus';
import { ENTERPRISES } from './enterprises';
import { openSqliteIndex } from './index-sqlite';
import { Orders } from './orders';
import { ResultCache } from './result-cache';
import type { FacetName, MatchingPositions, SearchAnswer } from './schema';
import type { IndexState, SearchIndex, TownRow } from './search-index';
import { type FacetTable, toFacetTable } from './sift';
import { Vocabulary } from './vocabulary';

/** Answers kept: the pages that many visitors ask for. About 4 kB each. */
const RESULTS_KEPT = 500;

/** Sets of positions kept, for those who move and zoom in one map. About 3 MB each at 100,000 records. */
const POSITIONS_KEPT = 4;

/** What search holds in memory of one kind of record, whichever its facets are. */
export interface AnyDirectory {
  index: SearchIndex;
  columns: Columns;
  orders: Orders;
  vocabulary: Vocabulary;
  towns: () => TownRow[];
  positions: ResultCache<MatchingPositions>;
  /** Names the state of the index; equal for as long as nothing changes. */
  state: string;
}

/** Everything that search holds in memory of one kind of record of a database, as it stands now. */
export interface Directory<Facet extends string = FacetName> extends AnyDirectory {
  corpus: Corpus<Facet>;
  results: ResultCache<SearchAnswer<Facet>>;
  facetTable: (today: string) => FacetTable<Facet>;
}

// One for each connection and kind: when tests or scripts close the database, what it held in memory goes with it.
const directories = new WeakMap<Database.Database, Map<string, unknown>>();

/** Runs `read` on the directory of enterprises as it stands at this moment, and on no other state of it. */
export function withDirectory<T>(read: (directory: Directory) => T): T {
  return withCorpus(ENTERPRISES, read);
}

/** Runs `read` on what is known of one kind of record at this moment, and on no other state of it. */
export function withCorpus<Facet extends string, T>(
  corpus: Corpus<Facet>,
  read: (directory: Directory<Facet>) => T,
): T {
  const connection = reader();
  const ofConnection = directories.get(connection) ?? new Map<string, unknown>();
  directories.set(connection, ofConnection);
  const known = ofConnection.get(corpus.tables) as LiveDirectory<Facet> | undefined;
  const live = known ?? new LiveDirectory(corpus, openIndex(connection, corpus));
  ofConnection.set(corpus.tables, live);
  return live.index.snapshot(() => read(live.current()));
}

function openIndex(connection: Database.Database, { tables }: { tables: IndexTables }): SearchIndex {
  try {
    return openSqliteIndex(connection, tables);
  } catch (cause) {
    throw new Error('The search index cannot be read. "npm run reindex" makes it anew.', { cause });
  }
}

/** Follows the index: only what changed is read again, unless the index was made anew. */
class LiveDirectory<Facet extends string> {
  readonly index: SearchIndex;
  readonly #corpus: Corpus<Facet>;
  readonly #results = new ResultCache<SearchAnswer<Facet>>(RESULTS_KEPT);
  readonly #positions = new ResultCache<MatchingPositions>(POSITIONS_KEPT);
  #seen: IndexState = { generation: -1, revision: -1 };
  #directory: Directory<Facet> | undefined;

  constructor(corpus: Corpus<Facet>, index: SearchIndex) {
    this.#corpus = corpus;
    this.index = index;
  }

  current(): Directory<Facet> {
    const state = this.index.state();
    const isSame = state.generation === this.#seen.generation && state.revision === this.#seen.revision;
    if (this.#directory && isSame) return this.#directory;
    const { stored, multiValued } = this.#corpus;
    const continues = this.#directory && state.generation === this.#seen.generation;
    const columns = continues && this.#directory ? this.#directory.columns : new Columns(stored, multiValued);
    columns.apply(this.index.changedSince(continues ? this.#seen.revision : -1));
    this.#seen = state;
    this.#directory = {
      corpus: this.#corpus,
      index: this.index,
      columns,
      orders: new Orders(this.index, columns),
      vocabulary: new Vocabulary(this.index),
      towns: once(() => this.index.towns()),
      results: this.#results,
      positions: this.#positions,
      state: `${state.generation}.${state.revision}`,
      facetTable: oncePerDay((today) => toFacetTable(this.#corpus, columns, today)),
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

function oncePerDay<T>(make: (today: string) => T): (today: string) => T {
  let known: { day: string; table: T } | undefined;
  return (today) => {
    if (known?.day !== today) known = { day: today, table: make(today) };
    return known.table;
  };
}
