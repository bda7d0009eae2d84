'use client';

import { useEffect } from 'react';
import type { SuggestionGroup, SuggestionList, SuggestionOption } from '@/lib/search/present-suggestions';

/** The icon of a group: a place, a record of the list, a line of work. */
const ICONS: Record<SuggestionGroup['kind'], string> = {
  place: 'M12 22s7.5-7 7.5-12.5a7.5 7.5 0 0 0-15 0C4.5 15 12 22 12 22zM14.5 9.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  enterprise: 'M3 6h3M10 6h11M3 12h3M10 12h11M3 18h3M10 18h11',
  story: 'M3 4h18v12H12l-5 4.5V16H3zM7 8.5h10M7 12h6',
  term: 'M12 3 21 12 12 21 3 12z',
};

interface SuggestionPopupProps {
  /** Prefix of the ids of the list and of its options. */
  id: string;
  label: string;
  list: SuggestionList;
  expanded: boolean;
  /** Option under the arrow keys, counted over all groups; -1 for none. */
  active: number;
  onHover: (index: number) => void;
  onFollow: (index: number) => void;
}

/** The list under the search field. It never takes the focus: that stays in the field. */
export function SuggestionPopup({ id, label, list, expanded, active, onHover, onFollow }: SuggestionPopupProps) {
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}option${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  let index = -1;
  const row = (option: SuggestionOption, kind: SuggestionGroup['kind']) => {
    index += 1;
    const own = index;
    return (
      // The keys are handled by the field, which keeps the focus (aria-activedescendant).
      // biome-ignore lint/a11y/useKeyWithClickEvents: see above
      // biome-ignore lint/a11y/useFocusableInteractive: see above
      <div
        key={option.href}
        id={`${id}option${own}`}
        role="option"
        aria-selected={own === active}
        className={own === active ? 'combo-row on' : 'combo-row'}
        onPointerMove={() => own !== active && onHover(own)}
        onClick={() => onFollow(own)}
      >
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
          <path d={ICONS[kind]} />
        </svg>
        <span>
          {option.label.map(({ text, marked }, piece) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one label have no other identity
            marked ? <mark key={piece}>{text}</mark> : <span key={piece}>{text}</span>,
          )}
          {option.detail && <span className="n">, {option.detail}</span>}
        </span>
        {option.count && <span className="n">{option.count}</span>}
      </div>
    );
  };

  return (
    <>
      <div className="combo" hidden={!expanded}>
        <div
          id={`${id}list`}
          role="listbox"
          aria-label={label}
          tabIndex={-1}
          // A press on the list must not take the focus from the field, or the list would close before the click.
          onMouseDown={(event) => event.preventDefault()}
        >
          {list.groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a listbox may own a group, not a fieldset
            <div key={group.kind} role="group" aria-labelledby={`${id}${group.kind}`}>
              <div id={`${id}${group.kind}`} role="presentation" className="combo-group">
                {group.heading}
              </div>
              {group.options.map((option) => row(option, group.kind))}
            </div>
          ))}
        </div>
        {list.spellings && <p className="combo-foot">{list.spellings}</p>}
      </div>
      <span className="vh" role="status">
        {expanded ? list.status : ''}
      </span>
    </>
  );
}
