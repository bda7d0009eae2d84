import { MarkdownView } from '@/components/content/MarkdownView';
import { Markup } from '@/components/ui/Markup';
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import type { HomeModel } from '@/lib/site/present-home';
import { Hero } from './Hero';
import { HomeSections } from './HomeSections';

interface HomePageProps {
  locale: Locale;
  model: HomeModel;
  /** The map of all records; the page knows nothing of how it is drawn. */
  map: Html;
  /** The newest stories; null where there is none. */
  stories: Html | null;
  /** What staff wrote besides; null when nothing. */
  block: string | null;
}

/** The home page: what this is, search, figures of the database, the call to tell a story, newest records. */
export function HomePage({ locale, model, map, stories, block }: HomePageProps) {
  return (
    <>
      <Hero locale={locale} model={model} />
      {block && (
        <div className="wrap home-block stack">
          <MarkdownView text={block} />
        </div>
      )}
      <Markup as="div" className="home-rest" html={HomeSections({ locale, model, map, stories })} />
    </>
  );
}
