/** One line of a story's log, as far as the figures need it. */
export interface FigureEvent {
  id: number;
  submissionId: number;
  at: Date;
  kind: string;
  reason: string | null;
  /** Ids of the events that this one took back; empty for all but an undoing. */
  undoes: readonly number[];
}

/** Working days from the author's sending to what the desk did; null where fewer than three stories stand behind it. */
export interface Duration {
  median: number;
  /** Nine of ten took no longer. */
  ninetieth: number;
  stories: number;
}

/** What happened in a month, or in several that were put together because few stories came. */
export interface FigureSpan {
  /** First and last month, YYYY-MM. */
  from: string;
  to: string;
  received: number;
  published: number;
  returned: number;
  rejected: number;
  answer: Duration | null;
  decision: Duration | null;
}

/** A reason of rejections; null is "others", into which small groups were put. */
export interface ReasonCount {
  reason: string | null;
  count: number;
}

/** An act of the public log: a day and what was done, nothing of whom. */
export interface LogLine {
  /** YYYY-MM-DD */
  day: string;
  kind: PublicKind;
  count: number;
}

export interface Figures {
  /** Newest first. */
  spans: FigureSpan[];
  /** All months together. */
  total: Omit<FigureSpan, 'from' | 'to'> & { from: string; to: string };
  reasons: ReasonCount[];
  appeals: {
    received: number;
    /** Decided so far. */
    decided: number;
    /** Of those decided, in whole percent; null while fewer than three are decided. */
    overturnedPercent: number | null;
  };
  log: LogLine[];
  /** Day that the figures are of, YYYY-MM-DD. */
  asOf: string;
}

/** What the public log names. */
export const PUBLIC_KINDS = [
  'received',
  'request_changes',
  'approve',
  'publish',
  'reject',
  'merge',
  'hide',
  'unpublish',
  'republish',
  'appeal',
  'uphold',
  'overturn',
  'withdraw',
] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];

/** A group of fewer stories could tell something about one of them. */
export const SMALL_GROUP = 3;
/** Months that are shown. */
export const MONTHS_SHOWN = 24;
/** Lines of the public log. */
export const LOG_LINES = 60;
