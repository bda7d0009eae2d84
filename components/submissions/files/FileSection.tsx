'use client';

import { type FormEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { FILE_ACTION, FILE_FIELDS, FILES_SHOWN } from '@/lib/files/answers';
import type { FileItem } from '@/lib/files/present';
import { fill } from '@/lib/i18n/templates';
import { FileChooser } from './FileChooser';
import { FileEntry } from './FileEntry';
import type { FileListName } from './form-parts';
import type { FileLabels } from './labels';
import { UploadLines } from './UploadLines';
import { useChanges } from './use-changes';
import { reasonOf, useUploads } from './use-uploads';

/** Words of faults of single files: by key, then by control. */
export type ItemFaults = Record<string, { alt?: string; author?: string }>;

interface FileSectionProps {
  list: FileListName;
  initial: readonly FileItem[];
  faults: ItemFaults;
  labels: FileLabels;
  accept: string;
  most: number;
  mostBytes: number;
  canPin: boolean;
}

/**
 * The files of one question. Without a script it is a list of fields and buttons of the page's form; with one, files are sent
 * as soon as they are chosen, and every button takes effect at once.
 */
export function FileSection(props: FileSectionProps) {
  const { list, faults, labels, most } = props;
  const root = useRef<HTMLDivElement>(null);
  const [items, setItems] = useState(props.initial);
  const [canPin, setCanPin] = useState(props.canPin);
  const [isAlive, setAlive] = useState(false);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useCallback(() => root.current?.closest('form') ?? null, []);
  const uploads = useUploads({
    list,
    labels,
    most,
    mostBytes: props.mostBytes,
    form,
    say: setSaid,
    onFiles: (files) => {
      setItems(files);
      root.current?.dispatchEvent(new CustomEvent('story:files', { bubbles: true }));
    },
  });
  const changes = useChanges(list, form, (saved) => setTrouble(saved ? null : labels.notSaved));

  useEffect(() => setAlive(true), []);
  useKeptFrom(form, uploads.isBusy, () => setTrouble(labels.wait));

  // A chosen file is no word; it is sent by itself.
  function onInput({ target }: FormEvent): void {
    if ((target as HTMLInputElement).type !== 'file') changes.touch();
  }

  async function take(files: readonly File[]): Promise<void> {
    // Whoever begins with a file has no draft yet. It is made before, or a text that is saved meanwhile would make another.
    const answer = await changes.act('words');
    if (answer.ok) uploads.take(files, items.length);
    else setTrouble(reasonOf(answer, labels));
  }

  async function press(event: MouseEvent<HTMLButtonElement>): Promise<void> {
    if (!isAlive) return;
    event.preventDefault();
    const { value } = event.currentTarget;
    const [what = '', key = ''] = value.split(':');
    const before = items.findIndex((item) => item.key === key);
    const answer = await changes.act(value);
    if (!answer.ok) return setTrouble(reasonOf(answer, labels));
    setTrouble(null);
    setItems(answer[list]);
    if (answer.placed) setSaid(labels.placeUsed);
    if (what === 'place' || what === 'noplace') setCanPin(false);
    sayWhatMoved(what, key, items[before]?.name ?? '', answer[list]);
    root.current?.dispatchEvent(new CustomEvent('story:files', { bubbles: true }));
    // The button that was pressed may be gone or elsewhere.
    requestAnimationFrame(() => keepFocus(root.current, what, key));
  }

  function sayWhatMoved(what: string, key: string, name: string, now: readonly FileItem[]): void {
    if (what === 'remove') setSaid(fill(labels.removed, { name }));
    if (what !== 'up' && what !== 'down') return;
    const place = now.findIndex((item) => item.key === key) + 1;
    setSaid(fill(labels.moved, { name, place: String(place), of: String(now.length) }));
  }

  const badKey = items.find(({ key }) => faults[key] !== undefined)?.key;
  return (
    // Bubbling: every control of the files below. The fields themselves say what they are.
    <div className="files" ref={root} onInput={onInput}>
      <input type="hidden" name={FILES_SHOWN} value={list} />
      {items.length > 0 && (
        <ol className="file-list" aria-label={labels.list}>
          {items.map((item, at) => (
            <FileEntry
              key={item.key}
              list={list}
              item={canPin ? item : { ...item, offersPlace: false }}
              labels={labels}
              faults={faults[item.key] ?? {}}
              isFirst={at === 0}
              isLast={at === items.length - 1}
              isTarget={item.key === badKey}
              onPress={press}
            />
          ))}
        </ol>
      )}
      <UploadLines lines={uploads.lines} labels={labels} onStop={uploads.stop} />
      {trouble && (
        <p className="notice err" role="alert">
          {trouble}
        </p>
      )}
      {items.length >= most ? (
        <p className="hint">{labels.full}</p>
      ) : (
        <FileChooser
          id={badKey === undefined ? `f-${list}` : `choose-${list}`}
          name={FILE_FIELDS[list === 'photos' ? 'photo' : 'document']}
          accept={props.accept}
          labels={labels}
          isAlive={isAlive}
          describedBy={`h-${list} e-${list}`}
          action={FILE_ACTION}
          onFiles={take}
        />
      )}
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** While a file is under way the page is neither sent nor left without a word: the file would be lost. */
function useKeptFrom(form: () => HTMLFormElement | null, isBusy: () => boolean, say: () => void): void {
  const tell = useRef(say);
  tell.current = say;
  useEffect(() => {
    const element = form();
    const onSubmit = (event: Event) => {
      if (!isBusy()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      tell.current();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isBusy()) event.preventDefault();
    };
    // Before the listeners of the form itself.
    element?.addEventListener('submit', onSubmit, { capture: true });
    window.addEventListener('beforeunload', onLeave);
    return () => {
      element?.removeEventListener('submit', onSubmit, { capture: true });
      window.removeEventListener('beforeunload', onLeave);
    };
  }, [form, isBusy]);
}

/** Focus stays where one was: at the button, else at its neighbour; after a removal at the list's next thing to do. */
function keepFocus(root: HTMLElement | null, what: string, key: string): void {
  const entry = root?.querySelector(`#file-${key}`);
  const button =
    entry?.querySelector<HTMLElement>(`button[value="${what}:${key}"]`) ??
    entry?.querySelector<HTMLElement>('.file-buttons button') ??
    root?.querySelector<HTMLElement>('input[type=file], .file-buttons button');
  button?.focus();
}
