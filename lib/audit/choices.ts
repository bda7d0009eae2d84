import type { Locale } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { words } from '@/lib/i18n/words';
import { compareNames } from '@/lib/serbian/order';
import { OTHER_ACTORS } from './address';
import { actionText, kindText } from './present';

type Choice = readonly [value: string, label: string];

/** All actions that have words: what the filter offers. */
export function auditActions(locale: Locale): string[] {
  return Object.entries(messagesOf(locale).AuditActions).flatMap(([domain, acts]) =>
    Object.keys(acts).map((act) => `${domain}.${act}`),
  );
}

/** What the filters of the log offer, in the reader's language, in the order of its letters. */
export function auditChoices(
  locale: Locale,
  people: readonly { id: string; name: string }[],
): { people: Choice[]; actions: Choice[]; kinds: Choice[] } {
  const t = words(locale, 'DeskAudit');
  const actions = auditActions(locale).map((code): Choice => [code, actionText(locale, code)]);
  const kinds = Object.keys(messagesOf(locale).AuditObjects).map((code): Choice => [code, kindText(locale, code)]);
  return {
    people: [
      ...people.map(({ id, name }): Choice => [id, name]),
      ...OTHER_ACTORS.map((kind): Choice => [kind, t(`actors.${kind}`)]),
    ],
    actions: sorted(locale, actions),
    kinds: sorted(locale, kinds),
  };
}

const sorted = (locale: Locale, choices: Choice[]) => choices.sort(([, a], [, b]) => compareNames(a, b, locale));
