'use client';

import { useParams } from 'next/navigation';
import { ErrorPage } from '@/components/content/ErrorPage';

interface ErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function PageError({ error, reset }: ErrorProps) {
  const { locale } = useParams<{ locale?: string }>();
  return <ErrorPage locale={locale} reference={error.digest} onRetry={reset} />;
}
