import type { TypedSegment } from './merge';

/** Names of the controls of one segment in the form. */
export const segmentControls = (key: string) => ({
  text: `text.${key}`,
  was: `was.${key}`,
  approved: `ok.${key}`,
  pick: `pick.${key}`,
});

type Entries = Iterable<readonly [string, unknown]>;

/** Reads what was sent for each segment; anything else in the form is left out. */
export function typedFromForm(entries: Entries): Map<string, TypedSegment> {
  const sent = new Map<string, string>();
  for (const [name, value] of entries) if (typeof value === 'string') sent.set(name, value);
  const typed = new Map<string, TypedSegment>();
  for (const [name, text] of sent) {
    if (!name.startsWith('text.')) continue;
    const key = name.slice('text.'.length);
    const controls = segmentControls(key);
    const pick = sent.get(controls.pick);
    typed.set(key, {
      text,
      was: sent.get(controls.was) ?? '',
      approved: sent.has(controls.approved),
      pick: pick === 'stored' || pick === 'other' ? pick : null,
    });
  }
  return typed;
}
