'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormState } from './form-context';

export interface SaveLabels {
  saving: string;
  /** Beside the step, when the last save failed. */
  not: string;
}

interface SaveLineProps {
  /** "Saved at 14:32", as the server has it; null before the first save. */
  initial: string | null;
  labels: SaveLabels;
}

/** A screen reader hears of a good save at most this often. */
const SAY_EVERY_MS = 60_000;

/** When the draft was last saved, beside the step. */
export function SaveLine({ initial, labels }: SaveLineProps) {
  const save = useFormState()?.save;
  const [line, setLine] = useState(initial);
  const [said, setSaid] = useState('');
  const lastSaid = useRef(0);

  useEffect(() => {
    if (save?.kind !== 'saved') return;
    setLine(save.line);
    if (Date.now() - lastSaid.current < SAY_EVERY_MS) return;
    lastSaid.current = Date.now();
    setSaid(save.line);
  }, [save]);

  const isBad = save?.kind === 'offline' || save?.kind === 'failed' || save?.kind === 'stopped';
  return (
    <>
      {isBad && <span className="saved bad">{labels.not}</span>}
      {save?.kind === 'saving' && <span className="saved wait">{labels.saving}</span>}
      {!isBad && save?.kind !== 'saving' && line && (
        <span className="saved">
          <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m4 12.5 5.5 5.5L20 6.5" />
          </svg>
          {line}
        </span>
      )}
      <span className="vh" role="status">
        {said}
      </span>
    </>
  );
}
