import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';

/** There is no story of this reference, or it was erased. */
export function StoryMissing({ locale }: { locale: Locale }) {
  const t = words(locale, 'DeskStory');
  return (
    <div className="wrap desk-page narrow">
      <header>
        <h1>{t('notFound.title')}</h1>
        <p>{t('notFound.text')}</p>
      </header>
      <p>
        <a href={hrefFor(locale, '/desk')}>{t('notFound.back')}</a>
      </p>
    </div>
  );
}
