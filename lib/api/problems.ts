import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { ParameterError } from './parameters';
import type { Problem } from './schema';

/** Reading is open to pages of every origin. */
export const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Content-Disposition',
};

/** Language of an answer: `lang` when it is one of ours, otherwise the default. */
export function languageOf(params: URLSearchParams): Locale {
  const lang = params.get('lang');
  return isLocale(lang) ? lang : DEFAULT_LOCALE;
}

/** An error as RFC 9457 has it. */
export function problemResponse(body: Problem): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { ...CORS, 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** 400: names every wrong parameter, its value and what is allowed, in the asked language. */
export function wrongParameters(errors: readonly ParameterError[], locale: Locale): Response {
  const t = words(locale, 'Api');
  return problemResponse({
    type: 'about:blank',
    title: t('wrongParameters'),
    status: 400,
    detail: t('wrongParametersDetail', { fields: errors.map(({ field }) => field).join(', ') }),
    errors: errors.map(({ field, value, reason, allowed }) => ({
      field,
      value,
      reason: t(`reasons.${reason}` as Parameters<typeof t>[0]),
      ...(allowed === null ? {} : { allowed }),
    })),
  });
}

/** 404: there is no such record. */
export function noSuchRecord(id: string, locale: Locale): Response {
  const t = words(locale, 'Api');
  return problemResponse({
    type: 'about:blank',
    title: t('notFound'),
    status: 404,
    detail: t('notFoundDetail', { id: id.slice(0, 100) }),
  });
}

/** 404, or 410 for a story that its author has withdrawn. */
export function noSuchStory(id: string, status: 404 | 410, locale: Locale): Response {
  const t = words(locale, 'Api');
  const shown = { id: id.slice(0, 100) };
  return problemResponse({
    type: 'about:blank',
    title: t(status === 410 ? 'goneStory' : 'noStory'),
    status,
    detail: status === 410 ? t('goneStoryDetail', shown) : t('noStoryDetail', shown),
  });
}

/** 410: the cursor was right, but records have changed since. */
export function outdatedCursor(locale: Locale): Response {
  const t = words(locale, 'Api');
  return problemResponse({
    type: 'about:blank',
    title: t('outdatedCursor'),
    status: 410,
    detail: t('outdatedCursorDetail'),
  });
}
