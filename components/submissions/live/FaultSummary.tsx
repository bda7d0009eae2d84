'use client';

import { useEffect, useRef } from 'react';
import { InSlot } from '@/components/ui/InSlot';
import { slotId } from '@/components/ui/Slot';
import { fillPlural, type PluralTemplates } from '@/lib/i18n/templates';
import type { FaultLine } from '@/lib/story-form/fault-words';
import { SUMMARY_ID } from '@/lib/story-form/steps';
import { FaultList } from '../ui/FaultList';
import { useFormState } from './form-context';

interface FaultSummaryProps {
  titles: PluralTemplates;
  locale: string;
}

/** What is to be mended, after somebody tried to go on; the focus goes there. */
export function FaultSummary({ titles, locale }: FaultSummaryProps) {
  const lines = useFormState()?.summary ?? null;

  // What the server found; a browser that had put the focus elsewhere by then is asked again.
  useEffect(() => document.getElementById(SUMMARY_ID)?.focus(), []);

  return (
    <InSlot id={slotId('summary')} when={lines !== null}>
      {lines && lines.length > 0 && <FoundNow lines={lines} title={fillPlural(titles, locale, lines.length)} />}
    </InSlot>
  );
}

function FoundNow({ lines, title }: { lines: readonly FaultLine[]; title: string }) {
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt brings a list of its own
  useEffect(() => box.current?.focus(), [lines]);
  return <FaultList ref={box} title={title} lines={lines} />;
}
