import type { DirectoryWords, FilterLink } from '@/lib/search/present';

interface FilterChipsProps {
  t: DirectoryWords;
  chips: readonly FilterLink[];
  clearHref: string;
}

/** The chosen filters, in the order of choosing; a whole chip is the link that takes its filter away. */
export function FilterChips({ t, chips, clearHref }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <div className="chips">
      {chips.map((chip) => (
        <a key={chip.href} className="chip" href={chip.href}>
          {chip.label}
          <span className="vh">: {t('removeFilter')}</span>
          <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m5 5 14 14M19 5 5 19" />
          </svg>
        </a>
      ))}
      <a className="small" href={clearHref}>
        {t('clearAll')}
      </a>
    </div>
  );
}
