import type { ReactNode } from 'react';
import { EmptyState } from '@/components/directory/EmptyState';
import { FacetForm } from '@/components/directory/FacetForm';
import { FilterChips } from '@/components/directory/FilterChips';
import { LiveFilters } from '@/components/directory/LiveFilters';
import { NearMe } from '@/components/directory/NearMe';
import { PhoneBar } from '@/components/directory/PhoneBar';
import { ResultBar } from '@/components/directory/ResultBar';
import { ResultNotices } from '@/components/directory/ResultNotices';
import { ResultPages } from '@/components/directory/ResultPages';
import { ResultTools } from '@/components/directory/ResultTools';
import { SearchCombobox } from '@/components/directory/SearchCombobox';
import { Icon } from '@/components/ui/Icon';
import { Markup } from '@/components/ui/Markup';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { StoriesModel } from '@/lib/search/stories/present';
import { storyListWords } from '@/lib/search/stories/words';
import { feedAddress } from '@/lib/stories/feed-address';
import { StoryCards } from './StoryCards';

/** Search, facets, order and place are all fields of this one GET form, wherever in the page they stand. */
export const STORIES_FORM = 'stories-form';

interface StoriesPageProps {
  locale: Locale;
  model: StoriesModel;
  /** Address of the page that explains the search. */
  helpHref: string;
  /** The map of the same stories; the page knows nothing of how it is drawn. */
  map: ReactNode;
}

/** The stories: facets, list and map of one query, as the directory shows its records. Works without JavaScript. */
export function StoriesPage({ locale, model, helpHref, map }: StoriesPageProps) {
  const t = storyListWords(locale);
  const own = words(locale, 'Story');
  return (
    <>
      <div className="dir-top">
        <div className="wrap row">
          <h1>{t('title')}</h1>
          <SearchCombobox
            // A new text in the address is a new field; the typed text stays as it is in every other case.
            key={model.text}
            locale={locale}
            of="stories"
            action={model.action}
            defaultValue={model.text}
            form={STORIES_FORM}
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
        <Markup as="div" className="facets" id="filteri" html={FacetForm({ t, id: STORIES_FORM, model })} />
        <section className="results" id="rezultati" aria-label={t('results')}>
          <ResultBar t={t} model={model} form={STORIES_FORM} />
          <FilterChips t={t} chips={model.chips} clearHref={model.clearHref} />
          <ResultNotices t={t} model={model} />
          {model.cards.length > 0 && (
            <Markup as="ul" className="cards" html={StoryCards({ cards: model.cards, sourceLabel: t('source') })} />
          )}
          {model.empty && (
            <Markup
              as="div"
              className="empty"
              html={EmptyState({ t, empty: model.empty, contributeHref: hrefFor(locale, '/have-your-say') })}
            />
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
          <p className="dir-tools">
            <a href={hrefFor(locale, '/have-your-say')}>
              <Icon name="pencil" />
              {own('tell')}
            </a>
            <a href={feedAddress(locale)} type="application/atom+xml">
              <Icon name="link" />
              {own('feed')}
            </a>
            <a href={hrefFor(locale, '/enterprises')}>
              <Icon name="list" />
              {words(locale, 'StoryList')('inDirectory')}
            </a>
          </p>
        </section>
        <aside className="map-side stories-map" aria-label={t('map')}>
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
      <LiveFilters form={STORIES_FORM} action={model.action} shown={model.address} />
    </>
  );
}
