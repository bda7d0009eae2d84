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

/**
 * The words of one namespace, with those of another in their place wherever it has them: a list of stories speaks as the
 * directory does, except where the directory speaks of enterprises.
 */
export function wordsOver<N extends Namespace>(locale: Locale, namespace: N, over: Namespace): Words<N> {
  const key = `${locale} ${String(namespace)} under ${String(over)}`;
  const known = translators.get(key) as Words<N> | undefined;
  if (known) return known;
  const base = words(locale, namespace) as unknown as AnyWords;
  const own = words(locale, over) as unknown as AnyWords;
  const of = (name: string) => (own.has(name) ? own : base);
  const made = Object.assign((name: string, values?: object) => of(name)(name, values), {
    rich: (name: string, values?: object) => of(name).rich(name, values),
    markup: (name: string, values?: object) => of(name).markup(name, values),
    raw: (name: string) => of(name).raw(name),
    has: (name: string) => own.has(name) || base.has(name),
  }) as unknown as Words<N>;
  translators.set(key, made);
  return made;
}

/** A translator whose keys are not checked; those who use the result have theirs checked again. */
interface AnyWords {
  (name: string, values?: object): string;
  rich(name: string, values?: object): unknown;
  markup(name: string, values?: object): string;
  raw(name: string): unknown;
  has(name: string): boolean;
}
