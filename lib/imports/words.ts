import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Locale } from '@/lib/i18n/locales';
import { type Messages, messagesOf } from '@/lib/i18n/messages';

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

const translators = new Map<string, unknown>();

/**
 * The words of one namespace in one language, as `lib/i18n/words` gives them, for programs outside Next: next-intl's
 * own entry loads React's hooks, which the condition `react-server` (scripts/run.mjs) does not have.
 */
export function words<N extends Namespace>(locale: Locale, namespace: N) {
  const key = `${locale} ${String(namespace)}`;
  const make = () => createTranslator<Messages, N>({ locale, messages: messagesOf(locale), namespace });
  const known = (translators.get(key) as ReturnType<typeof make> | undefined) ?? make();
  translators.set(key, known);
  return known;
}
