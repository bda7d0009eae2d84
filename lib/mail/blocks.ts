/** What a mail is made of; each kind is written once as text and once as HTML (`layout.ts`). Pure. */
export type Block =
  | { kind: 'paragraph'; text: string }
  /** What a link does, and where it leads. In the text both stand. */
  | { kind: 'button'; label: string; href: string }
  /** Words of somebody: the reason of a decision. */
  | { kind: 'quote'; text: string }
  /** Passages, each with its question's name, what stood there, and lines about it. */
  | { kind: 'passages'; passages: { title: string; quote: string | null; lines: string[] }[] };

/** A mail before it is laid out. */
export interface MailContent {
  subject: string;
  blocks: Block[];
}
