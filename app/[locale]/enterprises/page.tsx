import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { DIRECTORY_FORM, DirectoryPage } from '@/components/directory/DirectoryPage';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { MapPanel } from '@/components/map/MapPanel';
import { formatBoundingBox } from '@/lib/geo/boxes';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { mapSettings } from '@/lib/map/settings';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';
import { loadDirectory, toAddress } from './load-directory';

interface PageProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { model } = loadDirectory(locale, toAddress(await searchParams));
  return {
    ...pageMetadata({
      locale,
      page: '/enterprises',
      title: model.title,
      description: words(locale, 'Directory')('description'),
      origin: siteOrigin(await headers()),
    }),
    // Filters have more combinations than there are records: search engines get the plain list and the records.
    ...(!model.isPlain && { robots: { index: false, follow: true } }),
  };
}

export default async function EnterprisesPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const { query, view, model, map } = loadDirectory(locale, toAddress(await searchParams));
  return (
    <SiteFrame locale={locale} page="/enterprises" query={model.address} nav="directory">
      <DirectoryPage
        locale={locale}
        model={model}
        helpHref={hrefFor(locale, '/how-to-search')}
        contributeHref={hrefFor(locale, '/enterprises/add')}
        map={
          <MapPanel
            locale={locale}
            map={map}
            settings={mapSettings(locale)}
            query={model.address}
            view={view.map}
            bbox={query.bbox && formatBoundingBox(query.bbox)}
            districts={query.facets.district ?? []}
            form={DIRECTORY_FORM}
            withoutPositionHref={model.withoutPositionHref}
          />
        }
      />
    </SiteFrame>
  );
}
