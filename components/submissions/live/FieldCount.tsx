'use client';

import { useEffect, useState } from 'react';
import { type CountLabels, countLine } from '@/lib/story-form/count-line';
import { countSigns, tidy } from '@/lib/submissions/values';

interface FieldCountProps {
  /** Name of the question; its control has the id `f-NAME`. */
  name: string;
  /** Signs of the text as the server has it. */
  used: number;
  min: number;
  max: number;
  locale: string;
  labels: CountLabels;
}

/** How long after the last key the count is said aloud. */
const SAY_MS = 1_200;

/** How much a text has and may have; kind, and never in the way. */
export function FieldCount({ name, used, min, max, locale, labels }: FieldCountProps) {
  const [signs, setSigns] = useState(used);
  const [said, setSaid] = useState('');
  const line = countLine(labels, locale, signs, { min, max });

  useEffect(() => {
    const control = document.getElementById(`f-${name}`) as HTMLTextAreaElement | null;
    if (!control) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => setSigns(countSigns(tidy(control.value)));
    const onInput = () => {
      count();
      clearTimeout(timer);
      timer = setTimeout(() => {
        const now = countLine(labels, locale, countSigns(tidy(control.value)), { min, max });
        setSaid(`${now.left}, ${now.right}`);
      }, SAY_MS);
    };
    count();
    control.addEventListener('input', onInput);
    return () => {
      clearTimeout(timer);
      control.removeEventListener('input', onInput);
    };
  }, [name, min, max, locale, labels]);

  return (
    <>
      <p className="count" id={`c-${name}`}>
        <span>{line.left}</span> <span className={line.over ? 'over' : undefined}>{line.right}</span>
      </p>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  );
}
