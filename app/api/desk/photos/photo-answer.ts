import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';

/** The page of a story's photos, at one of them, with what was just done or why it was not. */
export function photosPath(
  locale: Locale,
  to: { reference: string; key: string },
  query: Readonly<Record<string, string>>,
): { page: '/desk'; path: string } {
  const path = hrefFor(
    locale,
    '/desk/stories/[reference]/photos',
    { reference: to.reference },
    { photo: to.key, ...query },
  );
  return { page: '/desk', path };
}

/** A fault as the page knows it. */
export function faultOf(error: { code: string; reason?: string }): Record<string, string> {
  return error.reason ? { fault: 'failed', reason: error.reason } : { fault: error.code };
}
