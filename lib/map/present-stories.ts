import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { storyPlaceLabel } from '@/lib/stories/place-label';
import { organisationName, storyTitle } from '@/lib/stories/present';
import type { StoryLike, StoryListItem } from '@/lib/stories/types';
import type { MapItem, SingleMarker, StaticMarker } from './present';
import { mapWords } from './words';

/** Code of the mark that every story bears. */
const MARK = 'story';

/** A story as its marker: its title, its place, and how exactly the place is known. */
export function presentStorySingle(story: StoryListItem, locale: Locale): SingleMarker {
  const precision =
    story.place.position?.precision === 'municipality' ? mapWords(locale, 'stories')('onlyMunicipality') : null;
  const label = [storyTitle(story.title, locale), storyPlaceLabel(story.place, locale), precision];
  return {
    mark: MARK,
    label: label.filter((part) => part !== null).join(', '),
    href: hrefFor(locale, '/stories/[slug]', { slug: story.slug }),
  };
}

/** A story as the map's lists name it; null when it has no position. */
export function presentStoryMapItem(story: StoryListItem, locale: Locale): MapItem | null {
  const { position } = story.place;
  if (!position) return null;
  const detail = [storyPlaceLabel(story.place, locale), organisationName(story.organisation, locale)];
  return {
    id: story.id,
    href: hrefFor(locale, '/stories/[slug]', { slug: story.slug }),
    name: storyTitle(story.title, locale),
    detail: detail.filter((part) => part !== null).join(' · '),
    mark: MARK,
    coarse: position.precision === 'municipality',
    lat: position.lat,
    lng: position.lng,
  };
}

/** The one marker of a story's own map; none when its place is not shown. */
export function presentStoryMarker({ place }: Pick<StoryLike, 'place'>, title: string, locale: Locale): StaticMarker[] {
  const { position } = place;
  if (!position) return [];
  const label = [title, storyPlaceLabel(place, locale)].filter((part) => part !== null).join(', ');
  const { lat, lng, precision } = position;
  return [{ lat, lng, count: 1, mark: MARK, coarse: precision === 'municipality', label, href: null, selected: true }];
}
