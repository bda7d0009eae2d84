import type { Block, MailContent } from './blocks';

/** What every mail has around its content. */
export interface Frame {
  lang: string;
  greeting: string;
  signature: string[];
  /** Why it came. */
  why: string;
  privacy: { label: string; href: string };
}

/** The mail as plain text: whole for who reads it so, links written out. */
export function toText({ blocks }: MailContent, frame: Frame): string {
  const parts = [
    frame.greeting,
    ...blocks.map(blockToText),
    frame.signature.join('\n'),
    ['-- ', frame.why, `${frame.privacy.label}: ${frame.privacy.href}`].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'button':
      return `${block.label}:\n${block.href}`;
    case 'quote':
      return quoted(block.text);
    case 'passages':
      return block.passages
        .map(({ title, quote, lines }) => [title, ...(quote ? [quoted(quote)] : []), ...lines].join('\n'))
        .join('\n\n');
  }
}

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

/** Colours of the site's light theme (DESIGN.md, section 3). Mail programs know no variables. */
const INK = '#2a1027';
const INK_2 = '#5c4858';
const PAPER = '#f7f7f2';
const LINE = '#d5d5c8';
const ACTION = '#5a1745';
const FONT = "'Source Sans 3', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/**
 * The mail as HTML: one column, no pictures, nothing that is loaded from anywhere. Everything is escaped, what somebody
 * typed too.
 */
export function toHtml({ subject, blocks }: MailContent, frame: Frame): string {
  const body = [
    paragraph(frame.greeting),
    ...blocks.map(blockToHtml),
    `<p style="margin:24px 0 0">${frame.signature.map(escapeHtml).join('<br>')}</p>`,
  ].join('\n');
  return `<!doctype html>
<html lang="${escapeHtml(frame.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;background:${PAPER};color:${INK};font:17px/1.5 ${FONT}">
<div style="max-width:560px;margin:0 auto">
${body}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid ${LINE};color:${INK_2};font-size:15px">${escapeHtml(frame.why)}
<a href="${escapeHtml(frame.privacy.href)}" style="color:${INK_2}">${escapeHtml(frame.privacy.label)}</a></p>
</div>
</body>
</html>
`;
}

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.text);
    case 'button':
      return buttonToHtml(block);
    case 'quote':
      return quoteToHtml(block.text);
    case 'passages':
      return block.passages.map(passageToHtml).join('\n');
  }
}

const paragraph = (text: string) => `<p style="margin:0 0 16px">${withBreaks(text)}</p>`;

// The address stands below in full: a program that shows no buttons still shows where it leads.
const buttonToHtml = ({ label, href }: { label: string; href: string }) =>
  `<p style="margin:24px 0 8px"><a href="${escapeHtml(href)}" style="display:inline-block;padding:12px 20px;` +
  `background:${ACTION};color:#ffffff;border-radius:2px;text-decoration:none;font-weight:650">${escapeHtml(label)}</a></p>
<p style="margin:0 0 24px;font-size:14px;color:${INK_2};overflow-wrap:anywhere"><a href="${escapeHtml(href)}" style="color:${INK_2}">${escapeHtml(href)}</a></p>`;

const quoteToHtml = (text: string) =>
  `<blockquote style="margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid ${ACTION}">${withBreaks(text)}</blockquote>`;

const passageToHtml = ({ title, quote, lines }: { title: string; quote: string | null; lines: string[] }) =>
  `<p style="margin:16px 0 4px;font-weight:650">${escapeHtml(title)}</p>
${quote ? quoteToHtml(quote) : ''}${lines.map(paragraph).join('\n')}`;

const withBreaks = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
