/*
 * A small part of Markdown for what staff write on pages: headings, lists, paragraphs, bold, italics, links. There is no
 * HTML in it: what looks like HTML is text. Pure.
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

export type MarkdownBlock =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

/** Reads a text; whatever it holds, something is made of it. */
export function readMarkdown(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  for (const part of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '');
    while (lines.length > 0) blocks.push(readBlock(lines));
  }
  return blocks;
}

const HEADING = /^#{1,6}\s+(.*)$/;
const BULLET = /^\s*[-*]\s+(.*)$/;
const NUMBER = /^\s*\d{1,3}[.)]\s+(.*)$/;

/** Takes the lines of the next block off the list. */
function readBlock(lines: string[]): MarkdownBlock {
  const [first = ''] = lines;
  const heading = HEADING.exec(first);
  if (heading) {
    lines.shift();
    return { kind: 'heading', children: readInline(heading[1] ?? '') };
  }
  const item = BULLET.test(first) ? BULLET : NUMBER.test(first) ? NUMBER : null;
  if (item) return { kind: 'list', ordered: item === NUMBER, items: takeItems(lines, item) };
  const own: string[] = [];
  while (lines[0] !== undefined && ![HEADING, BULLET, NUMBER].some((mark) => mark.test(lines[0] ?? ''))) {
    own.push((lines.shift() ?? '').trim());
  }
  return { kind: 'paragraph', children: readInline(own.join(' ')) };
}

function takeItems(lines: string[], mark: RegExp): Inline[][] {
  const items: Inline[][] = [];
  for (let found = mark.exec(lines[0] ?? ''); found; found = mark.exec(lines[0] ?? '')) {
    lines.shift();
    items.push(readInline(found[1] ?? ''));
  }
  return items;
}

const INLINE = /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*\s][^*]*)\*|\[(?<label>[^\]]+)\]\((?<href>[^)\s]+)\)/;

function readInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    if (found.index > 0) parts.push({ kind: 'text', text: rest.slice(0, found.index) });
    const { strong, em, label, href } = found.groups ?? {};
    if (strong !== undefined) parts.push({ kind: 'strong', children: readInline(strong) });
    else if (em !== undefined) parts.push({ kind: 'em', children: readInline(em) });
    else if (label !== undefined && isSafeHref(href ?? '')) {
      parts.push({ kind: 'link', href: href ?? '', children: [{ kind: 'text', text: label }] });
    } else parts.push({ kind: 'text', text: found[0] });
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest !== '') parts.push({ kind: 'text', text: rest });
  return parts;
}

/** Addresses of the web, of mail, and of our own pages; nothing that runs. */
export function isSafeHref(href: string): boolean {
  if (/^\/(?!\/)/.test(href) || /^#[\w-]+$/.test(href)) return !/[\\\s]/.test(href);
  if (!URL.canParse(href)) return false;
  return ['https:', 'http:', 'mailto:'].includes(new URL(href).protocol);
}
