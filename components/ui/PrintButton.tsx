'use client';

import { Icon } from './Icon';

/** Prints the page; not shown without JavaScript. */
export function PrintButton({ label }: { label: string }) {
  return (
    <span className="with-script">
      <button type="button" className="act" onClick={() => window.print()}>
        <Icon name="print" /> {label}
      </button>
    </span>
  );
}
