import type { TextQuery } from './text-query';

/** What another database would have to offer to serve the search. All reads are synchronous. */
export interface SearchIndex {
  /** Tells whether anything in the index changed since; cheap enough to be asked at every search. */
  state(): IndexState;
  /** Runs `read` on one unchanging state of the database. */
  snapshot<T>(read: () => T): T;
  /** The records whose entry changed after a revision, removed ones included, ordered by id. */
  changedSince(revision: number): DocumentRow[];
  /** Ids of all records in an order of their own. */
  order(by: StoredOrder): number[];
  /** Ids of the records that match, in ascending order. */
  match(query: TextQuery): Int32Array;
  /** How many records match. */
  count(query: TextQuery): number;
  /**
   * The best `limit` hits, best first; hits of equal score in no particular order.
   * @param keep null for all; otherwise one byte for each id, beginning with id 1: only ids whose byte is 1 are ranked
   */
  rank(query: TextQuery, keep: Buffer | null, limit: number): Ranked[];
  /** The best hits by name alone. */
  rankNames(query: TextQuery, limit: number): number[];
  /** Every folded word of the index with the number of records that have it. */
  vocabulary(): VocabularyWord[];
  /** Texts of some records that have a word, as written. */
  textsWith(word: string, limit: number): string[];
  /** The towns of all records, as written there, each with a municipality and the number of records. */
  towns(): TownRow[];
  /** What a list of suggestions shows of some records, in the order of the ids. */
  names(ids: readonly number[]): NameRow[];
}

/** `generation` counts rebuilds, `revision` single changes within one. */
export interface IndexState {
  generation: number;
  revision: number;
}

export type StoredOrder = 'nameLatn' | 'nameCyrl' | 'newest' | 'verified';

/** What the columns in memory hold of a record. */
export interface DocumentRow {
  id: number;
  revision: number;
  removed: number;
  /** JSON: for each of `STORED_FACETS`, the list of values; empty is not stated. */
  facets: string;
  mark: string;
  lat: number | null;
  lng: number | null;
  foundedYear: number | null;
  /** YYYY-MM-DD */
  verifiedOn: string | null;
}

export interface Ranked {
  id: number;
  score: number;
}

export interface VocabularyWord {
  word: string;
  records: number;
}

export interface TownRow {
  town: string;
  municipalityId: string | null;
  records: number;
}

export interface NameRow {
  id: number;
  slug: string;
  nameSr: string;
  nameSrCyrl: string | null;
  town: string | null;
  municipality: string | null;
}
