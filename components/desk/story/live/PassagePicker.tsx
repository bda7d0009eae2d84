'use client';

import { useEffect, useState } from 'react';

interface Picked {
  field: string;
  quote: string;
  top: number;
  left: number;
}

/** The passage of one answer that is selected now; null when nothing is, or more than one answer. */
function readSelection(): Picked | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
  const from = elementOf(range.startContainer)?.closest<HTMLElement>('[data-ask-field]');
  const to = elementOf(range.endContainer)?.closest<HTMLElement>('[data-passage]');
  const quote = selection.toString().trim();
  if (!from || !to || !from.contains(to) || quote === '') return null;
  const box = range.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, window.innerWidth - 260));
  return { field: from.dataset.askField ?? '', quote, top: box.bottom + window.scrollY + 6, left };
}

/** A button beside the selected words that puts them into the form of requests. */
export function PassagePicker({ label }: { label: string }) {
  const [picked, setPicked] = useState<Picked | null>(null);
  useEffect(() => {
    const onSelect = () => setPicked(readSelection());
    document.addEventListener('selectionchange', onSelect);
    return () => document.removeEventListener('selectionchange', onSelect);
  }, []);
  if (!picked) return null;
  const use = () => {
    const field = document.getElementById('ask-field') as HTMLSelectElement;
    const quote = document.getElementById('ask-quote') as HTMLTextAreaElement;
    field.value = picked.field;
    quote.value = picked.quote;
    setPicked(null);
    document.getElementById('ask-reason')?.focus();
  };
  return (
    <button
      type="button"
      className="btn sm picker"
      style={{ top: picked.top, left: picked.left }}
      // A press must not take the selection away before it is read.
      onMouseDown={(event) => event.preventDefault()}
      onClick={use}
    >
      {label}
    </button>
  );
}
