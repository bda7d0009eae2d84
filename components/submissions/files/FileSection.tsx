'use client';

import { type FormEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { InSlot } from '@/components/ui/InSlot';
import { readSlot, slotId } from '@/components/ui/Slot';
import { FILES_SHOWN, fileControls } from '@/lib/files/answers';
import type { FileItem } from '@/lib/files/present';
import { fill } from '@/lib/i18n/templates';
import type { Entry } from '../live/autosave';
import { type Control, fillControls } from '../live/waiting-text';
import { FileAdd, FileEntries, type FileListProps, type ItemFaults } from './FileFields';
import type { FileListName } from './form-parts';
import type { FileLabels } from './labels';
import { UploadLines } from './UploadLines';
import { useChanges } from './use-changes';
import { reasonOf, useUploads } from './use-uploads';

interface FileSectionProps {
  list: FileListName;
  labels: FileLabels;
  accept: string;
  most: number;
  mostBytes: number;
}

/** What the script must know of a visitor's files. */
export interface FilesData {
  items: readonly FileItem[];
  faults: ItemFaults;
  /** The story has no pin yet: the place of a photo may be offered. */
  canPin: boolean;
}

/**
 * Makes the files of one question alive: they are sent as soon as they are chosen, and every button takes effect at once. The
 * server's own fields, which work without a script, give way to it with what was typed or chosen in them.
 */
export function FileSection(props: FileSectionProps) {
  const [begun, setBegun] = useState<Begun | null>(null);
  useLayoutEffect(() => setBegun(begin(props.list)), [props.list]);
  return (
    begun && (
      <InSlot id={slotId('files', props.list)}>
        <LiveFiles {...props} begun={begun} />
      </InSlot>
    )
  );
}

/** What stood in the server's fields when the script came. */
interface Begun extends FilesData {
  typed: readonly Entry[];
  /** Files that were chosen already. */
  chosen: readonly File[];
  /** Name and value of the control that had the focus. */
  focus: { name: string; value: string } | null;
}

const isControl = (element: Element): element is Control => /^(input|textarea|select|button)$/i.test(element.tagName);

function begin(list: FileListName): Begun | null {
  const data = readSlot<FilesData>('files', list);
  const slot = document.getElementById(slotId('files', list));
  if (!data || !slot) return null;
  const controls = [...slot.querySelectorAll('input')];
  const active = document.activeElement;
  return {
    ...data,
    typed: controls.filter(isWords).map(({ name, value }): Entry => [name, value]),
    chosen: controls.flatMap(({ files }) => [...(files ?? [])]),
    focus: active && slot.contains(active) && isControl(active) ? { name: active.name, value: active.value } : null,
  };
}

function isWords({ type, checked }: HTMLInputElement): boolean {
  return type === 'text' || (type === 'radio' && checked);
}

function LiveFiles(props: FileSectionProps & { begun: Begun }) {
  const { list, labels, most, begun } = props;
  const root = useRef<HTMLDivElement>(null);
  const [items, setItems] = useState(begun.items);
  const [canPin, setCanPin] = useState(begun.canPin);
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
      show(files);
      root.current?.dispatchEvent(new CustomEvent('story:files', { bubbles: true }));
    },
  });
  const changes = useChanges(list, form, (answer) => {
    setTrouble(answer.ok ? answer.clash : labels.notSaved);
    if (answer.ok) show(answer[list]);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what was there
  useEffect(() => {
    if (!root.current) return;
    const controls = [...root.current.querySelectorAll('input')];
    fillControls(
      controls.filter(({ name, type }) => type === 'radio' || begun.typed.some(([known]) => known === name)),
      begun.typed,
    );
    const { focus } = begun;
    if (focus)
      controls
        .find(({ name, value, type }) => name === focus.name && (type !== 'radio' || value === focus.value))
        ?.focus();
    if (begun.chosen.length > 0) void take(begun.chosen);
  }, []);
  useKeptFrom(form, uploads.isBusy, () => setTrouble(labels.wait));

  function show(now: readonly FileItem[]): void {
    if (root.current) takeOthersWords(root.current, list, items, now);
    setItems(now);
  }

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
    event.preventDefault();
    const { value } = event.currentTarget;
    const [what = '', key = ''] = value.split(':');
    const before = items.findIndex((item) => item.key === key);
    const answer = await changes.act(value);
    if (!answer.ok) return setTrouble(reasonOf(answer, labels));
    setTrouble(answer.clash);
    show(answer[list]);
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

  const shown: FileListProps = {
    ...{ list, labels, faults: begun.faults },
    items: canPin ? items : items.map((item) => ({ ...item, offersPlace: false })),
  };
  return (
    // Bubbling: every control of the files below. The fields themselves say what they are.
    <div className="files" ref={root} onInput={onInput}>
      <input type="hidden" name={FILES_SHOWN} value={list} />
      <FileEntries {...shown} onPress={press} />
      <UploadLines lines={uploads.lines} labels={labels} onStop={uploads.stop} />
      {trouble && (
        <p className="notice err" role="alert">
          {trouble}
        </p>
      )}
      <FileAdd {...shown} accept={props.accept} most={most} onFiles={take} />
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** Words that were changed in another tab, and not here, stand here too from now on. */
function takeOthersWords(
  root: HTMLElement,
  list: FileListName,
  before: readonly FileItem[],
  now: readonly FileItem[],
): void {
  const controls = [...root.querySelectorAll('input')];
  for (const item of now) {
    const known = before.find(({ key }) => key === item.key);
    const names = fileControls(list, item.key);
    for (const part of ['alt', 'author', 'audience'] as const) {
      if (!known || known[part] === item[part]) continue;
      const own = controls.filter(({ name }) => name === names[part]);
      const text = own.find(({ type }) => type === 'text');
      if (text?.value === known[part]) text.value = item[part];
      const choice = own.find(({ type, value }) => type === 'radio' && value === item[part]);
      if (choice && own.some(({ checked, value }) => checked && value === known[part])) choice.checked = true;
    }
  }
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
