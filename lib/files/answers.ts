import { AUDIENCES, LIST_LIMITS } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { isFileKey } from './addresses';
import type { FileKind } from './fields';

/*
 * Rows of `StoredFile` say which files there are; the answers `photos` and `documents` say in which order, and their words.
 * So a page that was sent from an older tab can lose nobody's file, and a file that was removed does not come back.
 */

/** A photo in the answers, as typed. */
export interface PhotoAnswer {
  file: string;
  alt: string;
  author: string;
}

/** A document in the answers; staff only, until somebody chooses the public. */
export interface DocumentAnswer {
  file: string;
  audience: (typeof AUDIENCES)[number];
}

export interface FileAnswers {
  photos: PhotoAnswer[];
  documents: DocumentAnswer[];
}

type Fields = Iterable<readonly [string, unknown]>;

/** Names of the controls of a file: one `file` for each, in their order, and its words by its key. */
export const fileControls = (list: keyof FileAnswers, key: string) => ({
  file: `${list}.file`,
  alt: `${list}.${key}.alt`,
  author: `${list}.${key}.author`,
  audience: `${list}.${key}.audience`,
  /** The words that the form was given out with (`seenWords`). */
  seen: `${list}.${key}.seen`,
});

/** Words of a file as one text, so that a form can say which ones it was given out with. */
export function seenWords(words: { alt: string; author: string; audience: string }): string {
  return JSON.stringify([words.alt, words.author, words.audience]);
}

const WORDS = ['alt', 'author', 'audience'] as const;

/** Words that were typed over others, which their writer had not seen. */
export interface WordsClash {
  file: string;
  /** What stands there, and stays. */
  stored: string;
}

/**
 * The words of the files after a save from one of two tabs. What the saver only carried along stays as the other wrote it;
 * where both wrote, the stored words stay, and the saver is told. Whoever does not say what was seen writes over everything.
 */
export function mergeWords(
  stored: FileAnswers,
  typed: FileAnswers,
  fields: Fields,
): { answers: FileAnswers; clashes: WordsClash[] } {
  const seen = new Map([...fields].filter(([name]) => name.endsWith('.seen')));
  const clashes: WordsClash[] = [];
  const merge = <Answer extends { file: string }>(list: keyof FileAnswers, now: Answer[], before: Answer[]): Answer[] =>
    now.map((answer) => {
      const was = parseSeen(seen.get(fileControls(list, answer.file).seen));
      const other = before.find(({ file }) => file === answer.file);
      if (!was || !other) return answer;
      const merged: Record<string, unknown> = { ...answer };
      for (const part of WORDS) {
        const [mine, theirs] = [merged[part], (other as Record<string, unknown>)[part]];
        if (mine === undefined || theirs === was[part] || theirs === mine) continue;
        merged[part] = theirs;
        if (mine !== was[part]) clashes.push({ file: answer.file, stored: String(theirs) });
      }
      return merged as Answer;
    });
  const answers = {
    photos: merge('photos', typed.photos, stored.photos),
    documents: merge('documents', typed.documents, stored.documents),
  };
  return { answers, clashes };
}

function parseSeen(value: unknown): Record<(typeof WORDS)[number], unknown> | null {
  try {
    const words: unknown = JSON.parse(String(value));
    return Array.isArray(words) ? { alt: words[0], author: words[1], audience: words[2] } : null;
  } catch {
    return null;
  }
}

/**
 * Reads the files of a posted form (`fileControls`), in the order in which they stand there. What is no key of a file is left
 * out, as is what goes beyond the limits; nothing else is checked.
 */
export function filesFromForm(fields: Fields): FileAnswers {
  const order = { photos: new Set<string>(), documents: new Set<string>() };
  const words = new Map<string, string>();
  for (const [name, value] of fields) {
    const [, list, part] = /^(photos|documents)\.(.+)$/.exec(name) ?? [];
    if (list === undefined || part === undefined || typeof value !== 'string') continue;
    if (part === 'file') order[list as keyof FileAnswers].add(value);
    else words.set(name, value);
  }
  const read = (list: keyof FileAnswers) =>
    [...order[list]].slice(0, LIST_LIMITS[list].max).map((file) => {
      const names = fileControls(list, file);
      return { file, alt: words.get(names.alt), author: words.get(names.author), audience: words.get(names.audience) };
    });
  return { photos: read('photos').flatMap(toPhoto), documents: read('documents').flatMap(toDocument) };
}

