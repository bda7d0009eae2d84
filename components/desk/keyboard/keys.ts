/** The keys of a page: elements say with `data-key` which letter presses them, and with `data-key-name` what that does. */

/** Where a browser keeps which keys are off: a JSON list; `*` is all of them. */
const STORE = 'desk-keys-off';
export const ALL_KEYS = '*';

/** Which keys somebody has turned off in this browser. */
export function keysOff(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []);
  } catch {
    // No store, or something else in it: all keys work.
    return new Set();
  }
}

export function keepKeysOff(off: ReadonlySet<string>): void {
  try {
    localStorage.setItem(STORE, JSON.stringify([...off]));
  } catch {
    // The choice lasts as long as the page.
  }
}

/** Whether somebody is typing: a key then belongs to the field. Ticks and buttons take no letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'reset'].includes(target.type)
  );
}

/** The elements of the page that have a key, in order; what is not shown or cannot be used is left out. */
export function keyElements(): HTMLElement[] {
  const elements = [...document.querySelectorAll<HTMLElement>('[data-key]')];
  return elements.filter((element) => element.getClientRects().length > 0 && !element.matches(':disabled'));
}

/** What a key does: a field takes the cursor, everything else is pressed. */
export function press(element: HTMLElement): void {
  const isField = element.matches(
    'textarea, select, input:not([type=checkbox], [type=radio], [type=submit], [type=button])',
  );
  if (isField || element.matches('[contenteditable]')) element.focus();
  else {
    element.focus({ preventScroll: false });
    element.click();
  }
}

/** Moves to the next or the one before in the page's list (`data-key-list`, `data-key-item`). @returns whether there is one */
export function moveInList(by: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLElement>('[data-key-list] [data-key-item]')];
  if (items.length === 0) return false;
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[at === -1 ? (by === 1 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1)];
  next?.querySelector<HTMLElement>('a[href], button')?.focus();
  return true;
}

/** Ticks the row of the list that has the cursor. @returns whether there was one */
export function tickInList(): boolean {
  const row = document.activeElement?.closest('[data-key-item]');
  const tick = row?.querySelector<HTMLInputElement>('input[type=checkbox]');
  tick?.click();
  return tick !== undefined && tick !== null;
}
