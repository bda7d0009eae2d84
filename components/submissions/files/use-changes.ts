import { useCallback, useEffect, useRef } from 'react';
import { bodyOfChange, type FileListName } from './form-parts';
import { type FilesAnswer, sendChange } from './send';

/** After the last key, and after a failure. */
const PAUSE_MS = 800;
const RETRY_MS = 5_000;

interface Changes {
  /** A word was typed or a choice made: it is saved soon. */
  touch: () => void;
  /** Does what a button says, with the words as they stand. */
  act: (action: string) => Promise<FilesAnswer>;
}

/**
 * Saves the words of the files while they are typed, and does what the buttons say; one request at a time, so that an older
 * text never follows a newer one.
 * @param onWords gets the answer to each saving of words
 */
export function useChanges(
  list: FileListName,
  form: () => HTMLFormElement | null,
  onWords: (answer: FilesAnswer) => void,
): Changes {
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isDirty = useRef(false);
  const report = useRef(onWords);
  report.current = onWords;

  const send = useCallback(
    (action: string): Promise<FilesAnswer> => {
      clearTimeout(timer.current);
      isDirty.current = false;
      const sent = line.current.then(() => {
        const element = form();
        return element
          ? sendChange(bodyOfChange(element, list, action))
          : ({ ok: false, code: 'interrupted' } as const);
      });
      line.current = sent;
      return sent;
    },
    [form, list],
  );

  const saveWords = useCallback(async (): Promise<void> => {
    const answer = await send('words');
    report.current(answer);
    if (answer.ok) return;
    isDirty.current = true;
    // A story that is gone or was sent is not mended by trying again.
    if (answer.code !== 'gone' && answer.code !== 'sent') timer.current = setTimeout(() => void saveWords(), RETRY_MS);
  }, [send]);

  const touch = useCallback(() => {
    isDirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveWords(), PAUSE_MS);
  }, [saveWords]);

  useEffect(() => {
    const onLeave = () => {
      const element = form();
      if (isDirty.current && element) void sendChange(bodyOfChange(element, list, 'words'), true);
      isDirty.current = false;
    };
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      clearTimeout(timer.current);
    };
  }, [form, list]);

  return { touch, act: send };
}
