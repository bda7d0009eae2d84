'use client';

import { createElement, type JSX, useMemo } from 'react';
import { presentRenderStore } from '@/lib/html/render-store';

export type MarkupTag = 'div' | 'footer' | 'nav' | 'p' | 'svg' | 'ul';

export type MarkupElementProps<T extends MarkupTag> = Omit<
  JSX.IntrinsicElements[T],
  'children' | 'dangerouslySetInnerHTML' | 'ref'
> & {
  as: T;
  /** Names the content: equal for equal content. */
  version: string;
  /** The content; undefined in the flight data of a whole page, whose HTML has it already. */
  html: string | undefined;
};

/** What the page came with, by version: "back" may lead to it when the element shows something else. */
const cameWith = new Map<string, string>();

function contentOf(version: string): string {
  if (typeof document === 'undefined') return presentRenderStore()?.get(version) ?? '';
  const known = cameWith.get(version) ?? document.querySelector(`[data-markup="${version}"]`)?.innerHTML ?? '';
  cameWith.set(version, known);
  return known;
}

/** The browser's side of `Markup`. What a visitor did to the content (an open menu) stays until another version comes. */
export function MarkupElement<T extends MarkupTag>({ as, version, html, ...attributes }: MarkupElementProps<T>) {
  // React writes the content anew whenever this object is another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the content
  const content = useMemo(() => ({ __html: html ?? contentOf(version) }), [version]);
  return createElement(as, { ...attributes, 'data-markup': version, dangerouslySetInnerHTML: content });
}
