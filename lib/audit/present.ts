import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { AuditNames } from './names';
import { detailTexts, wordOf } from './present-details';
import type { AuditEntryView } from './schema';

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

/** A row in the reader's language. */
export function presentAuditEntry(locale: Locale, entry: AuditEntryView, names: AuditNames): AuditLine {
  const { id, at, object } = entry;
  return {
    id,
    moment: formatMoment(locale, at),
    who: whoOf(locale, entry, names),
    what: actionText(locale, entry.action),
    object:
      object.id === null || isOneself(entry)
        ? null
        : { text: objectText(locale, object.kind, object.id, names), kind: object.kind, id: object.id },
    details: detailTexts(locale, entry, names),
  };
}

/** Of what somebody does with their own account the name stands there already. */
const isOneself = ({ actor, object }: AuditEntryView) => object.kind === 'staff' && object.id === actor.id;

/** What an action is called; its code where nobody has found words for it yet. */
export function actionText(locale: Locale, action: string): string {
  return wordOf(locale, 'AuditActions', action) ?? action;
}

/** What a kind of object is called. */
export function kindText(locale: Locale, kind: string): string {
  return wordOf(locale, 'AuditObjects', kind) ?? kind;
}

function whoOf(locale: Locale, { actor }: AuditEntryView, names: AuditNames): string {
  const t = words(locale, 'DeskAudit');
  if (actor.kind === 'staff') return names.staff.get(actor.id ?? '') ?? t('somebody');
  if (actor.kind === 'submitter') return t('actors.submitter');
  if (actor.kind === 'console') return t('actors.console');
  return actor.id === null ? t('actors.system') : t('job', { name: actor.id });
}

function objectText(locale: Locale, kind: string, id: string, names: AuditNames): string {
  if (kind === 'right') return wordOf(locale, 'StaffActions', id) ?? id;
  const name = { staff: names.staff, submission: names.submissions, enterprise: names.enterprises }[kind]?.get(id);
  return `${kindText(locale, kind)} ${name ?? id}`;
}
