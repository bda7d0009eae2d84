import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import { formats, TIME_ZONE } from './formats';
import type { Locale } from './locales';
import { type Messages, messagesOf } from './messages';

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
/** The words of one namespace: `t('key', { n: 3 })`, `t.rich('key', { link: … })`. */
export type Words<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>;

const translators = new Map<string, unknown>();

/**
 * The words of one namespace in one language. Unlike next-intl's `getTranslations` it needs no request and keeps
 * its parsed messages for the life of the process: a page parses none of its plurals anew.
 */
export function words<N extends Namespace>(locale: Locale, namespace: N): Words<N> {
  const key = `${locale} ${String(namespace)}`;
  const known = translators.get(key) as Words<N> | undefined;
  if (known) return known;
  const made = createTranslator<Messages, N>({
    locale,
    messages: messagesOf(locale),
    namespace,
    formats,
    timeZone: TIME_ZONE,
  });
  translators.set(key, made);
  return made;
}
