'use client';

import { DEFAULT_LOCALE, homeOf, isLocale } from '@/lib/i18n/locales';
import WORDS from '@/messages/errors.json';

interface ErrorPageProps {
  /** Language of the page that failed, as its address has it. */
  locale: string | undefined;
  /** What the log knows the error by; without it there is none to tell. */
  reference: string | undefined;
  onRetry: () => void;
}

/** A calm page for what failed in the browser or on the way to it; what the server fails at, it answers itself. */
export function ErrorPage({ locale, reference, onRetry }: ErrorPageProps) {
  const known = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const t = WORDS[known];
  return (
    <main className="wrap sec" lang={known}>
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      {reference && (
        <p className="muted">
          {t.reference}: <span className="num">{reference}</span>
        </p>
      )}
      <p>
        <button type="button" className="btn" onClick={onRetry}>
          {t.retry}
        </button>{' '}
        <a href={homeOf(known)}>{t.home}</a>
      </p>
    </main>
  );
}
