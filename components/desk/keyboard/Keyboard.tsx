'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ALL_KEYS, isTyping, keepKeysOff, keyElements, keysOff, moveInList, press, tickInList } from './keys';
import { ShortcutList } from './ShortcutList';
import './keyboard.css';

export interface KeyboardLabels {
  open: string;
  title: string;
  lead: string;
  all: string;
  close: string;
  key: string;
  does: string;
  on: string;
  help: string;
  down: string;
  up: string;
  tick: string;
}

/** One key of the page, with what it does in words. */
export interface Shortcut {
  key: string;
  name: string;
}

const LIST_MOVES: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1, p: -1 };

/**
 * The keys of the desk: reads them from the page (`data-key`), presses what they stand on, and lists them under `?`. It does
 * nothing that the page does not do without it.
 */
export function Keyboard({ labels }: { labels: KeyboardLabels }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());

  const open = useCallback(() => {
    setShortcuts(readShortcuts(labels));
    setOff(keysOff());
    dialog.current?.showModal();
  }, [labels]);

  useEffect(() => {
    announce(keysOff());
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      if (run(event.key, event.repeat, open)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);

  const toggle = (key: string) => {
    const next = new Set(off);
    if (!next.delete(key)) next.add(key);
    keepKeysOff(next);
    setOff(next);
    announce(next);
  };

  return (
    <span className="with-script">
      <button type="button" className="as-link keys-open" onClick={open} aria-haspopup="dialog">
        {labels.open} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{labels.title}</h2>
        <p className="muted">{labels.lead}</p>
        <ShortcutList labels={labels} shortcuts={shortcuts} off={off} toggle={toggle} />
        <form method="dialog">
          <button type="submit" className="btn second">
            {labels.close}
          </button>
        </form>
      </dialog>
    </span>
  );
}

/** Does what a key is for. @returns whether it is a key of this page */
function run(key: string, isRepeat: boolean, open: () => void): boolean {
  const off = keysOff();
  // The list itself stays: it is the way to turn the others on again.
  if (key === '?') {
    open();
    return true;
  }
  if (off.has(ALL_KEYS) || off.has(key)) return false;
  const element = keyElements().find(({ dataset }) => dataset.key === key);
  if (element) {
    if (!isRepeat) press(element);
    return true;
  }
  const move = LIST_MOVES[key];
  if (move !== undefined) return moveInList(move);
  return key === 'x' && !isRepeat && tickInList();
}

function readShortcuts(labels: KeyboardLabels): Shortcut[] {
  const found = new Map<string, string>();
  for (const { dataset } of keyElements()) {
    if (dataset.key && !found.has(dataset.key)) found.set(dataset.key, dataset.keyName ?? '');
  }
  if (document.querySelector('[data-key-list] [data-key-item]')) {
    found.set('j', labels.down).set('k', labels.up);
    if (document.querySelector('[data-key-item] input[type=checkbox]')) found.set('x', labels.tick);
  }
  return [{ key: '?', name: labels.help }, ...[...found].map(([key, name]) => ({ key, name }))];
}

/** Tells screen readers which key presses what; a key that is off is none. */
function announce(off: ReadonlySet<string>): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-key]')) {
    const { key = '' } = element.dataset;
    if (off.has(ALL_KEYS) || off.has(key)) element.removeAttribute('aria-keyshortcuts');
    else element.setAttribute('aria-keyshortcuts', key);
  }
}
