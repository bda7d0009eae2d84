import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, permanentRedirect } from 'next/navigation';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { MapPicture } from '@/components/map/MapPicture';
import { StoryGone } from '@/components/stories/StoryGone';
import { StoryPage } from '@/components/stories/StoryPage';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { presentStoryMarker } from '@/lib/map/present-stories';
import { mapSettings } from '@/lib/map/settings';
import { mapWords } from '@/lib/map/words';
import { pageMetadata } from '@/lib/site/metadata';
import { siteOrigin } from '@/lib/site/origin';
import { pageLocale } from '@/lib/site/page-locale';
import { scriptJson } from '@/lib/site/record/json-ld';
import { feedLink } from '@/lib/stories/feed-address';
import { storyJsonLd } from '@/lib/stories/json-ld';
import { presentStory } from '@/lib/stories/present';
import { presentStoryPage } from '@/lib/stories/present-page';
import { findStory, listSimilarStories } from '@/lib/stories/queries';
import type { StoryRecord } from '@/lib/stories/types';
import { vocabularies } from '@/lib/taxonomies/queries';

const SIMILAR = 4;

interface PageProps {
  params: Promise<{ locale: string; slug: string }>;
}

/**
 * The story of the address; null for one that was withdrawn (the server makes its answer a 410). An old address, or a
 * number, leads to the present one; an unknown or hidden one is not found.
 */
function storyOf(slug: string, locale: Locale): StoryRecord | null {
  const found = findStory(slug);
  if (found === null) notFound();
  if (found.is === 'moved') permanentRedirect(hrefFor(locale, '/stories/[slug]', { slug: found.slug }));
  return found.is === 'story' ? found.story : null;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const story = storyOf((await params).slug, locale);
  const site = words(locale, 'Site');
  if (story === null) {
    return {
      title: site('titleOf', { title: words(locale, 'Story')('gone.title') }),
      robots: { index: false, follow: true },
    };
  }
  const model = presentStory(story, { locale, vocab: vocabularies() });
  const metadata = pageMetadata({
    locale,
    page: '/stories/[slug]',
    params: { slug: story.slug },
    title: model.title,
    description: model.summary.paragraphs.flat().join(' '),
    origin: siteOrigin(await headers()),
    picture: `/og/${locale}/stories/${story.slug}`,
  });
  return { ...metadata, alternates: { ...metadata.alternates, types: feedLink(locale) } };
}

export default async function Story({ params }: PageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const story = storyOf(slug, locale);
  if (story === null) {
    return (
      <SiteFrame locale={locale} page="/stories/[slug]" params={{ slug }} nav="stories">
        <StoryGone locale={locale} />
      </SiteFrame>
    );
  }
  const shown = { locale, vocab: vocabularies() };
  const origin = siteOrigin(await headers());
  const model = presentStoryPage(story, listSimilarStories(story, SIMILAR), origin, shown);
  const markers = presentStoryMarker(story, model.title, locale);
  const map =
    markers.length > 0
      ? MapPicture({ locale, label: mapWords(locale, 'stories')('label'), markers, settings: mapSettings(locale) })
      : null;
  return (
    <SiteFrame locale={locale} page="/stories/[slug]" params={{ slug: story.slug }} nav="stories">
      <StoryPage locale={locale} model={model} map={map} />
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own, with `<` escaped
        dangerouslySetInnerHTML={{ __html: scriptJson(storyJsonLd(story, model.address, origin, shown)) }}
      />
    </SiteFrame>
  );
}
