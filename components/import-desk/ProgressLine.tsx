'use client';

import { useEffect, useState } from 'react';
import { fill } from '@/lib/i18n/templates';

interface ProgressLineProps {
  locale: string;
  /** The import, or the run that is being undone. */
  of: { id: number } | { run: number };
  /** "{rows} of {all}", filled in here. */
  template: string;
  initial: string;
}

const EVERY_MS = 1_500;
const GOES_ON = ['checking', 'writing', 'undoing'];

/** Tells how far the work has come, and loads the page anew when it has come to its end. */
export function ProgressLine({ locale, of, template, initial }: ProgressLineProps) {
  const [line, setLine] = useState(initial);
  const asked = new URLSearchParams(Object.entries(of).map(([name, number]) => [name, String(number)])).toString();
  useEffect(() => {
    const timer = setInterval(async () => {
      const body = new URLSearchParams(`${asked}&locale=${locale}`);
      const response = await fetch('/api/desk/import/progress', { method: 'POST', body }).catch(() => null);
      if (!response?.ok || response.redirected) return;
      const { state, progress } = (await response.json()) as {
        state: string;
        progress: { rows: number; all: number } | null;
      };
      if (!GOES_ON.includes(state)) window.location.reload();
      else if (progress && progress.rows > 0)
        setLine(fill(template, { rows: String(progress.rows), all: String(progress.all) }));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [locale, asked, template]);
  return <p role="status">{line}</p>;
}
