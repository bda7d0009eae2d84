import { describe, expect, test } from 'vitest';
import { messagesOf, withExceptions } from '@/lib/i18n/messages';
import { messageToCyrillic } from '@/lib/serbian';
import en from '@/messages/en.json';
import errors from '@/messages/errors.json';
import overrides from '@/messages/sr-Cyrl.overrides.json';
import latin from '@/messages/sr-Latn.json';

type Tree = { readonly [key: string]: string | Tree };

/** Every message by its path. */
function flat(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

/** Names of a message's arguments and tags, in alphabetical order, each once. */
function argumentsOf(message: string): string[] {
  const names = [...message.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, name, tag]) => name ?? `<${tag}>`);
  // A branch of a plural that is one word looks like an argument.
  const branches = new Set([...message.matchAll(/(?:one|few|other|=\d+)\s*\{(\w+)\}/g)].map(([, word]) => word));
  return [...new Set(names)].filter((name) => !branches.has(name)).sort();
}

const LATIN = flat(latin);

describe('the words of the site', () => {
  test('English has every Serbian message, and no other', () => {
    expect([...flat(en).keys()].sort()).toEqual([...LATIN.keys()].sort());
  });

  test('a message has the same arguments and tags in every language', () => {
    for (const locale of ['sr-Cyrl', 'en'] as const) {
      const other = flat(messagesOf(locale));
      for (const [path, message] of LATIN) {
        expect(argumentsOf(other.get(path) ?? ''), `${locale} ${path}`).toEqual(argumentsOf(message));
      }
    }
  });

  test('a Serbian plural has its three forms, an English one its two', () => {
    const wanted = [
      [LATIN, ['one', 'few', 'other']],
      [flat(en), ['one', 'other']],
    ] as const;
    for (const [messages, forms] of wanted) {
      for (const [path, message] of messages) {
        if (!/, plural,/.test(message)) continue;
        const named = [...message.matchAll(/(?:^|[\s,}])(one|few|other)\s*\{/g)].map(([, form]) => form);
        // A plural whose forms do not differ may stand with "other" alone, or with "=0".
        if (named.length === 1 && named[0] === 'other') continue;
        expect([...new Set(named)].sort(), path).toEqual([...forms].sort());
      }
    }
  });

  test('an override stands only where there is such a message', () => {
    for (const path of flat(overrides as Tree).keys()) expect(LATIN.has(path), path).toBe(true);
  });

  test('nobody ever sees the marks of the transliterator', () => {
    for (const locale of ['sr-Latn', 'sr-Cyrl', 'en'] as const) {
      for (const [path, message] of flat(messagesOf(locale))) expect(message, `${locale} ${path}`).not.toMatch(/[⟦⟧]/);
    }
  });

  test('an exception replaces its message and leaves the others', () => {
    expect(withExceptions({ a: 'x', b: { c: 'y', d: 'z' } }, { b: { d: 'w' } })).toEqual({
      a: 'x',
      b: { c: 'y', d: 'w' },
    });
  });

  test('the words of the error page in Cyrillic are those in Latin', () => {
    for (const [key, message] of Object.entries(errors['sr-Latn'])) {
      expect(errors['sr-Cyrl'][key as keyof (typeof errors)['sr-Cyrl']]).toBe(messageToCyrillic(message));
    }
  });
});

/** What stays in Latin letters on a Cyrillic page: names, formats, addresses, examples of Latin typing. */
const LEFT_LATIN = new Set(
  (
    'Natural Earth GeoNames story draft Creative Commons CC BY SA PDF JPEG PNG HEIC WebP CSV GeoJSON JSON Excel OpenAPI WCAG AA axe theme Atom Ctrl Enter Escape ' +
    'Content Type application Čačak Cacak cacak đ dj d djurdjevo bees view zoom ids at cursor near bbox ' +
    // What the importer says on the command line: options, formats, examples of addresses.
    'Facebook Instagram LinkedIn X YouTube ' +
    'https primer rs ime municipality XLSX xls xlsx FeatureCollection URL DATABASE allow dry import md npm run json ' +
    // The second factor: a picture, two apps.
    'QR Aegis FreeOTP'
  ).split(' '),
);

test('Serbian Cyrillic has no Latin word but those on the list', () => {
  const found: string[] = [];
  for (const [path, message] of flat(messagesOf('sr-Cyrl'))) {
    const shown = message
      .replace(/<\/?\w+>/g, ' ')
      .replace(/\{\w+, (?:plural|select),|(?:one|few|other|none|n|=\d+)\s*\{/g, ' ')
      .replace(/\{\w+(?:, \w+)?\}/g, ' ');
    for (const [word] of shown.matchAll(/[A-Za-zčćžšđČĆŽŠĐ]+/g))
      if (!LEFT_LATIN.has(word)) found.push(`${path}: ${word}`);
  }
  expect(found).toEqual([]);
});
