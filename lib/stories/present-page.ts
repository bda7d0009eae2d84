import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { formatMapView } from '@/lib/map/view';
import { inScript } from '@/lib/serbian';
import type { Shown } from '@/lib/site/present-line';
import { bilingual, presentStory, type StoryModel, storyLine, whenLabels } from './present';
import type { StoryListItem, StoryRecord } from './types';

/** A story in one line of a short list. */
export interface StoryLineModel {
  id: number;
  href: string;
  title: string;
  /** Language of the title where it is not the page's. */
  lang: Locale | null;
  detail: string;
}

/** A story as a line of a short list. */
export function presentStoryLine(story: StoryListItem, locale: Locale): StoryLineModel {
  const { text, lang } = bilingual(story.title, locale);
  return {
    id: story.id,
    href: hrefFor(locale, '/stories/[slug]', { slug: story.slug }),
    title: text,
    lang,
    detail: storyLine(story, locale) || whenLabels(story, locale).join(', '),
  };
}

/** The page of a published story. */
export interface StoryPageModel extends StoryModel {
  address: string;
  published: string;
  /** null where it was not changed since. */
  updated: string | null;
  citation: string;
  jsonHref: string;
  /** The map of all stories at this place; null without a position. */
  mapHref: string | null;
  /** The organisation's record, and all its stories; null where it is not in the directory. */
  organisation: { recordHref: string; storiesHref: string; name: string } | null;
  similar: StoryLineModel[];
}

/** Zoom at which the map of stories opens on this one. */
const MAP_ZOOM = 10;

/**
 * A published story's page in the visitor's language; pure.
 * @param origin where the site stands, without a slash at the end
 */
export function presentStoryPage(
  story: StoryRecord,
  similar: readonly StoryListItem[],
  origin: string,
  shown: Shown,
): StoryPageModel {
  const { locale } = shown;
  const t = words(locale, 'Story');
  const model = presentStory(story, shown);
  const address = origin + hrefFor(locale, '/stories/[slug]', { slug: story.slug });
  const [published, updated] = [formatDay(locale, story.publishedAt), formatDay(locale, story.updatedAt)];
  return {
    ...model,
    address,
    published: t('publishedOn', { day: published }),
    updated: updated === published ? null : t('updatedOn', { day: updated }),
    citation: t('citation', {
      title: model.title,
      who: citationWho(story, locale),
      day: updated,
      url: address,
      licence: t(`licence.${story.licence ?? 'this_site'}`),
    }),
    jsonHref: `/api/v1/stories/${encodeURIComponent(story.slug)}?lang=${locale}`,
    mapHref: mapHref(story, locale),
    organisation: organisationLinks(story, shown),
    similar: similar.map((item) => presentStoryLine(item, locale)),
  };
}

/** Who is named as its author: the person where the person wants that, otherwise the organisation. */
function citationWho({ authorName, organisation }: StoryRecord, locale: Locale): string {
  const name = authorName ?? organisation.name;
  if (name === null) return '';
  const shown = inScript(name, locale === 'en' ? 'sr-Latn' : locale);
  return words(locale, 'Story')('citationWho', { name: shown.replace(/\.$/, '') });
}

function mapHref({ place }: StoryRecord, locale: Locale): string | null {
  if (place.position === null) return null;
  const query = { view: 'map', map: formatMapView({ ...place.position, zoom: MAP_ZOOM }) };
  return hrefFor(locale, '/stories', {}, query);
}

function organisationLinks({ organisation }: StoryRecord, { locale }: Shown): StoryPageModel['organisation'] {
  const { record } = organisation;
  if (record === null) return null;
  return {
    name: organisation.name ?? record.name.sr,
    recordHref: hrefFor(locale, '/enterprises/[slug]', { slug: record.slug }),
    storiesHref: hrefFor(locale, '/stories', {}, { organisation: String(record.id) }),
  };
}
