'use client';

import { useState } from 'react';
import { Icon } from './Icon';
import type { IconName } from './icons';

interface CopyButtonProps {
  text: string;
  icon: IconName;
  /** Words of the button, and what is said after it worked or did not. */
  labels: { copy: string; copied: string; failed: string };
}

/** Copies a text. Without JavaScript it is not shown; the text itself always stands in the page. */
export function CopyButton({ text, icon, labels }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(labels.copied);
    } catch {
      // Not over https, or not allowed: the visitor can still select the text.
      setSaid(labels.failed);
    }
  };
  return (
    <span className="with-script">
      <button type="button" className="act" onClick={copy}>
        <Icon name={icon} /> {labels.copy}
      </button>{' '}
      <span className="small muted" role="status">
        {said}
      </span>
    </span>
  );
}
