/** What an operator can mend about a backup. The message is one line: the cause, and the mend. */
export class BackupProblem extends Error {
  override name = 'BackupProblem';
  /** @param code for tests and the desk */
  constructor(
    readonly code: BackupProblemCode,
    message: string,
  ) {
    super(message.replace(/\s+/g, ' '));
  }
}

export type BackupProblemCode =
  | 'noDatabase'
  | 'inUse'
  | 'targetExists'
  | 'noSpace'
  | 'sourceDamaged'
  | 'notWritten'
  | 'noFile'
  | 'foreign'
  | 'newer'
  | 'damaged'
  | 'dataExists';
