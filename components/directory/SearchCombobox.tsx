'use client';

import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { SuggestionPopup } from './SuggestionPopup';
import { nextOption, optionsInOrder } from './suggestions';
import { useSuggestions } from './use-suggestions';

export interface SearchLabels {
  /** Name of the field, for those who do not see the magnifying glass. */
  field: string;
  placeholder: string;
  submit: string;
  /** Name of the list of suggestions. */
  suggestions: string;
}

export interface SearchComboboxProps {
  locale: string;
  /** Address of the directory in this language; the field is a plain GET form to it. */
  action: string;
  defaultValue?: string;
  labels: SearchLabels;
  size?: 'large' | 'normal';
  /** Id of a form that stands elsewhere in the page; without it the component is a form of its own. */
  form?: string;
  /** What the suggestions lead to; the directory unless said. */
  of?: 'stories';
}

/**
 * The search field: a combobox of the ARIA 1.2 pattern whose list opens under it while typing. The typed text is
 * never changed: the arrow keys move through the list (`aria-activedescendant`), Enter follows the option under
 * them or, without one, searches for the text. Before hydration and without JavaScript it is a text field.
 */
export function SearchCombobox({
  locale,
  action,
  defaultValue = '',
  labels,
  size = 'normal',
  form,
  of,
}: SearchComboboxProps) {
  const id = useId();
  const [enhanced, setEnhanced] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useSuggestions(text ?? '', locale, of);
  const options = optionsInOrder(list);
  const expanded = open && options.length > 0;

  useEffect(() => setEnhanced(true), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list has no option under the keys
  useEffect(() => setActive(-1), [list]);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const follow = (index: number) => {
    const option = options[index];
    if (!option) return;
    close();
    // A whole new page, so that the field shows the text of the new address and not the one typed here.
    window.location.assign(option.href);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length === 0) return;
      event.preventDefault();
      setOpen(true);
      if (!event.altKey) setActive(nextOption(event.key, active, options.length));
    } else if (event.key === 'Enter' && expanded && active >= 0) {
      event.preventDefault();
      follow(active);
    } else if (event.key === 'Escape' && expanded) {
      event.preventDefault();
      close();
    }
  };

  const combobox = enhanced && {
    role: 'combobox',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': expanded,
    'aria-controls': `${id}list`,
    'aria-activedescendant': expanded && active >= 0 ? `${id}option${active}` : undefined,
  };
  const field = (
    <>
      <label className="vh" htmlFor={`${id}field`}>
        {labels.field}
      </label>
      <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="10.5" cy="10.5" r="6.5" />
        <path d="m15.5 15.5 6 6" />
      </svg>
      <input
        id={`${id}field`}
        name="q"
        type="text"
        defaultValue={defaultValue}
        placeholder={labels.placeholder}
        form={form}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        {...combobox}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <button className="btn" type="submit" form={form}>
        {labels.submit}
      </button>
      {enhanced && (
        <SuggestionPopup
          id={id}
          label={labels.suggestions}
          list={list}
          expanded={expanded}
          active={active}
          onHover={setActive}
          onFollow={follow}
        />
      )}
    </>
  );

  const className = size === 'large' ? 'search search-large' : 'search';
  if (form) return <search className={className}>{field}</search>;
  return (
    <search>
      <form className={className} action={action} method="get">
        {field}
      </form>
    </search>
  );
}
