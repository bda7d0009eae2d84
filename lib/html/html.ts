/**
 * Finished HTML. Only the elements of `./jsx-runtime` and `trusted` make it, and the elements escape whatever is not
 * finished HTML already: text from a record, a message or an address can never become markup.
 */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand inside an element: text is escaped, finished HTML is not, and what is empty or false is left out. */
export type Content = Html | string | number | boolean | null | undefined | readonly Content[];

/** Markup that is a constant of ours: a drawing, a sprite. Never for anything that came from outside the source. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** Several pieces, one after another, as one. */
export function toHtml(content: Content): Html {
  return content instanceof Html ? content : new Html(writeContent(content));
}

/** The markup of what stands inside an element. */
export function writeContent(content: Content): string {
  if (content instanceof Html) return content.toString();
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  if (content === null || content === undefined || typeof content === 'boolean') return '';
  let markup = '';
  for (const part of content) markup += writeContent(part);
  return markup;
}

const NAMES_OF_CHARACTERS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in an element or between the double quotes of an attribute. */
export function escapeText(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => NAMES_OF_CHARACTERS[character] as string) : text;
}
