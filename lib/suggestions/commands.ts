import 'server-only';

export { confirmSuggestion } from './commands/confirm';
export { decideSuggestion } from './commands/decide';
export { sendSuggestion } from './commands/send';
export { endOwnership, markSuggestion, revealSender } from './commands/sort-out';
