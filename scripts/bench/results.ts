/** One line of the section 9, and what this run says of it. */
export interface Goal {
  what: string;
  /** What was measured of ours, with its unit. */
  ours: string;
  /** The same of the limit, measured in the same run; '' where the goal is a plain number. */
  limit: string;
  /** ours / limit as text; '' where there is no limit. */
  ratio: string;
  /** What the issue asks, in its words. */
  goal: string;
  met: boolean;
}

/** Everything measured, whether or not a goal hangs on it. */
export interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** How to read the table. */
  note?: string;
}

/** What one part of the benchmark found. */
export interface PartResult {
  title: string;
  /** What was measured and how, one sentence each. */
  notes: readonly string[];
  goals: readonly Goal[];
  tables: readonly Table[];
}

/** With which command, when and where a part was measured. */
export interface RunDescription {
  command: string;
  /** ISO date. */
  date: string;
  commit: string;
  machine: string;
  quick: boolean;
}

/** A part's latest figures, as docs/benchmarks.json keeps them. */
export interface MeasuredPart {
  result: PartResult;
  run: RunDescription;
}

/** How a run was asked for. */
export interface RunOptions {
  /** Fewer rounds and shorter loads: the same figures, with more noise. */
  quick: boolean;
  /** Says what is being done; one line each. */
  say: (line: string) => void;
}

/** Milliseconds with three significant digits. */
export function ms(value: number): string {
  return `${rounded(value)} ms`;
}

/** A number with three significant digits, whole from a hundred on. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

/** Thousands of bytes with one decimal. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

export function perSecond(value: number): string {
  return `${rounded(value)} req/s`;
}

export function times(ratio: number): string {
  return Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : '–';
}

/** A goal of the form "within `most` times the limit", in milliseconds. */
export function withinTimes(what: string, oursMs: number, limitMs: number, most: number): Goal {
  const ratio = oursMs / limitMs;
  return {
    what,
    ours: ms(oursMs),
    limit: ms(limitMs),
    ratio: times(ratio),
    goal: `at most ${most} times`,
    met: ratio <= most,
  };
}

/** A goal of the form "at least `least` of the limit's requests a second". */
export function atLeastShare(what: string, ours: number, limit: number, least: number): Goal {
  const ratio = ours / limit;
  return {
    what,
    ours: perSecond(ours),
    limit: perSecond(limit),
    ratio: times(ratio),
    goal: `at least ${least} of it`,
    met: ratio >= least,
  };
}
