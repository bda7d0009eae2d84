import { fieldsOf } from './form-address';

/**
 * What a visitor has done with the form and the server cannot know: which groups stand open, where the focus is, what
 * is being typed. The server writes the form anew for every query, and the new elements must look as the old ones did.
 */
export interface FormState {
  groups: Map<string, { open: boolean; saidOpen: boolean }>;
  focus: Focus | null;
}

type Focus =
  | { on: 'field'; name: string; value: string; typed: string | null }
  | { on: 'group'; key: string }
  /** Counted from the end: what can be pressed stands below the groups, of which there may be more or fewer now. */
  | { on: 'button'; fromEnd: number };

const GROUPS = 'details[data-facet]';
const BUTTONS = 'a, button';

const groupsOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLDetailsElement>(GROUPS)];
const keyOf = (group: HTMLDetailsElement) => group.dataset.facet ?? '';
const isSaidOpen = (group: HTMLDetailsElement) => group.dataset.open !== undefined;

export function readFormState(form: HTMLFormElement): FormState {
  const groups = groupsOf(form).map(
    (group) => [keyOf(group), { open: group.open, saidOpen: isSaidOpen(group) }] as const,
  );
  return { groups: new Map(groups), focus: readFocus(form) };
}

function readFocus(form: HTMLFormElement): Focus | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  const field = fieldsOf(form).find((one) => one === active);
  if (field) {
    const isTyped = field.type === 'text' || field.type === 'number';
    return { on: 'field', name: field.name, value: field.value, typed: isTyped ? field.value : null };
  }
  if (!form.contains(active)) return null;
  // The link that opens a list gives way to the list.
  if (active.matches('a.facet-more')) return { on: 'group', key: `${active.dataset.facet} rest` };
  const group = active.matches('summary') ? active.closest<HTMLDetailsElement>(GROUPS) : null;
  if (group) return { on: 'group', key: keyOf(group) };
  const buttons = [...form.querySelectorAll<HTMLElement>(BUTTONS)];
  return buttons.includes(active) ? { on: 'button', fromEnd: buttons.length - buttons.indexOf(active) } : null;
}

/** Opens and closes the groups as they were, unless the server says something else of them now; gives the focus back. */
export function restoreFormState(form: HTMLFormElement, state: FormState): void {
  for (const group of groupsOf(form)) {
    const before = state.groups.get(keyOf(group));
    if (before?.saidOpen === isSaidOpen(group)) group.open = before.open;
  }
  if (state.focus && document.activeElement === document.body) restoreFocus(form, state.focus);
}

function restoreFocus(form: HTMLFormElement, focus: Focus): void {
  if (focus.on === 'group') {
    groupsOf(form)
      .find((group) => keyOf(group) === focus.key)
      ?.querySelector('summary')
      ?.focus({ preventScroll: true });
  } else if (focus.on === 'button') {
    [...form.querySelectorAll<HTMLElement>(BUTTONS)].at(-focus.fromEnd)?.focus({ preventScroll: true });
  } else {
    const named = fieldsOf(form).filter(({ name }) => name === focus.name);
    const field = named.find(({ value }) => value === focus.value) ?? named[0];
    if (field && focus.typed !== null) field.value = focus.typed;
    field?.focus({ preventScroll: true });
  }
}
