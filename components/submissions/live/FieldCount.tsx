'use client';

import { useEffect, useState } from 'react';
import { InSlot } from '@/components/ui/InSlot';
import { slotId } from '@/components/ui/Slot';
import { type CountLabels, countLine } from '@/lib/story-form/count-line';
import { countSigns, tidy } from '@/lib/submissions/values';
import { CountLine } from '../ui/CountLine';

interface FieldCountProps {
  /** Name of the question; its control has the id `f-NAME`. */
  name: string;
  min: number;
  max: number;
  locale: string;
  labels: CountLabels;
}

/** How long after the last key the count is said aloud. */
const SAY_MS = 1_200;

/** How much a text has and may have; kind, and never in the way. */
export function FieldCount(props: FieldCountProps) {
  return (
    <InSlot id={slotId('count', props.name)}>
      <LiveCount {...props} />
    </InSlot>
  );
}

const controlOf = (name: string) => document.getElementById(`f-${name}`) as HTMLTextAreaElement | null;
const signsIn = (control: HTMLTextAreaElement | null) => countSigns(tidy(control?.value ?? ''));

function LiveCount({ name, min, max, locale, labels }: FieldCountProps) {
  const [signs, setSigns] = useState(() => signsIn(controlOf(name)));
  const [said, setSaid] = useState('');

  useEffect(() => {
    const control = controlOf(name);
    if (!control) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onInput = () => {
      setSigns(signsIn(control));
      clearTimeout(timer);
      timer = setTimeout(() => {
        const now = countLine(labels, locale, signsIn(control), { min, max });
        setSaid(`${now.left}, ${now.right}`);
      }, SAY_MS);
    };
    control.addEventListener('input', onInput);
    return () => {
      clearTimeout(timer);
      control.removeEventListener('input', onInput);
    };
  }, [name, min, max, locale, labels]);

  return (
    <>
      <CountLine name={name} line={countLine(labels, locale, signs, { min, max })} />
      <span className="vh" role="status">
        {said}
      </span>
    </>
  );
}
