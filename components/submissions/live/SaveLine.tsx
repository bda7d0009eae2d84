'use client';

import { useEffect, useRef, useState } from 'react';
import { InSlot } from '@/components/ui/InSlot';
import { slotId } from '@/components/ui/Slot';
import { SavedLine } from '../ui/SavedLine';
import { useFormState } from './form-context';

export interface SaveLabels {
  saving: string;
  /** Beside the step, when the last save failed. */
  not: string;
}

/** A screen reader hears of a good save at most this often. */
const SAY_EVERY_MS = 60_000;

/** When the draft was last saved, beside the step; until this browser saves, as the server has it. */
export function SaveLine({ labels }: { labels: SaveLabels }) {
  const save = useFormState()?.save;
  const [line, setLine] = useState<string | null>(null);
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
    <InSlot id={slotId('saved')} when={save !== undefined && save.kind !== 'quiet'}>
      {isBad && <span className="saved bad">{labels.not}</span>}
      {save?.kind === 'saving' && <span className="saved wait">{labels.saving}</span>}
      {!isBad && save?.kind !== 'saving' && line && <SavedLine line={line} />}
      <span className="vh" role="status">
        {said}
      </span>
    </InSlot>
  );
}
