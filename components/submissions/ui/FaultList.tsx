import type { Ref } from 'react';
import type { FaultLine } from '@/lib/story-form/fault-words';
import { controlId, SUMMARY_ID } from '@/lib/story-form/steps';

interface FaultListProps {
  title: string;
  lines: readonly FaultLine[];
  ref?: Ref<HTMLElement>;
}

/** What is to be mended, first in the page, each with a link to its question. */
export function FaultList({ title, lines, ref }: FaultListProps) {
  return (
    // Without a script the browser itself moves the focus here.
    // biome-ignore lint/a11y/noAutofocus: an error summary takes the focus (WCAG technique G139)
    <section ref={ref} className="errsum" id={SUMMARY_ID} tabIndex={-1} autoFocus aria-labelledby="errsum-title">
      <h2 id="errsum-title">{title}</h2>
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
