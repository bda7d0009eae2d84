import { toCyrillic, withoutMarks } from './transliterate';

/** Messages as next-intl reads them: texts by key, in nested groups. */
export type Messages = { readonly [key: string]: string | Messages };

/** The Cyrillic catalogue, made from the Latin one: only the words of each message change. */
export function catalogueToCyrillic<T extends Messages>(catalogue: T): T {
  return mapTexts(catalogue, messageToCyrillic);
}

/** The Latin catalogue as it is shown: the writers' marks `⟦ ⟧` are taken away. */
export function catalogueToLatin<T extends Messages>(catalogue: T): T {
  return mapTexts(catalogue, withoutMarks);
}

function mapTexts<T extends Messages>(catalogue: T, change: (text: string) => string): T {
  const entries = Object.entries(catalogue).map(([key, value]) => [
    key,
    typeof value === 'string' ? change(value) : mapTexts(value, change),
  ]);
  return Object.fromEntries(entries) as T;
}

/**
 * Transliterates the words of an ICU message and nothing else: names of arguments, types, styles, plural
 * and select keys, tags and quoted braces stay. Marks `⟦ ⟧` may enclose an argument.
 */
export function messageToCyrillic(icuMessage: string): string {
  const parts = cutMessage(icuMessage);
  let kept = false;
  return parts
    .map(({ text, isWords }) => {
      if (!isWords) return text;
      const pieces = text.split(/([⟦⟧])/u);
      return pieces
        .map((piece) => {
          if (piece === '⟦' || piece === '⟧') kept = piece === '⟦';
          return kept ? withoutMarks(piece) : toCyrillic(piece);
        })
        .join('');
    })
    .join('');
}

interface Part {
  readonly text: string;
  readonly isWords: boolean;
}

/**
 * Cuts a message into words and syntax. In words, `{` opens an argument; in an argument of type plural or
 * select, `{` opens words again. An apostrophe quotes only before a brace, as ICU has it.
 */
function cutMessage(message: string): Part[] {
  const parts: Part[] = [];
  const inWords: boolean[] = [true];
  let start = 0;
  const cut = (end: number, isWords: boolean) => {
    if (end > start) parts.push({ text: message.slice(start, end), isWords });
    start = end;
  };
  for (let at = 0; at < message.length; at++) {
    const sign = message.charAt(at);
    const isWords = inWords.at(-1) ?? true;
    if (isWords && sign === "'" && /[{}]/.test(message.charAt(at + 1))) {
      cut(at, true);
      const close = message.indexOf("'", at + 1);
      at = close === -1 ? message.length - 1 : close;
      cut(at + 1, false);
    } else if (sign === '{') {
      cut(isWords ? at : at + 1, isWords);
      inWords.push(!isWords);
    } else if (sign === '}' && inWords.length > 1) {
      cut(isWords ? at : at + 1, isWords);
      inWords.pop();
    }
  }
  cut(message.length, inWords.at(-1) ?? true);
  return parts;
}
