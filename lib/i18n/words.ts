import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import { formats, TIME_ZONE } from './formats';
import type { Locale } from './locales';
import { type Messages, messagesOf, wordsVersion } from './messages';

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
/** The words of one namespace: `t('key', { n: 3 })`, `t.rich('key', { link: … })`. */
export type Words<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>;

const translators = new Map<string, unknown>();
let version = 0;

/** The translators made so far; none once staff have written other words. */
function kept(): Map<string, unknown> {
  if (version !== wordsVersion()) translators.clear();
  version = wordsVersion();
  return translators;
}

/**
 * The words of one namespace in one language. Unlike next-intl's `getTranslations` it needs no request and keeps
 * its parsed messages until staff write others: a page parses none of its plurals anew.
 */
export function words<N extends Namespace>(locale: Locale, namespace: N): Words<N> {
  const key = `${locale} ${String(namespace)}`;
  const known = kept().get(key) as Words<N> | undefined;
  if (known) return known;
  const made = createTranslator<Messages, N>({
    locale,
    messages: messagesOf(locale),
    namespace,
    formats,
    timeZone: TIME_ZONE,
  });
  const quick = withQuickMessages(made, messageAt(messagesOf(locale), String(namespace)));
  translators.set(key, quick);
  return quick;
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/**
 * Fills in messages that have nothing but names in braces without asking the formatter, which takes longer for one of
 * them than a page does for a card. What is plural, rich or quoted in a message, and a value that is missing, stays
 * the formatter's matter.
 */
function withQuickMessages<T extends object>(translator: T, messages: unknown): T {
  const say = translator as unknown as Say;
  const pieces = new Map<string, readonly string[] | null>();
  const quick: Say = (key, values) => {
    let parts = pieces.get(key);
    if (parts === undefined) {
      parts = piecesOf(messageAt(messages, key));
      pieces.set(key, parts);
    }
    return (parts && fillIn(parts, values)) ?? say(key, values);
  };
  return Object.assign(quick, translator) as unknown as T;
}

function messageAt(messages: unknown, key: string): unknown {
  return key.split('.').reduce((tree, name) => (tree as Record<string, unknown> | undefined)?.[name], messages);
}

/** Text and names in turn, text first; null for a message that is more than that. */
function piecesOf(message: unknown): readonly string[] | null {
  if (typeof message !== 'string' || /['<]/.test(message)) return null;
  const pieces = message.split(/\{(\w+)\}/);
  return pieces.some((piece) => /[{}]/.test(piece)) ? null : pieces;
}

function fillIn(pieces: readonly string[], values: Readonly<Record<string, unknown>> = {}): string | null {
  let text = pieces[0] as string;
  for (let at = 1; at < pieces.length; at += 2) {
    const value = values[pieces[at] as string];
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    text += value + (pieces[at + 1] as string);
  }
  return text;
}

/**
 * The words of one namespace, with those of another in their place wherever it has them: a list of stories speaks as the
 * directory does, except where the directory speaks of enterprises.
 */
export function wordsOver<N extends Namespace>(locale: Locale, namespace: N, over: Namespace): Words<N> {
  const key = `${locale} ${String(namespace)} under ${String(over)}`;
  const known = kept().get(key) as Words<N> | undefined;
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
