import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

/** Where a story stood that its author has withdrawn. */
export function StoryGone({ locale }: { locale: Locale }) {
  const t = words(locale, 'Story');
  return (
    <div className="wrap story-gone">
      <h1>{t('gone.title')}</h1>
      <p className="lead">{t('gone.text')}</p>
      <p>
        <a className="btn" href={hrefFor(locale, '/stories')}>
          {t('gone.go')}
        </a>
      </p>
      <p>
        <a href={hrefFor(locale, '/have-your-say')}>{t('gone.tell')}</a>
      </p>
    </div>
  );
}
