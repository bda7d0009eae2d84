import { describe, expect, test } from 'vitest';
import { checkText } from '@/lib/content/check';
import { houseTexts, LANGS, MAIL_DOCUMENTS, PAGE_DOCUMENTS } from '@/lib/content/documents';
import { readMessage } from '@/lib/content/icu';
import { isSafeHref, readMarkdown } from '@/lib/content/markdown';
import { previewText } from '@/lib/content/preview';
import { messagesWith } from '@/lib/i18n/messages';

const PLURAL = '{n, plural, one {# zapis} few {# zapisa} other {# zapisa}} u {place}, <link>ovde</link>';

describe('the texts of staff', () => {
  test('every text of every document can be read and filled in, in every script', () => {
    for (const document of [...PAGE_DOCUMENTS, ...MAIL_DOCUMENTS]) {
      for (const lang of LANGS) {
        for (const [path, text] of houseTexts(document, lang)) {
          expect(checkText(path, text, text), path).toEqual([]);
          for (const locale of lang === 'en' ? (['en'] as const) : (['sr-Latn', 'sr-Cyrl'] as const)) {
            expect(previewText(text, locale), `${locale} ${path}`).not.toBeNull();
          }
        }
      }
    }
  });

  test('arguments and tags are found, in branches of plurals too', () => {
    const read = readMessage(PLURAL);
    if (!read.ok) throw new Error(read.error.code);
    expect([[...read.value.args], [...read.value.numbers], [...read.value.tags]]).toEqual([
      ['n', 'place'],
      ['n'],
      ['link'],
    ]);
  });

  test.each([
    ['Veza važi do {until', 'brace'],
    ['Veza važi do until}', 'brace'],
    ['{n, plural, one {#}}', 'kind'],
    ['<link>ovde', 'tag'],
    ['{}', 'brace'],
  ])('%s is no message', (text, code) => {
    const read = readMessage(text);
    expect(read.ok ? 'read' : read.error.code).toBe(code);
  });

  test('a lost argument, an unknown one, a lost and an unknown tag are refused by name', () => {
    expect(checkText('p', '{n} zapisa u {mesto}, <a>ovde</a>', PLURAL).map(({ code, name }) => [code, name])).toEqual([
      ['lostArgument', 'place'],
      ['unknownArgument', 'mesto'],
      ['lostTag', 'link'],
      ['unknownTag', 'a'],
    ]);
    expect(checkText('p', 'Samo {n} ih je u {place} (<link>gde</link>).', PLURAL)).toEqual([]);
  });

  test('Cyrillic follows what was written in Latin, and other words stay', () => {
    const written = { sr: { 'Home.lead': 'Đurđevo ima {total} zapisa.' }, en: {} };
    expect(messagesWith('sr-Cyrl', written).Home.lead).toBe('Ђурђево има {total} записа.');
    expect(messagesWith('sr-Latn', written).Home.lead).toBe('Đurđevo ima {total} zapisa.');
    expect(messagesWith('en', written).Home.lead).toContain('{total');
    expect(messagesWith('sr-Cyrl', written).Home.poster).toBe('Социјална предузећа Србије, поље по поље.');
  });
});

describe('the small Markdown', () => {
  test('headings, lists, strong and safe links', () => {
    expect(readMarkdown('## Naslov\nPrvi **red**\ndrugi red\n\n- jedan\n- [dva](https://primer.rs)')).toEqual([
      { kind: 'heading', children: [{ kind: 'text', text: 'Naslov' }] },
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'Prvi ' },
          { kind: 'strong', children: [{ kind: 'text', text: 'red' }] },
          { kind: 'text', text: ' drugi red' },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          [{ kind: 'text', text: 'jedan' }],
          [{ kind: 'link', href: 'https://primer.rs', children: [{ kind: 'text', text: 'dva' }] }],
        ],
      },
    ]);
  });

  test('HTML is text, and an address that runs is none', () => {
    const shown = JSON.stringify(readMarkdown('<script>alert(1)</script> [x](javascript:alert(1))'));
    expect(shown).not.toContain('"link"');
    expect(shown).toContain('<script>');
    for (const bad of ['javascript:alert(1)', '//zlo.example', 'data:text/html,x', '/\\zlo.example']) {
      expect(isSafeHref(bad), bad).toBe(false);
    }
  });
});
