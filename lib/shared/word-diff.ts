import { diffArrays } from 'diff';

/** A run of text that both have, that only the older has, or that only the newer has. */
export interface DiffPart {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

const WORDS = new Intl.Segmenter('sr', { granularity: 'word' });

/** Beyond so many changed words the rest is shown as one change: comparing would take longer than anybody reads. */
const MOST_CHANGES = 4_000;

/** The words of a text, each with nothing around it; blanks and punctuation are words of their own. */
function wordsOf(text: string): string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
}

/** What changed between two texts, word by word, in any script. */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES });
  if (!changes) return whole(before, after);
  const parts = changes.map(({ added, removed, value }): DiffPart => {
    return { kind: added ? 'new' : removed ? 'gone' : 'same', text: value.join('') };
  });
  return withoutLonelyBlanks(parts);
}

function whole(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** A blank that alone stayed between changed words belongs to the change: "two words" reads better than "two" and "words". */
function withoutLonelyBlanks(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let gone = '';
  let added = '';
  const close = () => {
    joined.push(...whole(gone, added));
    gone = '';
    added = '';
  };
  parts.forEach((part, at) => {
    const isLonely = part.kind === 'same' && part.text.trim() === '' && at > 0 && at < parts.length - 1;
    if (part.kind === 'gone' || isLonely) gone += part.text;
    if (part.kind === 'new' || isLonely) added += part.text;
    if (part.kind !== 'same' || isLonely) return;
    close();
    joined.push(part);
  });
  close();
  return joined;
}

/** How many words on each side of a change are shown with it. */
const AROUND = 6;

/** Each change with the words around it, for where there is no room for both texts. */
export function changedPassages(before: string, after: string): { before: string; after: string } {
  const parts = diffWords(before, after);
  const shown = (skip: 'gone' | 'new') =>
    parts
      .map(({ kind, text }, at) => {
        if (kind === skip) return '';
        return kind === 'same' ? shorten(text, at > 0, at < parts.length - 1) : text;
      })
      .join('');
  return { before: shown('new'), after: shown('gone') };
}

/** Keeps the ends of a text that touch a change. */
function shorten(text: string, afterChange: boolean, beforeChange: boolean): string {
  const words = wordsOf(text);
  const most = AROUND * 2;
  const kept = (afterChange ? most : 0) + (beforeChange ? most : 0);
  if (words.length <= kept + 2) return text;
  const head = afterChange ? words.slice(0, most).join('') : '';
  const tail = beforeChange ? words.slice(-most).join('') : '';
  return `${head}…${tail}`;
}
