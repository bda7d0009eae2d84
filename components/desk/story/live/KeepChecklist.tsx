'use client';

import { type FormEvent, type ReactNode, useState } from 'react';

/** Sends the checklist at each tick, without leaving the page; the button stays for when that fails. */
export function KeepChecklist({
  labels,
  children,
}: {
  labels: { saved: string; failed: string };
  children: ReactNode;
}) {
  const [state, setState] = useState<'still' | 'saved' | 'failed'>('still');
  const onChange = async (event: FormEvent<HTMLDivElement>) => {
    const form = (event.target as HTMLInputElement).form;
    if (!form) return;
    // The answer is a way to a page, which nobody wants to go now.
    const sent = await fetch(form.action, {
      ...{ method: 'POST', body: new FormData(form), redirect: 'manual', keepalive: true },
    }).catch(() => null);
    setState(sent?.type === 'opaqueredirect' ? 'saved' : 'failed');
  };
  return (
    <div onChange={onChange}>
      {children}
      <p className="small muted" role="status">
        {state === 'still' ? '' : labels[state]}
      </p>
    </div>
  );
}
