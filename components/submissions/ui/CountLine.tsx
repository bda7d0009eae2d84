import type { CountLine as Line } from '@/lib/story-form/count-line';

/** How much a text has and may have. */
export function CountLine({ name, line }: { name: string; line: Line }) {
  return (
    <p className="count" id={`c-${name}`}>
      <span>{line.left}</span> <span className={line.over ? 'over' : undefined}>{line.right}</span>
    </p>
  );
}
