'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { InSlot } from '@/components/ui/InSlot';
import { slotId } from '@/components/ui/Slot';
import { fillPlural, type PluralTemplates } from '@/lib/i18n/templates';

/** One row of the list: what goes into the field, and what tells it from others of its name. */
export interface PickOption {
  id: string;
  name: string;
  detail: string | null;
}

export interface PickLabels {
  suggestions: string;
  found: PluralTemplates;
  none: string;
}

interface FieldComboboxProps {
  /** Name of the text's control; it has the id `f-NAME`. */
  name: string;
  /** Answers `{ options: PickOption[] }` to `?q=` and `&locale=`. */
  address: string;
  locale: string;
  labels: PickLabels;
}

const DEBOUNCE_MS = 140;

/**
 * Gives a text field of the page (ui/PickField) suggestions, after the combobox pattern of ARIA 1.2. What is typed stays as it
 * is typed; picking a row puts its name into the field and its id beside it, and typing on takes the id away again.
 */
export function FieldCombobox({ name, address, locale, labels }: FieldComboboxProps) {
  const id = useId();
  const isPicking = useRef(false);
  const [text, setText] = useState('');
  const [options, setOptions] = useState<readonly PickOption[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [status, setStatus] = useState('');
  const expanded = open && options.length > 0;

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

  const setPicked = (picked: string) => {
    const hidden = fieldOf(name)?.closest('.pick')?.querySelector<HTMLInputElement>('input[type=hidden]');
    if (!hidden || hidden.value === picked) return;
    hidden.value = picked;
    // The form saves what changed by this.
    hidden.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const pick = (option: PickOption | undefined) => {
    const field = fieldOf(name);
    if (!option || !field) return;
    field.value = option.name;
    setPicked(option.id);
    setOpen(false);
    setActive(-1);
    isPicking.current = true;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    isPicking.current = false;
    setText('');
  };

  const onInput = (event: Event) => {
    // A row that was picked is not typing.
    if (isPicking.current) return;
    setText((event.currentTarget as HTMLInputElement).value);
    setOpen(true);
    setPicked('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
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

  const handlers = useRef({ onInput, onKeyDown });
  handlers.current = { onInput, onKeyDown };
  useEffect(() => {
    const field = fieldOf(name);
    if (!field) return;
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', `${id}list`);
    field.autocomplete = 'off';
    const input = (event: Event) => handlers.current.onInput(event);
    const keyDown = (event: KeyboardEvent) => handlers.current.onKeyDown(event);
    const blur = () => setOpen(false);
    field.addEventListener('input', input);
    field.addEventListener('keydown', keyDown);
    field.addEventListener('blur', blur);
    return () => {
      field.removeEventListener('input', input);
      field.removeEventListener('keydown', keyDown);
      field.removeEventListener('blur', blur);
    };
  }, [id, name]);

  useEffect(() => {
    const field = fieldOf(name);
    field?.setAttribute('aria-expanded', String(expanded));
    if (expanded && active >= 0) field?.setAttribute('aria-activedescendant', `${id}o${active}`);
    else field?.removeAttribute('aria-activedescendant');
  }, [id, name, expanded, active]);

  return (
    <InSlot id={slotId('picks', name)}>
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
      <span className="vh" role="status">
        {open ? status : ''}
      </span>
    </InSlot>
  );
}

function fieldOf(name: string): HTMLInputElement | null {
  return document.getElementById(`f-${name}`) as HTMLInputElement | null;
}
