import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { RecordPage } from '@/components/enterprises/RecordPage';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { MapPicture } from '@/components/map/MapPicture';
import { RecordStories } from '@/components/stories/RecordStories';
import { showName, showText } from '@/lib/enterprises/present';
import { findEnterprise, listNearby, listSimilar } from '@/lib/enterprises/queries';
import type { EnterpriseRecord } from '@/lib/enterprises/types';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { presentRecordMarker } from '@/lib/map/present';
import { mapSettings } from '@/lib/map/settings';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';
import { scriptJson, toJsonLd } from '@/lib/site/record/json-ld';
import { presentRecord } from '@/lib/site/record/present';
import { vocabularies } from '@/lib/taxonomies/queries';
import { storiesOfRecord } from './record-stories';

const OTHERS = 5;

interface PageProps {
  params: Promise<{ locale: string; slug: string }>;
}

/**
 * The record of the address. An old address, or a number, leads to the present one; an unknown one is not found. Title
 * and page of one request ask for the same, and it is read once.
 */
const recordOf = cache((slug: string, locale: Locale): EnterpriseRecord => {
  const found = findEnterprise(slug);
  if (found === null) notFound();
  const present = 'movedTo' in found ? found.movedTo : found.slug;
  if ('movedTo' in found || present !== slug)
    permanentRedirect(hrefFor(locale, '/enterprises/[slug]', { slug: present }));
  return found;
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const record = recordOf((await params).slug, locale);
  const name = showName(record.name, locale);
  const text = showText(record.activityText, locale)?.text ?? words(locale, 'Site')('description');
  return pageMetadata({
    locale,
    page: '/enterprises/[slug]',
    params: { slug: record.slug },
    title: name,
    description: words(locale, 'Record')('metaDescription', { name, text }),
    origin: siteOrigin(await headers()),
    picture: `/og/${locale}/${record.slug}`,
  });
}

export default async function Enterprise({ params }: PageProps) {
  const locale = await pageLocale(params);
  const record = recordOf((await params).slug, locale);
  const shown = { locale, vocab: vocabularies() };
  const { position } = record.place;
  const facts = {
    record,
    nearby: position === null ? [] : listNearby(position, record.id, OTHERS),
    similar: listSimilar(record, OTHERS),
    now: new Date(),
    origin: siteOrigin(await headers()),
  };
  const model = presentRecord(facts, shown, words(locale, 'Record'));
  const markers = presentRecordMarker(record, locale);
  const map =
    markers.length > 0
      ? MapPicture({ locale, label: words(locale, 'Map')('label'), markers, settings: mapSettings(locale) })
      : null;
  return (
    <SiteFrame locale={locale} page="/enterprises/[slug]" params={{ slug: record.slug }} nav="directory">
      <RecordPage
        locale={locale}
        model={model}
        map={map}
        stories={RecordStories({ locale, ...storiesOfRecord(record.id, locale) })}
      />
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own, with `<` escaped
        dangerouslySetInnerHTML={{ __html: scriptJson(toJsonLd(record, model.address, shown)) }}
      />
    </SiteFrame>
  );
}
