import 'server-only';

/** What can be done with a story, by its author; each file is one act and one transaction. */
export { anonymise } from './commands/anonymise';
export { type AppealError, appeal, renewContact } from './commands/appeal';
export {
  type ConfirmError,
  type Confirmed,
  confirmStory,
  openUnconfirmed,
  RESENDS_PER_HOUR,
  type ResendError,
  resendConfirmation,
} from './commands/confirm';
export { type EditError, startEdit } from './commands/edit';
export { erase } from './commands/erase';
export { exportSubmission, type StoryExport } from './commands/export';
export { type SendError, type SentStory, type SpamVerdict, sendAnswers, sendStory } from './commands/send';
export { renewStatusLink, requestStatusLink } from './commands/status-link';
export { type AuthorError, withdraw } from './commands/withdraw';
