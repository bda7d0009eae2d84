/** Which records wait: not looked at for long, never confirmed by anybody, or with a web site that does not work. */
export const STALE_KINDS = ['stale', 'unconfirmed', 'broken'] as const;
export const STALE_SORTS = ['oldest', 'importance'] as const;

export interface StaleQuery {
  which: (typeof STALE_KINDS)[number];
  sort: (typeof STALE_SORTS)[number];
  /** 1-based. */
  page: number;
}

export interface StaleRow {
  id: number;
  slug: string;
  name: string;
  town: string | null;
  municipalityId: string | null;
  districtCode: string | null;
  lastVerifiedOn: string | null;
  lastVerifiedMethod: string | null;
  /** Day of the verification, or of the last reading of a source; null for never. */
  seenOn: string | null;
  /** The organisation's published address; null where there is none. */
  email: string | null;
  askedAt: Date | null;
  /** Whether it may be asked by mail now. */
  mayAsk: boolean;
  /** Address of the web that failed for several nights. */
  brokenUrl: string | null;
  failures: number | null;
}

export interface StaleList {
  rows: StaleRow[];
  total: number;
  counts: Record<StaleQuery['which'], number>;
  /** Setting STALE_MONTHS. */
  months: number;
}

export const STALE_PAGE_SIZE = 25;
