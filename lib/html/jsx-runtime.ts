import type { JSX as ReactJsx } from 'react';
import { type Content, escapeText, Html, toHtml, writeContent } from './html';

/**
 * JSX that is written as HTML at once, for files that begin with the pragma `@jsxImportSource @/lib/html`: components of
 * the server that never change in the browser. React would make an object of each of their elements, write it into the
 * flight data, read it again, and render it. They know React's names of attributes, but no hooks, no handlers and no
 * client components. A React component shows what they made by `components/ui/Markup`.
 */

type Props = Readonly<Record<string, unknown>> & { children?: Content };
type Component = (props: Props) => Content;

/** React's names that are not HTML's, apart from upper and lower case, which HTML takes for the same. */
const NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  defaultValue: 'value',
  defaultChecked: 'checked',
  textAnchor: 'text-anchor',
  fontSize: 'font-size',
};

/** Elements that never have content. */
const EMPTY: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'circle',
  'path',
  'rect',
  'use',
]);

/** What the compiler makes of an element. A key has no meaning here; lists carry it for the linter. */
export function jsx(element: string | Component, props: Props, _key?: unknown): Html {
  if (typeof element === 'function') return toHtml(element(props));
  let markup = `<${element}`;
  for (const name in props) {
    if (name !== 'children') markup += writeAttribute(NAMES[name] ?? name, props[name]);
  }
  // A drawing's elements would stay open without the slash; in HTML's own it means nothing.
  if (EMPTY.has(element) && !props.children) return new Html(`${markup}/>`);
  return new Html(`${markup}>${writeContent(props.children)}</${element}>`);
}

export { jsx as jsxs };

/** What the compiler makes of an element in development. */
export function jsxDEV(element: string | Component, props: Props, key?: unknown): Html {
  return jsx(element, props, key);
}

export function Fragment({ children }: { children?: Content }): Html {
  return toHtml(children);
}

function writeAttribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') {
    // Of `aria-hidden` and its like "false" is a value; of the others it is the absence.
    if (name.startsWith('aria-')) return ` ${name}="${value}"`;
    return value ? ` ${name}=""` : '';
  }
  return ` ${name}="${escapeText(String(value))}"`;
}

type WithoutBrowser<Name> = Name extends
  | 'children'
  | 'key'
  | 'ref'
  | 'style'
  | 'dangerouslySetInnerHTML'
  | `on${string}`
  ? never
  : Name;

/** React's types of the elements, without what only a browser can do. */
type Attributes<ReactProps> = { [Name in keyof ReactProps as WithoutBrowser<Name>]: ReactProps[Name] } & {
  children?: Content;
  key?: string | number;
};

export namespace JSX {
  export type Element = Html;
  // biome-ignore lint/suspicious/noExplicitAny: the compiler checks each component's own properties
  export type ElementType = keyof IntrinsicElements | ((props: any) => Content);
  export interface ElementChildrenAttribute {
    children: unknown;
  }
  export interface IntrinsicAttributes {
    key?: string | number;
  }
  export type IntrinsicElements = {
    [Name in keyof ReactJsx.IntrinsicElements]: Attributes<ReactJsx.IntrinsicElements[Name]>;
  };
}
