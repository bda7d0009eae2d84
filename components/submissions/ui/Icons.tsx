/** Icons of these pages that the set of components/ui/Icon does not have; 24 units, stroke of the text's colour. */
const ICONS = {
  hidden: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM3 21 21 3',
  person: 'M12 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM3 21c1-4.5 4.5-6.5 9-6.5s8 2 9 6.5',
  undo: 'M8 4 3 9l5 5M3 9h11a6 6 0 0 1 0 12H9',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  mail: 'M3 5h18v14H3zM3 6l9 7 9-7',
} as const;

export function FormIcon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}
