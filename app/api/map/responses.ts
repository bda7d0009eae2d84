import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { ItemsProblem, ViewProblem } from '@/lib/map/view';

/** An answer that may be kept, and is asked about before each use: the directory may have changed. */
export function mapResponse(body: unknown): Response {
  return new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}

/** 400: which parameter cannot be understood, and what is allowed. */
export function problemResponse({ field }: ViewProblem | ItemsProblem, locale: Locale): Response {
  const t = words(locale, 'Map');
  const problem = { type: 'about:blank', title: t('problem.title'), status: 400, detail: t(`problem.${field}`), field };
  return new Response(JSON.stringify(problem), {
    status: 400,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
