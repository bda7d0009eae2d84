/** What undoing a run did: how many records have their former state back, and how many are gone. */
export interface Undone {
  run: number;
  restored: number;
  removed: number;
}

/** A record that a run wrote and that somebody changed, or removed, after it. */
export interface ChangedRecord {
  id: number;
  name: string;
}

export type UndoError =
  | { code: 'unknownRun'; run: number }
  | { code: 'alreadyUndone'; run: number }
  | { code: 'changedSince'; run: number; records: ChangedRecord[] };
