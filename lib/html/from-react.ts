import { Fragment, isValidElement, type ReactNode } from 'react';
import { type Content, type Html, toHtml, trusted } from './html';
import { jsx } from './jsx-runtime';

type Props = Readonly<Record<string, unknown>> & { children?: ReactNode };

/** A component that is one of the browser, and says how it stands in finished HTML. */
interface WithHtml {
  written: (props: Props) => Html;
}

/**
 * Finished HTML of React elements, for components that are plain functions: no hooks, no context, nothing that waits. So one
 * component serves the pages that React renders and those that the server writes itself (docs/decisions/0019). What only a
 * browser can do (a handler, a ref) is left out, as in the page that React renders on a server.
 * @throws when a component is one of the browser (`'use client'`) or returns a promise
 */
export function fromReact(node: ReactNode): Html {
  return toHtml(contentOf(node, null));
}

/** @param chosen value of the list of choices around */
function contentOf(node: ReactNode, chosen: unknown): Content {
  if (Array.isArray(node)) return node.map((part: ReactNode) => contentOf(part, chosen));
  if (!isValidElement<Props>(node)) return textOf(node);
  const { type, props } = node;
  if (type === Fragment) return contentOf(props.children, chosen);
  if (typeof type === 'function' && 'written' in type) return (type as WithHtml).written(props);
  if (typeof type === 'function') return contentOf((type as (props: Props) => ReactNode)(props), chosen);
  if (typeof type !== 'string') throw new Error('Only plain elements and functions can be written as HTML.');
  return elementOf(type, props, chosen);
}

function textOf(node: ReactNode): Content {
  if (node === null || node === undefined || ['string', 'number', 'boolean'].includes(typeof node)) {
    return node as Content;
  }
  throw new Error('Only what is there already can be written as HTML: no promise, no object.');
}

/** Attributes of which "false" is a value, and not the absence. */
const SAID: ReadonlySet<string> = new Set(['spellCheck', 'draggable', 'contentEditable']);

function elementOf(element: string, props: Props, chosen: unknown): Html {
  const { children, defaultValue, dangerouslySetInnerHTML, ...attributes } = props;
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'ref' && typeof value !== 'function') plain[name] = SAID.has(name) ? String(value) : value;
  }
  const inside = dangerouslySetInnerHTML
    ? trusted((dangerouslySetInnerHTML as { __html: string }).__html)
    : contentOf(children, element === 'select' ? defaultValue : chosen);
  // A text and a list have their value inside; a text's first line break would be swallowed.
  if (element === 'textarea') {
    const text = String(defaultValue ?? '');
    return jsx(element, { ...plain, children: text.startsWith('\n') ? ['\n', text] : text });
  }
  if (element === 'option')
    return jsx(element, { ...plain, selected: isChosen(plain.value, chosen), children: inside });
  if (element !== 'select' && defaultValue !== undefined) plain.defaultValue = defaultValue;
  return jsx(element, { ...plain, children: inside });
}

function isChosen(value: unknown, chosen: unknown): boolean {
  return chosen !== null && chosen !== undefined && String(value) === String(chosen);
}
