'use client';

import { useEffect, useState } from 'react';
import { fill } from '@/lib/i18n/templates';

interface ProgressLineProps {
  locale: string;
  id: number;
  /** "{rows} of {all}", filled in here. */
  template: string;
  initial: string;
}

const EVERY_MS = 1_500;

/** Tells how far the import has come, and loads the page anew when it has come to its end. */
export function ProgressLine({ locale, id, template, initial }: ProgressLineProps) {
  const [line, setLine] = useState(initial);
  useEffect(() => {
    const timer = setInterval(async () => {
      const body = new URLSearchParams({ locale, id: String(id) });
      const response = await fetch('/api/desk/import/progress', { method: 'POST', body }).catch(() => null);
      if (!response?.ok || response.redirected) return;
      const { state, progress } = (await response.json()) as {
        state: string;
        progress: { rows: number; all: number } | null;
      };
      if (state !== 'checking' && state !== 'writing') window.location.reload();
      else if (progress && progress.rows > 0)
        setLine(fill(template, { rows: String(progress.rows), all: String(progress.all) }));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [locale, id, template]);
  return <p role="status">{line}</p>;
}
