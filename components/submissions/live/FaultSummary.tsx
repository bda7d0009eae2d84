'use client';

import { useEffect, useRef } from 'react';
import { fillPlural, type PluralTemplates } from '@/lib/i18n/templates';
import type { FaultLine } from '@/lib/story-form/fault-words';
import { controlId, SUMMARY_ID } from '@/lib/story-form/steps';
import { useFormState } from './form-context';

interface FaultSummaryProps {
  /** Faults that the server found. */
  initial: readonly FaultLine[];
  titles: PluralTemplates;
  locale: string;
}

/** What is to be mended, first in the page; the focus goes there. */
export function FaultSummary({ initial, titles, locale }: FaultSummaryProps) {
  const lines = useFormState()?.summary ?? initial;
  const box = useRef<HTMLElement>(null);

  useEffect(() => {
    if (lines.length > 0) box.current?.focus();
  }, [lines]);

  if (lines.length === 0) return null;
  return (
    // Without a script the browser itself moves the focus here.
    // biome-ignore lint/a11y/noAutofocus: an error summary takes the focus (WCAG technique G139)
    <section ref={box} className="errsum" id={SUMMARY_ID} tabIndex={-1} autoFocus aria-labelledby="errsum-title">
      <h2 id="errsum-title">{fillPlural(titles, locale, lines.length)}</h2>
      <ul>
        {lines.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${controlId(field)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