/** The photos and documents among a draft's answers, whatever stands there. */
export function fileAnswersOf(answers: StoryAnswers): FileAnswers {
  return { photos: listOf(answers.photos).flatMap(toPhoto), documents: listOf(answers.documents).flatMap(toDocument) };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function toPhoto(row: unknown): PhotoAnswer[] {
  const { file, alt, author } = (row ?? {}) as Record<string, unknown>;
  if (typeof file !== 'string' || !isFileKey(file)) return [];
  return [{ file, alt: typeof alt === 'string' ? alt : '', author: typeof author === 'string' ? author : '' }];
}

function toDocument(row: unknown): DocumentAnswer[] {
  const { file, audience } = (row ?? {}) as Record<string, unknown>;
  if (typeof file !== 'string' || !isFileKey(file)) return [];
  return [{ file, audience: AUDIENCES.find((known) => known === audience) ?? 'staff' }];
}

/** A file as far as answers care: whether it was uploaded to this draft (`own`) or belongs to the story that it revises. */
export interface ExistingFile {
  key: string;
  kind: FileKind;
  own: boolean;
}

/**
 * The answers of a draft, made to agree with the files that exist: a key without a file is dropped, a file of this draft that
 * no answer names is added at the end, without words. Files of the revised story come back only where an answer names them.
 * @param existing in the order in which they were uploaded
 */
export function mergeFileAnswers(answers: FileAnswers, existing: readonly ExistingFile[]): FileAnswers {
  const merge = <Answer extends { file: string }>(kind: FileKind, list: Answer[], fresh: (key: string) => Answer) => {
    const files = existing.filter((file) => file.kind === kind);
    const known = new Set(files.map(({ key }) => key));
    const seen = new Set<string>();
    const kept = list.filter(({ file }) => known.has(file) && !seen.has(file) && seen.add(file));
    return [...kept, ...files.filter(({ key, own }) => own && !seen.has(key)).map(({ key }) => fresh(key))];
  };
  return {
    photos: merge('photo', answers.photos, (file) => ({ file, alt: '', author: '' })),
    documents: merge('document', answers.documents, (file) => ({ file, audience: 'staff' as const })),
  };
}

/** What a button does to one file: take it away, move it by one place, use its place for the pin or forget that. */
const ONE_FILE = ['remove', 'up', 'down', 'place', 'noplace'] as const;

/** A button of the page; `words` is our script, which saves what is typed. */
export type FileAction = { what: 'add' | 'words' } | { what: (typeof ONE_FILE)[number]; key: string };

/** Name of the buttons. */
export const FILE_ACTION = 'fileAction';
/** Name of a field that stands in each question of files: that its list was in the page, empty or not. */
export const FILES_SHOWN = 'filesShown';
/** Names of the two fields of files. */
export const FILE_FIELDS = { photo: 'photoFiles', document: 'documentFiles' } as const satisfies Record<
  FileKind,
  string
>;

/** Reads the value of a button: `add`, `remove:KEY`, `up:KEY` … Null for anything else. */
export function parseFileAction(value: unknown): FileAction | null {
  if (value === 'add' || value === 'words') return { what: value };
  const [name = '', key = ''] = typeof value === 'string' ? value.split(':') : [];
  const what = ONE_FILE.find((known) => known === name);
  return what && isFileKey(key) ? { what, key } : null;
}

/** The answers after a button: moved by one place, or without the file. At the end of its list a file stays where it is. */
export function applyFileAction(answers: FileAnswers, action: FileAction): FileAnswers {
  if (!('key' in action) || action.what === 'place' || action.what === 'noplace') return answers;
  const apply = <Answer extends { file: string }>(list: Answer[]): Answer[] => {
    const at = list.findIndex(({ file }) => file === action.key);
    if (at === -1) return list;
    const rest = list.filter((_, index) => index !== at);
    const moved = list[at];
    if (action.what === 'remove' || moved === undefined) return rest;
    rest.splice(Math.max(0, at + (action.what === 'up' ? -1 : 1)), 0, moved);
    return rest;
  };
  return { photos: apply(answers.photos), documents: apply(answers.documents) };
}
