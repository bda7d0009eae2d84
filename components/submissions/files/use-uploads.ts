import { useCallback, useRef, useState } from 'react';
import type { FileItem } from '@/lib/files/present';
import { fill } from '@/lib/i18n/templates';
import { bodyOfFile, type FileListName } from './form-parts';
import type { FileLabels } from './labels';
import { type FilesAnswer, type Sending, sendFile } from './send';

/** A file under way, or one that was not taken; what was added stands in the list. */
export interface UploadLine {
  id: number;
  name: string;
  state: 'waiting' | 'sending' | 'working' | 'refused';
  percent: number;
  /** Why it was not taken. */
  reason: string | null;
}

interface Options {
  list: FileListName;
  labels: FileLabels;
  most: number;
  mostBytes: number;
  form: () => HTMLFormElement | null;
  onFiles: (items: FileItem[]) => void;
  say: (sentence: string) => void;
}

interface Uploads {
  lines: readonly UploadLine[];
  /** Whether a file is still under way. */
  isBusy: () => boolean;
  /** Takes chosen files; `present` are there already. */
  take: (files: readonly File[], present: number) => void;
  stop: (id: number) => void;
}

/** Sends chosen files one after the other, each with its progress and its verdict. */
export function useUploads(options: Options): Uploads {
  const [lines, setLines] = useState<readonly UploadLine[]>([]);
  const present = useRef(options);
  present.current = options;
  const queue = useRef<{ id: number; file: File }[]>([]);
  const underWay = useRef<{ id: number; sending: Sending } | null>(null);
  const lastId = useRef(0);

  const change = useCallback((id: number, next: Partial<UploadLine> | null) => {
    setLines((known) => known.flatMap((line) => (line.id !== id ? [line] : next ? [{ ...line, ...next }] : [])));
  }, []);

  const refuse = useCallback(
    (id: number, name: string, reason: string) => {
      change(id, { state: 'refused', reason });
      present.current.say(fill(present.current.labels.refused, { name, reason }));
    },
    [change],
  );

  const sendNext = useCallback(async (): Promise<void> => {
    const form = present.current.form();
    if (!form || underWay.current) return;
    const next = queue.current.shift();
    if (!next) return;
    const { id, file } = next;
    const { list, labels, say, onFiles } = present.current;
    change(id, { state: 'sending' });
    const sending = sendFile(bodyOfFile(form, list, file), (percent) =>
      change(id, percent < 100 ? { percent } : { percent, state: 'working' }),
    );
    underWay.current = { id, sending };
    const answer = await sending.answer;
    underWay.current = null;
    const verdict = answer.ok ? answer.files[0] : undefined;
    if (answer.ok) onFiles(answer[list]);
    if (verdict?.ok) {
      change(id, null);
      say(fill(labels.added, { name: file.name }));
    } else {
      refuse(id, file.name, verdict?.text ?? reasonOf(answer, labels));
    }
    void sendNext();
  }, [change, refuse]);

  const take = useCallback(
    (files: readonly File[], there: number) => {
      const { labels, most, mostBytes } = present.current;
      let room = most - there - queue.current.length - (underWay.current ? 1 : 0);
      const chosen = files.map((file) => {
        lastId.current += 1;
        return { id: lastId.current, file };
      });
      const fresh = chosen.map(
        ({ id, file }): UploadLine => ({ id, name: file.name, state: 'waiting', percent: 0, reason: null }),
      );
      setLines((known) => [...known.filter(({ state }) => state !== 'refused'), ...fresh]);
      for (const { id, file } of chosen) {
        if (file.size > mostBytes) refuse(id, file.name, labels.tooLarge);
        else if (room <= 0) refuse(id, file.name, fill(labels.tooMany, { max: String(most) }));
        else {
          room -= 1;
          queue.current.push({ id, file });
        }
      }
      void sendNext();
    },
    [refuse, sendNext],
  );

  const stop = useCallback(
    (id: number) => {
      if (underWay.current?.id === id) return underWay.current.sending.stop();
      queue.current = queue.current.filter((waiting) => waiting.id !== id);
      change(id, null);
    },
    [change],
  );

  const isBusy = useCallback(() => underWay.current !== null || queue.current.length > 0, []);
  return { lines, isBusy, take, stop };
}

export function reasonOf(answer: FilesAnswer, labels: FileLabels): string {
  if (answer.ok) return labels.interrupted;
  if (answer.code === 'gone' || answer.code === 'sent') return labels.gone;
  if (answer.code === 'full') return labels.diskFull;
  return answer.code === 'tooLarge' ? labels.tooLarge : answer.code === 'busy' ? labels.busy : labels.interrupted;
}
