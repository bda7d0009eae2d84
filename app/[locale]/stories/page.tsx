import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { MapPanel } from '@/components/map/MapPanel';
import { STORIES_FORM, StoriesPage } from '@/components/stories/StoriesPage';
import { formatBoundingBox } from '@/lib/geo/boxes';
import { hrefFor } from '@/lib/i18n/navigation';
import { mapSettings } from '@/lib/map/settings';
import { storyListWords } from '@/lib/search/stories/words';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';
import { feedLink } from '@/lib/stories/feed-address';
import { toAddress } from '../enterprises/load-directory';
import { loadStories } from './load-stories';

interface PageProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { model } = loadStories(locale, toAddress(await searchParams));
  const metadata = pageMetadata({
    locale,
    page: '/stories',
    title: model.title,
    description: storyListWords(locale)('description'),
    origin: siteOrigin(await headers()),
  });
  return {
    ...metadata,
    alternates: { ...metadata.alternates, types: feedLink(locale) },
    // Filters have more combinations than there are stories: search engines get the plain list and the stories.
    ...(!model.isPlain && { robots: { index: false, follow: true } }),
  };
}

export default async function Stories({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const { query, view, model, map } = loadStories(locale, toAddress(await searchParams));
  return (
    <SiteFrame locale={locale} page="/stories" query={model.address} nav="stories">
      <StoriesPage
        locale={locale}
        model={model}
        helpHref={hrefFor(locale, '/how-to-search')}
        map={
          <MapPanel
            locale={locale}
            of="stories"
            map={map}
            settings={mapSettings(locale)}
            query={model.address}
            view={view.map}
            bbox={query.bbox && formatBoundingBox(query.bbox)}
            districts={query.facets.district ?? []}
            form={STORIES_FORM}
            withoutPositionHref={model.withoutPositionHref}
          />
        }
      />
    </SiteFrame>
  );
}
