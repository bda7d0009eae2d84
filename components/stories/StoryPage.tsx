import { Markup } from '@/components/ui/Markup';
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { StoryPageModel } from '@/lib/stories/present-page';
import { BackToResults } from './BackToResults';
import { StoryArticle } from './StoryArticle';
import { StoryLines } from './StoryLines';
import { StoryPanels } from './StoryPanels';

interface StoryPageProps {
  locale: Locale;
  model: StoryPageModel;
  /** The small map; null when the place is not shown. */
  map: Html | null;
}

/** One story on a page of its own. */
export function StoryPage({ locale, model, map }: StoryPageProps) {
  const t = words(locale, 'Story');
  const list = hrefFor(locale, '/stories');
  return (
    <article className="wrap record story-page">
      <nav className="crumbs" aria-label={t('crumbs')}>
        <a href={list}>{t('list')}</a> <span aria-hidden="true">›</span>{' '}
        <span aria-current="page" lang={model.lang ?? undefined}>
          {model.title}
        </span>
        <BackToResults list={list} label={t('backToResults')} />
      </nav>
      <div className="rec">
        <div className="rec-main">
          <StoryArticle locale={locale} model={model} />
        </div>
        <StoryPanels locale={locale} model={model} map={map} />
      </div>
      <div className="rec-others story-others">
        {model.similar.length > 0 && (
          <section aria-labelledby="similar">
            <h2 id="similar">{t('similar')}</h2>
            <Markup as="div" html={StoryLines({ lines: model.similar })} />
            <p className="small">
              <a href={list}>{t('allStories')}</a>
            </p>
          </section>
        )}
        <section className="story-call" aria-labelledby="tell">
          <h2 id="tell">{t('tell')}</h2>
          <p>{t('tellLead')}</p>
          <p>
            <a className="btn" href={hrefFor(locale, '/have-your-say')}>
              {t('tell')}
            </a>
          </p>
        </section>
      </div>
    </article>
  );
}
