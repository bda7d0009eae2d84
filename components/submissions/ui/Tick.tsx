import type { ReactNode } from 'react';

interface TickProps {
  name: string;
  checked: boolean;
  children: ReactNode;
  describedBy?: string;
}

/** One tick with its words. */
export function Tick({ name, checked, children, describedBy }: TickProps) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        name={name}
        value="yes"
        id={`f-${name}`}
        defaultChecked={checked}
        aria-describedby={describedBy}
      />{' '}
      <span>{children}</span>
    </label>
  );
}
