import type { Figures } from '@/lib/figures/schema';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { FigureDefinitions } from './FigureDefinitions';
import { FigureTables } from './FigureTables';

interface DeskFiguresPageProps {
  locale: Locale;
  figures: Figures;
  reasonWords: (code: string) => string;
}

/** The figures at the desk. */
export function DeskFiguresPage({ locale, figures, reasonWords }: DeskFiguresPageProps) {
  const t = words(locale, 'DeskFigures');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <p>
          <a href={hrefFor(locale, '/how-we-decide')}>{t('public')}</a>
        </p>
      </header>
      <h2 className="vh">{words(locale, 'HowWeDecide')('figures.title')}</h2>
      <FigureTables locale={locale} figures={figures} reasonWords={reasonWords} />
      <section aria-labelledby="znacenje">
        <h2 id="znacenje">{words(locale, 'HowWeDecide')('definitions.title')}</h2>
        <FigureDefinitions locale={locale} />
      </section>
    </div>
  );
}
