import { Fragment, type ReactNode } from 'react';
import { type Inline, type MarkdownBlock, readMarkdown } from '@/lib/content/markdown';

/** What staff wrote in the small Markdown, as elements; nothing in it is HTML. */
export function MarkdownView({ text }: { text: string }) {
  return readMarkdown(text).map((block, at) => <Fragment key={`${at} ${block.kind}`}>{showBlock(block)}</Fragment>);
}

function showBlock(block: MarkdownBlock): ReactNode {
  if (block.kind === 'heading') return <h3>{showInline(block.children)}</h3>;
  if (block.kind === 'paragraph') return <p>{showInline(block.children)}</p>;
  const items = block.items.map((item, at) => <li key={`${at} ${item.length}`}>{showInline(item)}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul className="marked">{items}</ul>;
}

function showInline(parts: readonly Inline[]): ReactNode {
  return parts.map((part, at) => {
    const key = `${at} ${part.kind}`;
    if (part.kind === 'text') return <Fragment key={key}>{part.text}</Fragment>;
    if (part.kind === 'strong') return <strong key={key}>{showInline(part.children)}</strong>;
    if (part.kind === 'em') return <em key={key}>{showInline(part.children)}</em>;
    return (
      <a key={key} href={part.href} rel={part.href.startsWith('/') ? undefined : 'noopener'}>
        {showInline(part.children)}
      </a>
    );
  });
}
