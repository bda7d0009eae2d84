'use client';

import { type ReactNode, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';

interface InSlotProps {
  /** Id of an element of the page's finished HTML; nothing is shown where the page has none of that id. */
  id: string;
  /** Until then what the server wrote there stays. */
  when?: boolean;
  children: ReactNode;
}

/** Shows its children in an element of the server's HTML, in place of what the server wrote into it. */
export function InSlot({ id, when = true, children }: InSlotProps) {
  const [place, setPlace] = useState<Element | null>(null);
  useLayoutEffect(() => {
    if (!when || place) return;
    const found = document.getElementById(id);
    found?.replaceChildren();
    setPlace(found);
  }, [when, id, place]);
  return place && createPortal(children, place);
}
