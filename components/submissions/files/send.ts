import { FILES_ACTION } from '@/lib/files/addresses';
import type { FileItem } from '@/lib/files/present';

/** What the server says to a file or a change. */
export type FilesAnswer =
  | {
      ok: true;
      files: { ok: boolean; name: string; key?: string; text: string }[];
      photos: FileItem[];
      documents: FileItem[];
      /** The pin was put where a photo was taken. */
      placed: boolean;
      /** Words were changed in another tab too: the sentence on it. */
      clash: string | null;
    }
  | { ok: false; code: 'interrupted' | 'gone' | 'sent' | 'busy' | 'full' | 'tooLarge' };

/** A file under way, which may be stopped. */
export interface Sending {
  answer: Promise<FilesAnswer>;
  stop: () => void;
}

const INTERRUPTED: FilesAnswer = { ok: false, code: 'interrupted' };

/**
 * Sends one file. Only XMLHttpRequest tells how much of it has gone.
 * @param onProgress gets per cent; 100 when all has gone and the server works on it
 */
export function sendFile(body: FormData, onProgress: (percent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<FilesAnswer>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(Math.floor((100 * loaded) / total));
    });
    request.addEventListener('load', () => resolve(readAnswer(request.response, request.status)));
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve(INTERRUPTED));
  });
  request.open('POST', FILES_ACTION);
  request.responseType = 'json';
  request.setRequestHeader('accept', 'application/json');
  request.send(body);
  return { answer, stop: () => request.abort() };
}

/** Sends a change of the files: words, order, removal. `leaving`: it must outlive the page. */
export async function sendChange(body: FormData, leaving = false): Promise<FilesAnswer> {
  try {
    const response = await fetch(FILES_ACTION, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      keepalive: leaving,
    });
    return readAnswer(await response.json().catch(() => null), response.status);
  } catch {
    return INTERRUPTED;
  }
}

function readAnswer(answer: unknown, status: number): FilesAnswer {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as FilesAnswer;
  // The server's own door has another shape: too large, starting, stopping.
  return { ok: false, code: status === 413 ? 'tooLarge' : status === 0 ? 'interrupted' : 'busy' };
}
