import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { problemResponse } from '../problems';
import { LARGEST_STORY, type SendStoryError } from './send';

/** Why a story was not taken, as RFC 9457 has it, in the asked language. */
export function notSent(error: SendStoryError | { code: 'crossOrigin' }, locale: Locale): Response {
  const t = words(locale, 'Api');
  const answer = (status: number, title: string, detail: string, more: object = {}) =>
    problemResponse({ type: 'about:blank', title, status, detail, ...more });
  switch (error.code) {
    case 'crossOrigin':
      return answer(403, t('post.crossOrigin'), t('post.crossOriginDetail'));
    case 'tooLarge':
      return answer(413, t('post.tooLarge'), t('post.tooLargeDetail', { max: LARGEST_STORY }));
    case 'malformed':
      return answer(400, t('post.malformed'), t('post.malformedDetail'));
    case 'faults': {
      const fields = error.errors.map(({ field }) => field).join(', ');
      return answer(400, t('post.faults'), t('post.faultsDetail', { fields }), { errors: error.errors });
    }
    case 'limited': {
      const seconds = error.retryAfterSeconds;
      const response = answer(429, t('post.limited'), t('post.limitedDetail', { seconds }));
      response.headers.set('Retry-After', String(seconds));
      return response;
    }
    case 'trouble': {
      const response = answer(503, t('post.trouble'), t('post.troubleDetail'));
      response.headers.set('Retry-After', '30');
      return response;
    }
  }
}
