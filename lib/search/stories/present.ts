import { hostOf, showName } from '@/lib/enterprises/present';
import type { EnterpriseName } from '@/lib/enterprises/types';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { bilingual, storyLine } from '@/lib/stories/present';
import type { StoryListItem } from '@/lib/stories/types';
import { termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { type MarkedPiece, markMatches } from '../highlight';
import { facetValueLabel } from '../present-facets';
import type { Filter, FilterContext } from '../present-filters';
import { type ListModel, listHrefs, presentKinds, presentList } from '../present-list';
import type { DirectoryView, HighlightTerms } from '../schema';
import { STORIES } from './corpus';
import type { StoryAnswer, StoryFacet, StoryQuery } from './schema';
import { storyListWords } from './words';

/** One story as the list shows it. */
export interface StoryCardModel {
  id: number;
  href: string;
  title: MarkedPiece[];
  /** Language of title and summary where it is not the page's; `onlyIn` says so in words. */
  lang: Locale | null;
  onlyIn: string | null;
  /** Organisation, place and beginning. */
  line: MarkedPiece[];
  summary: MarkedPiece[];
  /** Kinds of practice, in words. */
  kinds: string;
  origin: { tag: StoryListItem['origin']; text: string };
  /** Where a collected one was read. */
  source: { url: string; name: string } | null;
}

/** The list of stories in the words of one language. */
export interface StoriesModel extends ListModel {
  cards: StoryCardModel[];
}

export interface StoriesInput {
  locale: Locale;
  vocab: Vocabularies;
  /** Names of the records of the directory that have stories, by id. */
  organisations: ReadonlyMap<string, EnterpriseName>;
  query: StoryQuery;
  view: DirectoryView;
  result: StoryAnswer;
  /** The stories of the page, in order. */
  items: readonly StoryListItem[];
  waysOut: readonly (Filter<StoryFacet> & { total: number })[];
  /** The present year, the last in which something can have begun. */
  year: number;
}

/** A practice that began before this year has nothing to do with the crisis. */
const FIRST_YEAR = 1990;

const FILES = [
  ['CSV', '/api/v1/stories.csv'],
  ['GeoJSON', '/api/v1/stories.geojson'],
  ['JSON', '/api/v1/stories'],
] as const;

/** Makes the view model of the list of stories; pure. */
export function presentStories(input: StoriesInput): StoriesModel {
  const { locale, vocab, query, view, result, waysOut } = input;
  const t = storyListWords(locale);
  const context = storyFilterContext(locale, vocab, input.organisations, view.from);
  const kinds = presentKinds(
    'origin',
    { locale, result, query },
    (value) => facetValueLabel('origin', value, context),
    storyHrefs(locale, view),
  );
  return {
    ...presentList<StoryFacet>({
      ...{ locale, t, query, view, result, waysOut, context, kinds },
      page: '/stories',
      corpus: STORIES,
      years: { facet: 'year', min: FIRST_YEAR, max: input.year },
      files: FILES,
    }),
    cards: input.items.map((item) => presentStoryCard(item, { locale, vocab, matcher: result.matcher })),
  };
}

/** Makes addresses of the list of stories that keep the way of looking at it. */
export function storyHrefs(locale: Locale, view: DirectoryView) {
  return listHrefs<StoryFacet>(locale, '/stories', view);
}

/** What the labels of the stories' filters are made of. */
export function storyFilterContext(
  locale: Locale,
  vocab: Vocabularies,
  organisations: ReadonlyMap<string, EnterpriseName>,
  from: string,
): FilterContext {
  return {
    ...{ locale, vocab, from },
    words: words(locale, 'Facets'),
    filterWords: storyListWords(locale),
    nameOf: (facet, value) => {
      const name = facet === 'organisation' ? organisations.get(value) : undefined;
      return name ? showName(name, locale) : null;
    },
  };
}

interface CardContext {
  locale: Locale;
  vocab: Vocabularies;
  matcher: HighlightTerms;
}

/** One story as the list shows it. */
export function presentStoryCard(item: StoryListItem, { locale, vocab, matcher }: CardContext): StoryCardModel {
  const t = words(locale, 'Story');
  const title = bilingual(item.title, locale);
  const summary = bilingual(item.summary, locale);
  const kinds = item.practiceTypes.map((code) => termLabel(vocab, 'practiceType', code, locale));
  return {
    id: item.id,
    href: hrefFor(locale, '/stories/[slug]', { slug: item.slug }),
    title: markMatches(title.text, matcher),
    lang: title.lang,
    onlyIn: title.lang === null ? null : t(title.lang === 'en' ? 'onlyEnglish' : 'onlySerbian'),
    line: markMatches(storyLine(item, locale), matcher),
    summary: markMatches(summary.text, matcher),
    kinds: kinds.join(', '),
    origin: { tag: item.origin, text: t(`origin.${item.origin}`) },
    source: item.source && { url: item.source.url, name: hostOf(item.source.url) },
  };
}
