import { createElement, type JSX } from 'react';
import type { Html } from '@/lib/html/html';

type Tag = 'aside' | 'div' | 'footer' | 'header' | 'li' | 'nav' | 'p' | 'section' | 'svg' | 'ul';

type MarkupProps<T extends Tag> = Omit<JSX.IntrinsicElements[T], 'children' | 'dangerouslySetInnerHTML'> & {
  as: T;
  html: Html;
};

/** An element whose content is finished HTML (lib/html): React takes all of it as one piece. */
export function Markup<T extends Tag>({ as, html, ...attributes }: MarkupProps<T>) {
  // `Html` has escaped what it was made of.
  return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: html.toString() } });
}
