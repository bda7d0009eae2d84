import { describe, expect, it } from 'vitest';
import { toHtml, trusted } from '@/lib/html/html';
import { Fragment, jsx } from '@/lib/html/jsx-runtime';
import { rich } from '@/lib/html/rich';
import { words } from '@/lib/i18n/words';

const made = (...args: Parameters<typeof jsx>) => jsx(...args).toString();

const Quoted = (props: Readonly<Record<string, unknown>>) =>
  jsx(Fragment, { children: ['„', String(props.name), '“'] });

describe('markup written by the server', () => {
  it('escapes text and attributes, so that nothing from a record becomes markup', () => {
    expect(made('a', { href: '"><script>', title: `Čačak & "sinovi"`, children: '<b>Đ</b>' })).toBe(
      '<a href="&quot;&gt;&lt;script&gt;" title="Čačak &amp; &quot;sinovi&quot;">&lt;b&gt;Đ&lt;/b&gt;</a>',
    );
  });

  it('takes finished pieces as they are, and leaves out what is empty or false', () => {
    const inner = jsx('b', { children: 'A & B' });
    expect(made('p', { children: [inner, ' ', 0, null, undefined, false, ['x', ['<']]] })).toBe(
      '<p><b>A &amp; B</b> 0x&lt;</p>',
    );
    expect(toHtml(['<', trusted('<hr>')]).toString()).toBe('&lt;<hr>');
  });

  it("knows React's names of attributes, and what true and false mean in each", () => {
    expect(made('label', { className: 'tick', htmlFor: 'a' })).toBe('<label class="tick" for="a"></label>');
    expect(made('input', { type: 'checkbox', defaultChecked: true, defaultValue: '1', disabled: false })).toBe(
      '<input type="checkbox" checked="" value="1"/>',
    );
    expect(made('p', { 'aria-hidden': false, lang: undefined, title: null })).toBe('<p aria-hidden="false"></p>');
    expect(made('text', { textAnchor: 'end', fontSize: 11, x: 0 })).toBe(
      '<text text-anchor="end" font-size="11" x="0"></text>',
    );
  });

  it('calls components with their properties, and keeps a fragment without an element', () => {
    expect(made(Quoted, { name: 'Naša <kuća>' })).toBe('„Naša &lt;kuća&gt;“');
  });
});

describe('a message with tags', () => {
  const link = (inside: Parameters<typeof toHtml>[0]) => jsx('a', { href: '/x', children: inside });

  it('has elements for its tags, and text for the rest', () => {
    const html = rich((values) => words('en', 'Privacy').rich('peopleText', values), { link }).toString();
    expect(html).toMatch(/<a href="\/x">[^<]+<\/a>/);
    expect(html.replace(/<\/?a[^>]*>/g, '')).not.toMatch(/[<>]/);
  });

  it('may be one tag and nothing else', () => {
    expect(
      rich((values) => (values as { link: (inside: string[]) => unknown }).link(['A & B']), { link }).toString(),
    ).toBe('<a href="/x">A &amp; B</a>');
    expect(
      rich((values) => String((values as { link: (inside: string[]) => unknown }).link(['A'])), { link }).toString(),
    ).toBe('<a href="/x">A</a>');
  });

  it('never takes markup out of a value', () => {
    expect(rich((values) => [(values as { name: string }).name], { name: '<b>' }).toString()).toBe('&lt;b&gt;');
  });
});
