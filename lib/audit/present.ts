import { isRole } from '@/lib/accounts/permissions';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { AuditNames } from './names';
import type { AuditDetail, AuditEntryView } from './schema';

/** A row of the log as it is read. */
export interface AuditLine {
  id: number;
  moment: string;
  who: string;
  /** What was done, as a sentence without its subject. */
  what: string;
  /** To what; null where there is only one, or many. */
  object: { text: string; kind: string; id: string } | null;
  /** "by: passkey", "from: volunteer" … */
  details: string[];
}

/** Words that may be missing: the code stands in their place, so that no row is ever hidden. */
interface Loose {
  (key: string, values?: Record<string, string>): string;
  has: (key: string) => boolean;
}
const loose = (
  locale: Locale,
  namespace: 'AuditActions' | 'AuditObjects' | 'AuditDetails' | 'AuditValues' | 'StaffActions',
) => words(locale, namespace) as unknown as Loose;

/** A row in the reader's language. */
export function presentAuditEntry(locale: Locale, entry: AuditEntryView, names: AuditNames): AuditLine {
  const { id, at, object, reason, details } = entry;
  const said = Object.entries(details).map(([key, value]) => detailText(locale, key, value));
  return {
    id,
    moment: formatMoment(locale, at),
    who: whoOf(locale, entry, names),
    what: actionText(locale, entry.action),
    object:
      object.id === null || isOneself(entry)
        ? null
        : { text: objectText(locale, object.kind, object.id, names), kind: object.kind, id: object.id },
    details: reason === null ? said : [detailText(locale, 'reason', reason), ...said],
  };
}

/** Of what somebody does with their own account the name stands there already. */
const isOneself = ({ actor, object }: AuditEntryView) => object.kind === 'staff' && object.id === actor.id;

/** What an action is called; its code where nobody has found words for it yet. */
export function actionText(locale: Locale, action: string): string {
  const t = loose(locale, 'AuditActions');
  return t.has(action) ? t(action) : action;
}

/** What a kind of object is called. */
export function kindText(locale: Locale, kind: string): string {
  const t = loose(locale, 'AuditObjects');
  return t.has(kind) ? t(kind) : kind;
}

function whoOf(locale: Locale, { actor }: AuditEntryView, names: AuditNames): string {
  const t = words(locale, 'DeskAudit');
  if (actor.kind === 'staff') return names.staff.get(actor.id ?? '') ?? t('somebody');
  if (actor.kind === 'submitter') return t('actors.submitter');
  if (actor.kind === 'console') return t('actors.console');
  return actor.id === null ? t('actors.system') : t('job', { name: actor.id });
}

function objectText(locale: Locale, kind: string, id: string, names: AuditNames): string {
  if (kind === 'right') {
    const t = loose(locale, 'StaffActions');
    return t.has(id) ? t(id) : id;
  }
  const name = { staff: names.staff, submission: names.submissions, enterprise: names.enterprises }[kind]?.get(id);
  return `${kindText(locale, kind)} ${name ?? id}`;
}

function detailText(locale: Locale, key: string, value: AuditDetail): string {
  const t = loose(locale, 'AuditDetails');
  const called = t.has(key) ? t(key) : key;
  const list = Array.isArray(value) ? value : [value as Exclude<AuditDetail, readonly unknown[]>];
  return `${called}: ${list.map((each) => valueText(locale, each)).join(', ')}`;
}

function valueText(locale: Locale, value: string | number | boolean | null): string {
  const t = loose(locale, 'AuditValues');
  const text = String(value);
  if (isRole(text)) return words(locale, 'Roles')(text);
  return t.has(text) ? t(text) : text;
}
