'use client';

import { useEffect, useState } from 'react';

interface BackToResultsProps {
  /** Address of the list without its query. */
  list: string;
  label: string;
}

/** Back to the search that led here, with its text and filters; shown only to who comes from one. */
export function BackToResults({ list, label }: BackToResultsProps) {
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    const { referrer } = document;
    if (!referrer.startsWith(`${window.location.origin}/`)) return;
    const { pathname, search } = new URL(referrer);
    if (pathname === list && search !== '') setHref(pathname + search);
  }, [list]);
  if (href === null) return null;
  return (
    <>
      {' · '}
      <a href={href}>{label}</a>
    </>
  );
}
