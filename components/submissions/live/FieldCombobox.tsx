'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { fillPlural, type PluralTemplates } from '@/lib/i18n/templates';

/** One row of the list: what goes into the field, and what tells it from others of its name. */
export interface PickOption {
  id: string;
  name: string;
  detail: string | null;
}

interface FieldComboboxProps {
  /** Name of the text's control; it has the id `f-NAME`. */
  name: string;
  /** Name of the hidden control with the id of what was picked. */
  idName: string;
  defaultText: string;
  defaultId: string;
  /** Answers `{ options: PickOption[] }` to `?q=` and `&locale=`. */
  address: string;
  locale: string;
  labels: { suggestions: string; found: PluralTemplates; none: string };
  describedBy: string;
  autoComplete?: string;
  required?: boolean;
  invalid: boolean;
}

const DEBOUNCE_MS = 140;

/**
 * A text field with suggestions, after the combobox pattern of ARIA 1.2. What is typed stays as it is typed; picking a row
 * puts its name into the field and its id beside it, and typing on takes the id away again. Without a script it is a text field.
 */
export function FieldCombobox(props: FieldComboboxProps) {
  const { name, idName, defaultText, defaultId, address, locale, labels, describedBy } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const hidden = useRef<HTMLInputElement>(null);
  const isPicking = useRef(false);
  // A hidden control has no value apart from its attribute, which React writes: so the id is state.
  const [picked, setPicked] = useState(defaultId);
  const shown = useRef(picked);
  const [isAlive, setAlive] = useState(false);
  const [text, setText] = useState('');
  const [options, setOptions] = useState<readonly PickOption[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [status, setStatus] = useState('');
  const expanded = open && options.length > 0;

  useEffect(() => setAlive(true), []);

  useEffect(() => {
    if (shown.current === picked) return;
    shown.current = picked;
    // The form saves what changed by this.
    hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [picked]);

  useEffect(() => {
    const wanted = text.trim();
    setActive(-1);
    if (wanted.length < 2) {
      setOptions([]);
      setStatus('');
      return;
    }
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: wanted, locale });
        const response = await fetch(`${address}?${query}`, { signal: request.signal });
        const found = response.ok ? ((await response.json()) as { options: PickOption[] }).options : [];
        setOptions(found);
        setStatus(found.length === 0 ? labels.none : fillPlural(labels.found, locale, found.length));
      } catch {
        // Without suggestions the field is still a text field.
        if (!request.signal.aborted) setOptions([]);
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text, address, locale, labels]);

  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}o${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const pick = (option: PickOption | undefined) => {
    if (!option || !field.current) return;
    field.current.value = option.name;
    setPicked(option.id);
    setOpen(false);
    setActive(-1);
    isPicking.current = true;
    field.current.dispatchEvent(new Event('input', { bubbles: true }));
    isPicking.current = false;
    setText('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length === 0) return;
      event.preventDefault();
      setOpen(true);
      const stops = options.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!event.altKey) setActive((now) => ((now + 1 + step + stops) % stops) - 1);
    } else if (event.key === 'Enter' && expanded && active >= 0) {
      event.preventDefault();
      pick(options[active]);
    } else if (event.key === 'Escape' && expanded) {
      event.preventDefault();
      setOpen(false);
    }
  };

  const combobox = isAlive && {
    role: 'combobox',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': expanded,
    'aria-controls': `${id}list`,
    'aria-activedescendant': expanded && active >= 0 ? `${id}o${active}` : undefined,
  };
  return (
    <div className="pick">
      <input
        ref={field}
        className="in"
        id={`f-${name}`}
        name={name}
        type="text"
        defaultValue={defaultText}
        autoComplete={isAlive ? 'off' : props.autoComplete}
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={props.invalid || undefined}
        {...combobox}
        onInput={(event) => {
          // A row that was picked is not typing.
          if (isPicking.current) return;
          setText(event.currentTarget.value);
          setOpen(true);
          setPicked('');
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <input ref={hidden} type="hidden" name={idName} value={picked} readOnly />
      {isAlive && (
        <div className="combo" hidden={!expanded}>
          <div
            id={`${id}list`}
            role="listbox"
            aria-label={labels.suggestions}
            tabIndex={-1}
            // A press on the list must not take the focus from the field, or the list would close before the click.
            onMouseDown={(event) => event.preventDefault()}
          >
            {options.map((option, at) => (
              // The keys are handled by the field, which keeps the focus (aria-activedescendant).
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                key={option.id}
                id={`${id}o${at}`}
                role="option"
                aria-selected={at === active}
                className={at === active ? 'combo-row on' : 'combo-row'}
                onPointerMove={() => at !== active && setActive(at)}
                onClick={() => pick(option)}
              >
                <span>{option.name}</span>
                {option.detail && <span className="n">{option.detail}</span>}
              </div>
            ))}
          </div>
        </div>
      )}
      <span className="vh" role="status">
        {open ? status : ''}
      </span>
    </div>
  );
}
