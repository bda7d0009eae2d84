import type { EnterpriseInput } from '@/lib/enterprises/schema';

export type Publication = 'published' | 'hidden' | 'merged';

/** A record as the desk works on it. */
export interface OpenRecord {
  id: number;
  slug: string;
  input: EnterpriseInput;
  publication: Publication;
  mergedIntoId: number | null;
  /** Number of the last entry of its history; who saves over another one than they saw is told. */
  version: number;
}

/** One change of a record. */
export interface HistoryStep {
  id: number;
  at: Date;
  kind: string;
  /** Name of a member of staff; null for a program. */
  who: string | null;
  /** The program, where it was one: import, seed, owner … */
  program: string | null;
  run: number | null;
  note: string | null;
  /** The other record of a merge or a split. */
  other: number | null;
  before: EnterpriseInput | null;
  after: EnterpriseInput | null;
  /** Keys of the parts that it changed. */
  parts: string[];
  isRevertible: boolean;
}

export const HISTORY_PAGE = 10;

/** Which records the desk lists: all, or those in one state. */
export const LIST_STATES = ['all', 'published', 'closed', 'hidden', 'merged'] as const;
export type ListState = (typeof LIST_STATES)[number];

export interface DeskQuery {
  text: string;
  state: ListState;
  /** Code of a district; '' for all. */
  district: string;
  /** 1-based. */
  page: number;
}

/** A line of the desk's list. */
export interface DeskRow {
  id: number;
  slug: string;
  name: string;
  nameSrCyrl: string | null;
  town: string | null;
  municipalityId: string | null;
  districtCode: string | null;
  publication: Publication;
  operatingState: string | null;
  verifiedOn: string | null;
  verifiedMethod: string | null;
}

export interface DeskList {
  rows: DeskRow[];
  total: number;
  counts: Record<ListState, number>;
}

/** Records on a page of the list. */
export const DESK_PAGE_SIZE = 25;
/** A record whom another one names. */
export interface RecordLink {
  id: number;
  slug: string;
  name: string;
}

/** Everything that the desk's page of one record shows. */
export interface DeskRecord extends OpenRecord {
  createdAt: Date;
  updatedAt: Date;
  mergedInto: RecordLink | null;
  successor: RecordLink | null;
  /** Records that became a part of this one. */
  parts: RecordLink[];
  addresses: string[];
  stories: number;
  history: { steps: HistoryStep[]; total: number };
  linkChecks: {
    url: string;
    outcome: string;
    httpStatus: number | null;
    failures: number;
    checkedAt: Date;
    movedTo: string | null;
  }[];
  asked: { sentAt: Date; confirmedAt: Date | null } | null;
}
