import 'server-only';

/** What can be done with a story, by its author; each file is one act and one transaction. */
export * from './commands/confirm';
export { type EditError, startEdit } from './commands/edit';
export { type SendError, type SentStory, type SpamVerdict, sendAnswers, sendStory } from './commands/send';
