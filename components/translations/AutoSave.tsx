'use client';

import { useEffect, useRef, useState } from 'react';

interface AutoSaveProps {
  labels: { saving: string; saved: string; failed: string; conflict: string };
}

/** How long after the last key the translation is saved. */
const PAUSE_MS = 2_000;

/**
 * Saves the form around it while somebody writes: the same form to the same address. What was saved becomes what the editor
 * had before them, so the next save does not take it for somebody else's.
 */
export function AutoSave({ labels }: AutoSaveProps) {
  const line = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<keyof AutoSaveProps['labels'] | null>(null);

  useEffect(() => {
    const form = line.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    let dirty = false;
    const save = async () => {
      if (running) return;
      running = true;
      dirty = false;
      setState('saving');
      const sent = new FormData(form);
      // Choices and ticks wait for the button.
      for (const name of [...sent.keys()]) if (/^(ok|pick)\./.test(name)) sent.delete(name);
      try {
        const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(sent as never) });
        const answer = new URL(response.url).searchParams;
        if (!response.ok || !answer.has('done')) throw new Error('Not saved');
        for (const [name, value] of sent) {
          if (!name.startsWith('text.')) continue;
          const was = form.elements.namedItem(`was.${name.slice(5)}`);
          if (was instanceof HTMLInputElement) was.value = String(value);
        }
        setState(answer.has('conflicts') ? 'conflict' : 'saved');
      } catch {
        setState('failed');
      } finally {
        running = false;
        if (dirty) plan();
      }
    };
    const plan = () => {
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE_MS);
    };
    const onInput = (event: Event) => {
      if (event.target instanceof HTMLTextAreaElement) plan();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (dirty || running) event.preventDefault();
    };
    const onSubmit = () => {
      clearTimeout(timer);
      dirty = false;
      window.removeEventListener('beforeunload', onLeave);
    };
    form.addEventListener('input', onInput);
    form.addEventListener('submit', onSubmit);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', onInput);
      form.removeEventListener('submit', onSubmit);
      window.removeEventListener('beforeunload', onLeave);
    };
  }, []);

  return (
    <span ref={line} role="status" className={state === 'failed' || state === 'conflict' ? 'tr-bad' : 'muted'}>
      {state && labels[state]}
    </span>
  );
}
