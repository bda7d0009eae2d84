'use client';

import { ErrorPage } from '@/components/content/ErrorPage';
import { localeOfPath } from '@/lib/i18n/locales';
import '@/app/styles/public.css';

interface ErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Stands in for the whole document when even the layout failed. */
export default function GlobalError({ error, reset }: ErrorProps) {
  const locale = localeOfPath(typeof window === 'undefined' ? '/' : window.location.pathname);
  return (
    <html lang={locale}>
      <body>
        <ErrorPage locale={locale} reference={error.digest} onRetry={reset} />
      </body>
    </html>
  );
}
