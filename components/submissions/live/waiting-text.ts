import type { FormPage } from '@/lib/submissions/fields';
import type { Entry, WaitingText } from './autosave';

/*
 * Text that could not be sent waits in the browser's own store, under the name of its page, only until it is sent.
 * A browser without a store (or with a full one) loses nothing but this second safety.
 */

const DAYS_KEPT = 28;
const keyOf = (page: FormPage) => `imate-rec.${page}`;

export function keepWaiting(page: FormPage, text: WaitingText | null): void {
  try {
    if (text) localStorage.setItem(keyOf(page), JSON.stringify(text));
    else localStorage.removeItem(keyOf(page));
  } catch {
    // Private windows and full stores refuse; the text still stands in the page.
  }
}

/** What waits for this page of this draft; text of another draft is left alone, old text is taken away. */
export function findWaiting(page: FormPage, draft: string): WaitingText | null {
  try {
    const text = JSON.parse(localStorage.getItem(keyOf(page)) ?? 'null') as WaitingText | null;
    if (!text || !Array.isArray(text.entries) || !Array.isArray(text.fields)) return null;
    if (Date.now() - text.at > DAYS_KEPT * 86_400_000) {
      keepWaiting(page, null);
      return null;
    }
    return text.draft === draft || text.draft === 'new' ? text : null;
  } catch {
    return null;
  }
}

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Controls of a form with one of these names. */
export function controlsOf(form: HTMLFormElement, isWanted: (name: string) => boolean): Control[] {
  return [...form.elements].filter((element): element is Control => isWanted((element as Control).name ?? ''));
}

/** Whether a control holds something else than the server's page gave it. */
export function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(
      ({ selected, defaultSelected, index }) => selected !== defaultSelected && index > 0,
    );
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio'))
    return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** Puts values back into the controls of these questions. */
export function fillControls(controls: readonly Control[], entries: readonly Entry[]): void {
  for (const control of controls) {
    const values = entries.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      control.checked = values.includes(control.value);
    } else {
      control.value = values[0] ?? '';
    }
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
