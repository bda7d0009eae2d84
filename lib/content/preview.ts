import { createTranslator } from 'use-intl/core';
import { formats, TIME_ZONE } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { messageToCyrillic, withoutMarks } from '@/lib/serbian';
import type { Lang } from './documents';
import { readMessage } from './icu';

/** A number that has the plural form which Serbian forgets most easily. */
const SAMPLE_NUMBER = 22;

/** The languages and scripts in which a text is read. */
export function localesOf(lang: Lang): readonly Locale[] {
  return lang === 'en' ? ['en'] : ['sr-Latn', 'sr-Cyrl'];
}

/**
 * A text as the page will show it, filled in with samples: numbers, and the names of other arguments between ‹ ›.
 * @returns null when it cannot be filled in
 */
export function previewText(text: string, locale: Locale): string | null {
  const read = readMessage(text);
  if (!read.ok) return null;
  const { args, numbers, tags } = read.value;
  const values = Object.fromEntries([
    ...[...args].map((name) => [name, numbers.has(name) ? SAMPLE_NUMBER : `‹${name}›`] as const),
    ...[...tags].map((name) => [name, (inside: string) => inside] as const),
  ]);
  let failed = false;
  const translator = createTranslator({
    locale,
    messages: { text: locale === 'sr-Cyrl' ? messageToCyrillic(text) : withoutMarks(text) },
    formats,
    timeZone: TIME_ZONE,
    onError: () => {
      failed = true;
    },
  });
  const shown = translator.markup('text', values as never);
  return failed ? null : shown;
}
