import type { ReactNode } from 'react';
import { Markup } from '@/components/ui/Markup';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { DirectoryModel } from '@/lib/search/present';
import { EmptyState } from './EmptyState';
import { FacetForm } from './FacetForm';
import { FilterChips } from './FilterChips';
import { LiveFilters } from './LiveFilters';
import { NearMe } from './NearMe';
import { PhoneBar } from './PhoneBar';
import { ResultBar } from './ResultBar';
import { ResultCards } from './ResultCards';
import { ResultNotices } from './ResultNotices';
import { ResultPages } from './ResultPages';
import { ResultTools } from './ResultTools';
import { SearchCombobox } from './SearchCombobox';

/** Search, facets, order and place are all fields of this one GET form, wherever in the page they stand. */
export const DIRECTORY_FORM = 'directory-form';

interface DirectoryPageProps {
  locale: Locale;
  model: DirectoryModel;
  /** Address of the page that explains the search. */
  helpHref: string;
  /** Address of the page that says how to add or correct a record. */
  contributeHref: string;
  /** The map of the same records; the page knows nothing of how it is drawn. */
  map: ReactNode;
}

/** The directory: facets, list and map of one query. Everything in it works without JavaScript. */
export function DirectoryPage({ locale, model, helpHref, contributeHref, map }: DirectoryPageProps) {
  const t = words(locale, 'Directory');
  return (
    <>
      <div className="dir-top">
        <div className="wrap row">
          <h1>{t('title')}</h1>
          <SearchCombobox
            // A new text in the address is a new field; the typed text stays as it is in every other case.
            key={model.text}
            locale={locale}
            action={model.action}
            defaultValue={model.text}
            form={DIRECTORY_FORM}
            labels={{
              field: t('search.field'),
              placeholder: t('search.placeholder'),
              submit: t('search.submit'),
              suggestions: t('search.suggestions'),
            }}
          />
          <a className="small how" href={helpHref}>
            {t('search.help')}
          </a>
        </div>
      </div>
      <div className={model.isMap ? 'wrap dir is-map' : 'wrap dir'}>
        <Markup as="div" className="facets" id="filteri" html={FacetForm({ t, id: DIRECTORY_FORM, model })} />
        <section className="results" id="rezultati" aria-label={t('results')}>
          <ResultBar t={t} model={model} form={DIRECTORY_FORM} />
          <FilterChips t={t} chips={model.chips} clearHref={model.clearHref} />
          <ResultNotices t={t} model={model} />
          {model.cards.length > 0 && <Markup as="ul" className="cards" html={ResultCards({ t, cards: model.cards })} />}
          {model.empty && (
            <Markup as="div" className="empty" html={EmptyState({ t, empty: model.empty, contributeHref })} />
          )}
          {model.pages && (
            <Markup
              as="nav"
              className="pages"
              aria-label={t('pages.label')}
              html={ResultPages({ t, pages: model.pages })}
            />
          )}
          {model.downloads && (
            <Markup as="p" className="dir-tools" html={ResultTools({ downloads: model.downloads })} />
          )}
          <p className="small dir-voice">
            {t.rich('tellStory', { link: (chunks) => <a href={hrefFor(locale, '/have-your-say')}>{chunks}</a> })}
          </p>
        </section>
        <aside className="map-side" aria-label={t('map')}>
          {map}
        </aside>
      </div>
      <Markup
        as="nav"
        className="phonebar"
        aria-label={t('phone.label')}
        html={PhoneBar({ t, phone: model.phone, isMap: model.isMap })}
      />
      <NearMe action={model.action} labels={{ searching: t('near.searching'), refused: t('near.refused') }} />
      <LiveFilters form={DIRECTORY_FORM} action={model.action} shown={model.address} />
    </>
  );
}
