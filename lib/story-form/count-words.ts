import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { pluralTemplates } from '@/lib/i18n/templates';
import { words } from '@/lib/i18n/words';
import type { CountLabels } from './count-line';

const known = new Map<string, CountLabels>();

/** The words under a text, for a question with these limits; made once for the process. */
export function countLabels(locale: Locale, limits: { min: number; max: number }): CountLabels {
  const key = `${locale} ${limits.min} ${limits.max}`;
  const made = known.get(key) ?? makeLabels(locale, limits);
  known.set(key, made);
  return made;
}

function makeLabels(locale: Locale, { min, max }: { min: number; max: number }): CountLabels {
  const t = words(locale, 'StoryForm');
  const plural = (key: 'missing' | 'left' | 'over') =>
    pluralTemplates(locale, (n) => t(`count.${key}`, { n, shown: '{count}' }));
  return {
    bounds: min > 0 ? t('count.atLeast', { min }) : t('count.atMost', { max }),
    used: t('count.used', { used: '{used}', max: formatCount(locale, max) }),
    missing: plural('missing'),
    left: plural('left'),
    over: plural('over'),
  };
}
