import { catalogueToCyrillic, catalogueToLatin, type Messages as Tree } from '@/lib/serbian';
import en from '@/messages/en.json';
import overrides from '@/messages/sr-Cyrl.overrides.json';
import latin from '@/messages/sr-Latn.json';
import type { Locale } from './locales';

/** All words of the site in one language. sr-Latn is the one that people write; the others have its keys. */
export type Messages = typeof latin;

/** `tree` with the texts of `exceptions` in place of its own at the same paths. */
export function withExceptions<T extends Tree>(tree: T, exceptions: Tree): T {
  const entries = Object.entries(tree).map(([key, value]) => {
    const exception = exceptions[key];
    if (exception === undefined) return [key, value];
    return [
      key,
      typeof value === 'string' || typeof exception === 'string' ? exception : withExceptions(value, exception),
    ];
  });
  return Object.fromEntries(entries) as T;
}

const makers: Record<Locale, () => Messages> = {
  'sr-Latn': () => catalogueToLatin(latin),
  // What speaks of scripts, and the few words that no rule gets right, stand in the overrides.
  'sr-Cyrl': () => withExceptions(catalogueToCyrillic(latin), overrides),
  en: () => en,
};
const cache = new Map<Locale, Messages>();

/** The words of the site in a language; made once for the process. */
export function messagesOf(locale: Locale): Messages {
  const known = cache.get(locale);
  if (known) return known;
  const made = makers[locale]();
  cache.set(locale, made);
  return made;
}
