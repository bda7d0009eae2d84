import { isRole } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { AuditNames } from './names';
import { AUDIT_REFERENCES, type AuditDetail, type AuditEntryView } from './schema';

/** The words of an entry that follow what was done: "reason: advertising", "to: administrator". */
export function detailTexts(locale: Locale, entry: AuditEntryView, names: AuditNames): string[] {
  const { reason, details } = entry;
  const all: [string, AuditDetail][] = [
    ...(reason === null ? [] : [['reason', reason] as [string, string]]),
    ...Object.entries(details),
  ];
  return all
    .filter(
      ([key, value]) =>
        !references.includes(key) && !(Array.isArray(value) && value.length === 0 && LISTS.includes(key)),
    )
    .map(([key, value]) => {
      const list: readonly (string | number | boolean | null)[] = Array.isArray(value) ? value : [value];
      const texts = list.map(
        (one) => meaningOf(locale, entry, key, String(one), names) ?? valueText(locale, String(one)),
      );
      return `${wordOf(locale, 'AuditDetails', key) ?? key}: ${texts.join(', ') || valueText(locale, 'null')}`;
    });
}

const references: readonly string[] = AUDIT_REFERENCES;
/** Of these an empty list is not worth a word. */
const LISTS = ['accepted', 'edited', 'refused', 'fields', 'facts', 'kinds'];
/** Where else a record stands. */
const RECORDS = ['enterprise', 'successor', 'into', 'other'];

/** What a code or an id means under its key; null where it speaks for itself. */
function meaningOf(
  locale: Locale,
  { action, object }: AuditEntryView,
  key: string,
  value: string,
  names: AuditNames,
): string | null {
  const person = names.staff.get(value);
  if (person !== undefined) return person;
  if (key === 'reason') return names.reasons.get(value) ?? null;
  if (key === 'enterprise' || (object.kind === 'enterprise' && RECORDS.includes(key)))
    return names.enterprises.get(value) ?? null;
  if (object.kind === 'submission' && key === 'other') return names.submissions.get(value) ?? null;
  if (key === 'facts' || object.kind === 'suggestion') {
    const fact = wordOf(locale, 'DeskRecords', `parts.${value}`) ?? wordOf(locale, 'Suggest', `fields.${value}`);
    if (fact !== null) return fact;
  }
  if (key === 'facts') return wordOf(locale, 'DeskRecords', `contactKinds.${value}`);
  if (key === 'fields') return wordOf(locale, 'StoryForm', `fields.${value}.label`);
  if (key === 'origin') return wordOf(locale, 'DeskStory', `origin.${value}`);
  if (key === 'template') return wordOf(locale, 'DeskMailNames', value);
  const taxonomy = TAXONOMIES[`${action} ${key}`];
  return taxonomy ? names.term(taxonomy, value) : null;
}

/** Details that are terms. */
const TAXONOMIES: Readonly<Record<string, string>> = {
  'enterprise.verify method': 'verificationMethod',
  'enterprise.state state': 'operatingState',
  'staff.themes from': 'practiceType',
  'staff.themes to': 'practiceType',
};

function valueText(locale: Locale, text: string): string {
  if (isRole(text)) return words(locale, 'Roles')(text);
  return wordOf(locale, 'AuditValues', text) ?? text;
}

type Namespace =
  | 'AuditActions'
  | 'AuditObjects'
  | 'AuditDetails'
  | 'AuditValues'
  | 'StaffActions'
  | 'DeskRecords'
  | 'Suggest'
  | 'StoryForm'
  | 'DeskStory'
  | 'DeskMailNames';

/** The word for a code; null where there is none, so that the code can stand in its place and no row is ever hidden. */
export function wordOf(locale: Locale, namespace: Namespace, key: string): string | null {
  const t = words(locale, namespace) as unknown as { (key: string): string; has: (key: string) => boolean };
  return t.has(key) ? t(key) : null;
}
