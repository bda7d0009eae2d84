import { type FormValues, groupOf, valueOf } from './form-values';

/** A part of the record that somebody else changed while it was being typed over. */
export interface Conflict {
  /** Part of the record (`groupOf`) */
  group: string;
  /** Whether the writer of the form changed it too; then what was typed stays, and the other's value is shown beside it. */
  both: boolean;
}

/** Fields of the form that are no part of the record. */
const OWN_FIELDS = /^(source|why|verified|gazetteer|id|version|anyway|locale|draft)(\.|$)/;

/**
 * What a form should show when the record moved on under it: what was typed stays, and what the writer had left as it was
 * becomes what it is now. Pure.
 * @param seen the record as the form showed it first
 * @param now the record as it is
 */
export function rebase(
  typed: FormValues,
  seen: FormValues,
  now: FormValues,
): { values: FormValues; conflicts: Conflict[] } {
  const groups = new Set([...Object.keys(seen), ...Object.keys(now)].map(groupOf));
  const values: Record<string, readonly string[]> = { ...typed };
  const conflicts: Conflict[] = [];
  for (const group of groups) {
    const theirs = groupText(now, group);
    if (theirs === groupText(seen, group)) continue;
    const mine = groupText(typed, group);
    if (mine === theirs) continue;
    const both = mine !== groupText(seen, group);
    conflicts.push({ group, both });
    if (both) continue;
    for (const name of Object.keys(values)) if (groupOf(name) === group) delete values[name];
    for (const [name, value] of Object.entries(now)) if (groupOf(name) === group) values[name] = value;
  }
  return { values, conflicts };
}

/** What stands in the fields of a part, in a form in which equal is equal: empty rows and line ends count for nothing. */
function groupText(values: FormValues, group: string): string {
  if (group === 'contacts') return JSON.stringify(contactTexts(values));
  const entries = Object.entries(values)
    .filter(([name]) => groupOf(name) === group && !OWN_FIELDS.test(name))
    .map(([name, list]) => [
      name,
      list.map((text) => text.replace(/\r\n?/g, '\n').trim()).filter((text) => text !== ''),
    ])
    .filter(([, list]) => (list as string[]).length > 0);
  return JSON.stringify(entries.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}

function contactTexts(values: FormValues): string[][] {
  const rows = Object.keys(values).flatMap((name) => /^contacts\.(\d+)\.value$/.exec(name)?.[1] ?? []);
  return rows
    .sort((a, b) => Number(a) - Number(b))
    .map((row) =>
      ['kind', 'value', 'personal', 'consentOn'].map((part) => valueOf(values, `contacts.${row}.${part}`).trim()),
    )
    .filter(([, value]) => value !== '');
}
