import { createElement, Fragment, type ReactNode } from 'react';
import { type Inline, type MarkdownBlock, readMarkdown } from '@/lib/content/markdown';

/** What staff wrote in the small Markdown, as elements; nothing in it is HTML. */
export function MarkdownView({ text }: { text: string }) {
  return createElement(Fragment, null, ...readMarkdown(text).map(showBlock));
}

function showBlock(block: MarkdownBlock): ReactNode {
  if (block.kind === 'heading') return <h3>{showInline(block.children)}</h3>;
  if (block.kind === 'paragraph') return <p>{showInline(block.children)}</p>;
  const items = block.items.map((item) => createElement('li', null, showInline(item)));
  return block.ordered ? createElement('ol', null, ...items) : createElement('ul', { className: 'marked' }, ...items);
}

/** The parts in their order, as children of their own: they need no names, since nothing moves. */
function showInline(parts: readonly Inline[]): ReactNode {
  return createElement(Fragment, null, ...parts.map(showPart));
}

function showPart(part: Inline): ReactNode {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'strong') return <strong>{showInline(part.children)}</strong>;
  if (part.kind === 'em') return <em>{showInline(part.children)}</em>;
  return (
    <a href={part.href} rel={part.href.startsWith('/') ? undefined : 'noopener'}>
      {showInline(part.children)}
    </a>
  );
}
