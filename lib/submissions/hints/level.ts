/** What somebody wrote that belongs to a person and should perhaps not be public. */
export type HintKind = 'jmbg' | 'phone' | 'email' | 'street' | 'bankAccount' | 'plate';

export interface Hint {
  kind: HintKind;
  /** UTF-16 offsets in the text as given, end exclusive. */
  start: number;
  end: number;
  /** The passage as written. */
  quote: string;
}

/** A place in a text where one of the finders found something. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The same text, of the same length, in which signs that mean the same look the same: blanks of every width, dashes, digits of
 * other scripts. So one set of patterns reads all, and every offset is one of the text as given.
 */
export function level(text: string): string {
  return text.replace(/[^\n\x20-\x7e\u010c-\u017e\u0402-\u045f]/g, (sign) => {
    if (/\p{Zs}|[\t\u200b-\u200d\u2060\ufeff\u00ad]/u.test(sign)) return ' ';
    if (/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.test(sign)) return '-';
    const plain = sign.normalize('NFKC');
    return plain.length === 1 && /[\w@./+()-]/.test(plain) ? plain : sign;
  });
}

/** Every match of a pattern that a check agrees with. The span is that of the group `what`, or of the whole match. */
export function spansOf(text: string, pattern: RegExp, isRight: (found: string) => boolean = () => true): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const what = match.groups?.what ?? match[0];
    if (!isRight(what)) continue;
    const start = match.index + match[0].indexOf(what);
    spans.push({ start, end: start + what.length });
  }
  return spans;
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
