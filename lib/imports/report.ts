import type { DuplicateReason } from '@/lib/enterprises/rules';

/** Why a cell or a row was refused; keys of `Import.reasons`. */
export type ReasonCode =
  | 'empty'
  | 'tooLong'
  | 'tooMany'
  | 'tooFewCells'
  | 'tooManyCells'
  | 'notText'
  | 'notACode'
  | 'unknownTerm'
  | 'notARegistrationNumber'
  | 'notATaxId'
  | 'notAPostalCode'
  | 'notAYear'
  | 'notACount'
  | 'notADay'
  | 'inFuture'
  | 'endsBeforeItBegins'
  | 'notADegree'
  | 'notAFlag'
  | 'notAnAddress'
  | 'notAnEmail'
  | 'notAPhone'
  | 'unknownMunicipality'
  | 'ambiguousMunicipality'
  | 'unknownDistrict'
  | 'municipalityNotInDistrict'
  | 'unknownPrecision'
  | 'positionHalf'
  | 'positionOutside'
  | 'positionSwapped'
  | 'precisionWithoutPosition'
  | 'statusMissing'
  | 'sizeMissing'
  | 'sizesDisagree'
  | 'verifiedOnMissing'
  | 'readOnWithoutSource'
  | 'numbersDisagree'
  | 'numberOfAnother'
  | 'syntheticAmongReal';

/** What a row is worth a second look for, though it is written; keys of `Import.warnings`. */
export type WarningCode = 'basisAssumed' | 'precisionAssumed' | 'pointInOtherDistrict' | 'otherValueWithoutRow';

/** Why a cell cannot be read. */
export interface CellError {
  code: ReasonCode;
  /** What the message names: what is allowed, a limit, another record. */
  params: Record<string, string | number>;
}

/** What was wrong: in which row, column (null: the row as a whole) and with which value. */
export interface RowProblem<Code> {
  row: number;
  column: string | null;
  value: string;
  code: Code;
  /** What the message names: what is allowed, a limit, another record. */
  params: Record<string, string | number>;
}

export type RowError = RowProblem<ReasonCode>;
export type RowWarning = RowProblem<WarningCode>;

/** A row that was held back because it may be a record that exists, or an earlier row. */
export interface DuplicateRow {
  row: number;
  name: string;
  of: { record: { id: number; slug: string; name: string } } | { row: number };
  reasons: (DuplicateReason | 'sameRecord')[];
}

/** What a run of the importer did. Counts are rows. */
export interface ImportReport {
  /** null: nothing was written (a rehearsal, or errors). */
  run: number | null;
  new: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  /** Rows that staff left out; missing where there is none. */
  skipped?: number;
  errors: RowError[];
  warnings: RowWarning[];
  duplicateRows: DuplicateRow[];
  /** Columns of the file that no field answers to, with the known name most like it. */
  unknownColumns: { name: string; nearest: string | null }[];
  /** Columns of our own export that are not read. */
  unreadColumns: string[];
  /** File with the rows that were not written; null where there is none. */
  rejectedFile: string | null;
  dryRun: boolean;
}
