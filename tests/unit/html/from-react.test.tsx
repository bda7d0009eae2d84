import { Fragment, type ReactNode, useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Choices } from '@/components/submissions/ui/Choices';
import { describedBy, Question, QuestionGroup } from '@/components/submissions/ui/Question';
import { Tick } from '@/components/submissions/ui/Tick';
import { Icon } from '@/components/ui/Icon';
import { fromReact } from '@/lib/html/from-react';

/**
 * HTML takes upper and lower case in names for the same, the order of attributes means nothing, and an apostrophe needs no
 * escaping between double quotes.
 */
const plain = (html: string) =>
  html
    .replace(/(<\w+)((?: [\w-]+="[^"]*")+)/g, (_, element: string, attributes: string) =>
      [element, ...(attributes.match(/ [\w-]+="[^"]*"/g) ?? []).map(lowerName).sort()].join(''),
    )
    .replaceAll('&#x27;', "'")
    .replaceAll('/>', '>')
    .replace(/<\/(path|circle|rect|use)>/g, '');

const lowerName = (attribute: string) => attribute.replace(/^[^=]+/, (name) => name.toLowerCase());

const same = (node: ReactNode) => expect(plain(fromReact(node).toString())).toBe(plain(renderToStaticMarkup(node)));

const evil = `"><script>alert('1')</script>&amp; č`;

describe('an element that the server writes itself', () => {
  test('is the one that React renders: text, lists, fragments, nothing', () => {
    same(
      <section className="a b" id={evil} hidden aria-hidden aria-busy={false} tabIndex={-1}>
        {evil}
        {0}
        {null}
        {false}
        {undefined}
        {['a', <b key="b">{evil}</b>]}
        <Fragment key="f">
          <br />
          {'x'} {'y'}
        </Fragment>
      </section>,
    );
  });

  test('holds what was typed: in a line, a text, a list, a tick', () => {
    for (const typed of ['', 'reč', evil, '\nprvi red', '  ', '</textarea><b>']) {
      same(<input type="text" name="a" defaultValue={typed} autoComplete="off" spellCheck={false} />);
      same(<textarea name="a" rows={3} defaultValue={typed} />);
    }
    same(
      <select name="m" defaultValue="2">
        <option value="">-</option>
        {[1, 2, 3].map((month) => (
          <option key={month} value={month}>
            {month}
          </option>
        ))}
      </select>,
    );
    same(<input type="checkbox" name="a" value="yes" defaultChecked />);
    same(<input type="radio" name="a" value="no" defaultChecked={false} />);
  });

  test('is a form as it stands on a page', () => {
    same(
      <form method="post" action="/api/story/save" encType="multipart/form-data" noValidate data-draft="new">
        <button type="submit" name="go" value="next" formNoValidate aria-hidden>
          <Icon name="check" /> dalje
        </button>
        <Question name="title" label={evil} hint="h" optional="(nije obavezno)" error={null} after={<p>!</p>}>
          <input id="f-title" aria-describedby={describedBy('title', { hint: true, count: true })} readOnly />
        </Question>
        <QuestionGroup name="role" label="r" error={<p className="msg">{evil}</p>}>
          <Choices type="radio" name="role" choices={[{ value: 'a', label: <i>{evil}</i> }]} chosen={['a']} />
          <Tick name="t" checked>
            {evil}
          </Tick>
        </QuestionGroup>
      </form>,
    );
  });

  test('has nothing of what only a browser can do', () => {
    same(
      <button type="button" onClick={() => {}} ref={() => {}}>
        x
      </button>,
    );
  });
});

function Stateful() {
  return <p>{useState(0)[0]}</p>;
}
async function Late() {
  return <p>kasno</p>;
}

describe('what cannot be written at once', () => {
  test('is refused, and not left out in silence', () => {
    expect(() => fromReact(<Stateful />)).toThrow();
    expect(() => fromReact(<Late />)).toThrow('promise');
    expect(() => fromReact(Promise.resolve('x'))).toThrow('promise');
  });
});
