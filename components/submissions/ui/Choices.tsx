import type { ReactNode } from 'react';

export interface Choice {
  value: string;
  label: ReactNode;
  /** Language of the label where it is not the page's. */
  lang?: string;
}

interface ChoicesProps {
  type: 'radio' | 'checkbox';
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** One under the other, whatever the width. */
  single?: boolean;
}

/** Radio buttons or ticks of one question; the first has the id that the error summary leads to. */
export function Choices({ type, name, choices, chosen, single }: ChoicesProps) {
  return (
    <div className={single ? 'checks one' : 'checks'}>
      {choices.map(({ value, label, lang }, at) => (
        <label key={value} lang={lang}>
          <input
            type={type}
            name={name}
            value={value}
            id={at === 0 ? `f-${name}` : `f-${name}-${at}`}
            defaultChecked={chosen.includes(value)}
          />{' '}
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
