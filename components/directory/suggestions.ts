import type { SuggestionList, SuggestionOption } from '@/lib/search/present-suggestions';

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
