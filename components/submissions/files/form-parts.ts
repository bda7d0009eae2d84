import { FILE_ACTION, FILE_FIELDS, FILES_SHOWN } from '@/lib/files/answers';
import { ACCEPTED } from '@/lib/files/fields';
import { LIST_LIMITS } from '@/lib/submissions/fields';

export type FileListName = 'photos' | 'documents';

/** What may be chosen for each list, and how many. */
export const LISTS = {
  photos: { accept: ACCEPTED.photo, most: LIST_LIMITS.photos.max },
  documents: { accept: ACCEPTED.document, most: LIST_LIMITS.documents.max },
} as const;

const isOfFiles = (name: string) => /^(photos|documents)\./.test(name) || name === FILES_SHOWN;

/** What goes along with a file: the page's language and guards, and no words, which may have changed by the time it arrives. */
export function bodyOfFile(form: HTMLFormElement, list: FileListName, file: File): FormData {
  const body = new FormData();
  for (const [name, value] of hiddenOf(form)) if (!isOfFiles(name)) body.append(name, value);
  body.append(FILE_FIELDS[list === 'photos' ? 'photo' : 'document'], file, file.name);
  return body;
}

/** A change of one list: its words as they stand, and the button. */
export function bodyOfChange(form: HTMLFormElement, list: FileListName, action: string): FormData {
  const body = new FormData();
  for (const [name, value] of hiddenOf(form)) if (!isOfFiles(name)) body.append(name, value);
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name.startsWith(`${list}.`)) body.append(name, value);
  }
  body.append(FILES_SHOWN, list);
  body.append(FILE_ACTION, action);
  return body;
}

/** Language and guards of the form; its questions are saved by the page itself. */
function hiddenOf(form: HTMLFormElement): [string, string][] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name, value }) => [name, value]);
}
