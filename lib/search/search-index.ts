import type { TextQuery } from './text-query';

/** What another database would have to offer to serve the search. All reads are synchronous. */
export interface SearchIndex {
  /** Tells whether anything in the index changed since; cheap enough to be asked at every search. */
  state(): IndexState;
  /** Runs `read` on one unchanging state of the database. */
  snapshot<T>(read: () => T): T;
  /** The records whose entry changed after a revision, removed ones included, ordered by id. */
  changedSince(revision: number): Iterable<DocumentRow>;
  /** Ids of all records in an order of their own. */
  order(by: StoredOrder): number[];
  /** Ids of the records that match, in ascending order. */
  match(query: TextQuery): Int32Array;
  /** How many records match. */
  count(query: TextQuery): number;
  /**
   * Ids of the best `limit` hits, best first.
   * @param places four bytes for each id, beginning with id 1: what decides between hits of equal score
   * @param keep one byte for each id, beginning with id 1: only ids whose byte is 1 are ranked; null for all
   */
  rank(query: TextQuery, places: Buffer, keep: Buffer | null, limit: number): number[];
  /** The best hits by name alone. */
  rankNames(query: TextQuery, limit: number): number[];
  /** Every folded word that the index has met, for correcting spelling. */
  vocabulary(): VocabularyWord[];
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
  /** JSON: for each stored facet of the corpus, the list of values; empty is not stated. */
  facets: string;
  mark: string;
  lat: number | null;
  lng: number | null;
  foundedYear: number | null;
  /** YYYY-MM-DD */
  verifiedOn: string | null;
}

export interface VocabularyWord {
  /** Folded. */
  word: string;
  /** Records that had it when they were indexed; a measure of how common it is. */
  records: number;
  /** As it is most often written: "cacak" is „Čačak“. */
  written: string;
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
  /** Only stories have their titles translated. */
  nameEn: string | null;
  town: string | null;
  municipality: string | null;
}
