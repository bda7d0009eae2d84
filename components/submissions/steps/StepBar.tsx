import { FORM_PAGES } from '@/lib/submissions/fields';

/** How far one is: done, now, to come. The words stand beside it. */
export function StepBar({ current }: { current: number }) {
  return (
    <ol className="steps" aria-hidden="true">
      {FORM_PAGES.map((page, at) => (
        <li key={page} className={at + 1 < current ? 'done' : at + 1 === current ? 'now' : undefined} />
      ))}
    </ol>
  );
}
