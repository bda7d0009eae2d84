import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { TranslationTask } from '@/lib/translations/queries';
import './translations.css';

interface TranslationTasksPageProps {
  locale: Locale;
  tasks: readonly TranslationTask[];
  page: number;
  hasMore: boolean;
}

/** Approved and published stories that have no translation, or one of an older text. */
export function TranslationTasksPage({ locale, tasks, page, hasMore }: TranslationTasksPageProps) {
  const t = words(locale, 'DeskTranslation');
  const pageHref = (to: number) => hrefFor(locale, '/desk/translations', {}, to === 1 ? '' : { page: String(to) });
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('tasks.title')}</h1>
        <p>{t('tasks.lead')}</p>
      </header>
      {tasks.length === 0 && <p className="notice">{t(hasMore ? 'tasks.noneHere' : 'tasks.allDone')}</p>}
      <ul className="tr-tasks">
        {tasks.map(({ reference, title, since, to, progress }) => (
          <li key={reference}>
            <div>
              <a href={hrefFor(locale, '/desk/stories/[reference]/translation', { reference })}>{title}</a>
              <br />
              <span className="muted">
                {reference} · {t(to === 'en' ? 'tasks.toEnglish' : 'tasks.toSerbian')} ·{' '}
                {t('tasks.since', { day: formatDay(locale, since) })}
              </span>
            </div>
            <span className="tag">{t(`tasks.${progress}`)}</span>
          </li>
        ))}
      </ul>
      {(page > 1 || hasMore) && (
        <nav aria-label={t('tasks.pages')} className="desk-actions">
          {page > 1 && <a href={pageHref(page - 1)}>{t('tasks.previous')}</a>}
          {hasMore && <a href={pageHref(page + 1)}>{t('tasks.next')}</a>}
        </nav>
      )}
    </div>
  );
}
