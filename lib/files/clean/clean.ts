import type { FileKind } from '../fields';
import { NO_MARKS, type PhotoMarks } from '../marks';
import { type CleanOutcome, Refused } from './outcome';

/** A file of a stranger is cleaned by its kind; a photo of ours gets its marks. */
export type CleanTask = FileKind | 'redact';

/**
 * Cleans one file: its verdict, and the clean files in the given folder. Only what the kind needs is loaded.
 * @param input path of the sender's file
 */
export async function cleanInto(
  task: CleanTask,
  input: string,
  folder: string,
  marks: PhotoMarks = NO_MARKS,
): Promise<CleanOutcome> {
  try {
    if (task === 'redact') return await (await import('./redact')).redactPhoto(input, folder, marks);
    return task === 'photo'
      ? await (await import('./photo')).cleanPhoto(input, folder)
      : await (await import('./pdf')).cleanPdf(input, folder);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.code };
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left/i.test(message))
      return { ok: false, code: 'diskFull' };
    // A module that is not there is our fault, not the file's.
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') throw error;
    return { ok: false, code: /timeout/i.test(message) ? 'tooSlow' : 'broken' };
  }
}
