'use client';

import { useRouter } from 'next/navigation';
import { createElement, type JSX, useEffect, useMemo } from 'react';
import { presentRenderStore } from '@/lib/html/render-store';

export type MarkupTag = 'details' | 'div' | 'footer' | 'nav' | 'p' | 'svg' | 'ul';

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

/** The content of a version; '' when it is neither in the page nor remembered. */
function contentOf(version: string): string {
  if (typeof document === 'undefined') return presentRenderStore()?.get(version) ?? '';
  const known = cameWith.get(version) ?? document.querySelector(`[data-markup="${version}"]`)?.innerHTML ?? '';
  if (known !== '') cameWith.set(version, known);
  return known;
}

/** The browser's side of `Markup`. What a visitor did to the content (an open menu) stays until another version comes. */
export function MarkupElement<T extends MarkupTag>({ as, version, html, ...attributes }: MarkupElementProps<T>) {
  const router = useRouter();
  const isMissing = html === undefined && contentOf(version) === '';
  // React writes the content anew whenever this object is another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the content
  const content = useMemo(() => ({ __html: html ?? contentOf(version) }), [version, isMissing]);
  // The server could not render the page, and the browser does it from flight data alone: it asks for the whole.
  useEffect(() => {
    if (isMissing) router.refresh();
  }, [isMissing, router]);
  return createElement(as, { ...attributes, 'data-markup': version, dangerouslySetInnerHTML: content });
}
