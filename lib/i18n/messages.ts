import overrides from '@/messages/sr-Cyrl.overrides.json';
import en from '@/messages/en.json';
import latin from '@/messages/sr-Latn.json';
import { messageToCyrillic, withoutMarks } from '@/lib/serbian';
import type { Locale } from './locales';

/** All words of the site in one language. sr-Latn is the one that people write; the others have its keys. */
export type Messages = typeof latin;

interface Tree {
  readonly [key: string]: string | Tree;
}

/**
 * Serbian Cyrillic from Serbian Latin: each message by the transliterator, but those that speak of scripts
 * or that no rule gets right, which stand in the overrides by the same path.
 */
export function deriveCyrillic(source: Tree, exceptions: Tree): Tree {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => {
      const exception = exceptions[key];
      if (typeof value === 'string') return [key, typeof exception === 'string' ? exception : messageToCyrillic(value)];
      return [key, deriveCyrillic(value, typeof exception === 'object' ? exception : {})];
    }),
  );
}

/** Takes the transliterator's marks (⟦ ⟧) out of what is shown as written. */
function shownAsWritten(source: Tree): Tree {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => [
      key,
      typeof value === 'string' ? withoutMarks(value) : shownAsWritten(value),
    ]),
  );
}

const cache = new Map<Locale, Messages>();

/** The words of the site in a language; made once for the process. */
export function messagesOf(locale: Locale): Messages {
  const known = cache.get(locale);
  if (known) return known;
  const made = makeMessages(locale);
  cache.set(locale, made);
  return made;
}

function makeMessages(locale: Locale): Messages {
  if (locale === 'en') return en as Messages;
  const tree = locale === 'sr-Cyrl' ? deriveCyrillic(latin, overrides as Tree) : shownAsWritten(latin);
  return tree as unknown as Messages;
}
