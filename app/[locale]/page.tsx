import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { HomePage } from '@/components/home/HomePage';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { MapPicture } from '@/components/map/MapPicture';
import { NewestStories } from '@/components/stories/NewestStories';
import { blockOf } from '@/lib/content/queries';
import { listCloth, listNewest } from '@/lib/enterprises/queries';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { findDirectoryMap } from '@/lib/map/queries';
import { mapSettings } from '@/lib/map/settings';
import { EMPTY_QUERY, toSearchParams } from '@/lib/search/params';
import { searchEnterprises } from '@/lib/search/queries';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';
import { presentHome } from '@/lib/site/present-home';
import { presentStoryLine } from '@/lib/stories/present-page';
import { listNewestStories } from '@/lib/stories/queries';
import { vocabularies } from '@/lib/taxonomies/queries';

/** More tiles than this make the page heavy; the cloth then says that it shows a part. */
const CLOTH_LIMIT = 400;
const NEWEST = 6;

interface PageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return pageMetadata({
    locale,
    page: '/',
    title: words(locale, 'Home')('title'),
    description: words(locale, 'Site')('description'),
    origin: siteOrigin(await headers()),
  });
}

export default async function Home({ params }: PageProps) {
  const locale = await pageLocale(params);
  const shown = { locale, vocab: vocabularies() };
  const { total, facets } = searchEnterprises(EMPTY_QUERY, { limit: 0, offset: 0 });
  const facts = { total, facets, cloth: listCloth(CLOTH_LIMIT), newest: listNewest(NEWEST) };
  const { markers } = findDirectoryMap(EMPTY_QUERY, locale, (bbox) =>
    hrefFor(locale, '/enterprises', {}, toSearchParams({ ...EMPTY_QUERY, bbox })),
  );
  const stories = listNewestStories(NEWEST).map((story) => presentStoryLine(story, locale));
  const model = presentHome(facts, shown, words(locale, 'Home'));
  return (
    <SiteFrame locale={locale} page="/">
      <HomePage
        locale={locale}
        model={model}
        block={blockOf('page:home', locale)}
        stories={NewestStories({ locale, lines: stories })}
        map={MapPicture({ locale, label: words(locale, 'Map')('label'), markers, settings: mapSettings(locale) })}
      />
    </SiteFrame>
  );
}
