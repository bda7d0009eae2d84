/** What `/api/suggest` answers: words ready to be shown, in the language and script of the page. */
export interface SuggestionList {
  groups: SuggestionGroup[];
  /** "5 predloga": said aloud when the list opens. */
  status: string;
  /** In which other spellings the text is also searched for; null when there is none to name. */
  spellings: string | null;
}

export interface SuggestionGroup {
  kind: 'place' | 'enterprise' | 'activity';
  heading: string;
  options: SuggestionOption[];
}

export interface SuggestionOption {
  /** The label in pieces; those that match what was typed are marked. */
  label: { text: string; marked: boolean }[];
  /** At the right: how many, or where. */
  detail: string | null;
  href: string;
}

export const NO_SUGGESTIONS: SuggestionList = { groups: [], status: '', spellings: null };

/** The options of all groups, in the order in which the arrow keys walk through them. */
export function optionsInOrder(list: SuggestionList): SuggestionOption[] {
  return list.groups.flatMap((group) => group.options);
}

/**
 * The option that a key leads to, counted over all groups; -1 is the field itself, which is a stop of its own
 * between the last option and the first.
 */
export function nextOption(key: 'ArrowDown' | 'ArrowUp', active: number, count: number): number {
  const stops = count + 1;
  const step = key === 'ArrowDown' ? 1 : -1;
  return ((active + 1 + step + stops) % stops) - 1;
}
