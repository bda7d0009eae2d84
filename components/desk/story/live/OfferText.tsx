'use client';

import { useEffect } from 'react';

interface OfferTextProps {
  /** Ids of the list of reasons and of the field for the words. */
  from: string;
  to: string;
  texts: Readonly<Record<string, string>>;
}

/** Puts the words of the chosen reason into the field, as long as nothing of one's own stands there. */
export function OfferText({ from, to, texts }: OfferTextProps) {
  useEffect(() => {
    const list = document.getElementById(from) as HTMLSelectElement | null;
    const field = document.getElementById(to) as HTMLTextAreaElement | null;
    if (!list || !field) return;
    const offer = () => {
      const isOffered = field.value.trim() === '' || Object.values(texts).includes(field.value);
      if (isOffered) field.value = texts[list.value] ?? '';
    };
    list.addEventListener('change', offer);
    return () => list.removeEventListener('change', offer);
  }, [from, to, texts]);
  return null;
}
