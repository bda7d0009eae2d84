import { catalogueToCyrillic, catalogueToLatin, messageToCyrillic, type Messages as Tree } from '@/lib/serbian';
import en from '@/messages/en.json';
import overrides from '@/messages/sr-Cyrl.overrides.json';
import latin from '@/messages/sr-Latn.json';
import type { Locale } from './locales';

/** All words of the site in one language. sr-Latn is the one that people write; the others have its keys. */
export type Messages = typeof latin;

/** Words that staff wrote over those of the files, by their path ("Home.lead"). lib/content keeps them. */
export interface WrittenWords {
  sr: Readonly<Record<string, string>>;
  en: Readonly<Record<string, string>>;
}

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

/** Texts by path as a tree. */
function treeOf(texts: Readonly<Record<string, string>>): Tree {
  const tree: Record<string, unknown> = {};
  for (const [path, text] of Object.entries(texts)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at = tree;
    for (const name of names) {
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
    at[last] = text;
  }
  return tree as Tree;
}

function toCyrillicTexts(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, messageToCyrillic(text)]));
}

/** The words of the files in a language, with those that staff wrote in their place. */
export function messagesWith(locale: Locale, written: WrittenWords): Messages {
  if (locale === 'en') return withExceptions(en as Messages, treeOf(written.en));
  const own = withExceptions(latin, treeOf(written.sr));
  if (locale === 'sr-Latn') return catalogueToLatin(own);
  // What speaks of scripts, and the few words that no rule gets right, stand in the overrides; what staff wrote comes last.
  const derived = withExceptions(catalogueToCyrillic(latin), overrides);
  return withExceptions(derived, treeOf(toCyrillicTexts(written.sr)));
}

// Next evaluates modules once per bundle; what staff wrote is the same for all of them.
const shelf = globalThis as unknown as { __writtenWords?: { version: number; words: WrittenWords } };
const NOTHING: WrittenWords = { sr: {}, en: {} };

/** Takes over what staff wrote; everything that was made of the words before is made anew. */
export function setWrittenWords(words: WrittenWords): void {
  shelf.__writtenWords = { version: wordsVersion() + 1, words };
}

/** What staff wrote, as it is in force now. */
export function writtenWords(): WrittenWords {
  return shelf.__writtenWords?.words ?? NOTHING;
}

/** A number that moves when the words do. */
export function wordsVersion(): number {
  return shelf.__writtenWords?.version ?? 0;
}

const cache = new Map<Locale, { version: number; messages: Messages }>();

/** The words of the site in a language; made once, and again when staff have written others. */
export function messagesOf(locale: Locale): Messages {
  const version = wordsVersion();
  const known = cache.get(locale);
  if (known?.version === version) return known.messages;
  const messages = messagesWith(locale, writtenWords());
  cache.set(locale, { version, messages });
  return messages;
}
