import type { Locale } from '@/lib/i18n/locales';
import { nameLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { FacetCountsOf, Suggestion } from '../schema';
import type { SearchIndex } from '../search-index';
import { best, matcherOf, type Scored, suggestStories, termScore } from '../suggestions';
import { parseText } from '../text-query';
import type { StoryFacet } from './schema';

/** Most suggestions of one kind beside the stories themselves. */
const PLACES = 2;
const TERMS = 3;

/** What suggestions for the list of stories are made from. */
export interface StorySuggestionContext {
  index: SearchIndex;
  /** Counts over all stories. */
  facets: FacetCountsOf<StoryFacet>;
  vocab: Vocabularies;
  locale: Locale;
  limit: number;
}

/** Suggestions for a text in the list of stories: districts, kinds of practice and groups, stories by title or organisation. */
export function suggestAmongStories(
  text: string,
  { index, facets, vocab, locale, limit }: StorySuggestionContext,
): Suggestion[] {
  const parsed = parseText(text);
  if (parsed.kind !== 'query' || limit <= 0) return [];
  const matches = matcherOf(text);
  const countOf = (facet: StoryFacet, value: string) =>
    facets[facet].find((counted) => counted.value === value)?.count ?? 0;
  const found = (
    facet: 'district' | 'practiceType' | 'beneficiary',
    value: string,
    label: string,
    score: number,
  ): Scored[] => {
    const count = score === 0 ? 0 : countOf(facet, value);
    if (count === 0) return [];
    const leadsTo = { storyFacet: facet, value };
    const kind = facet === 'district' ? 'place' : 'term';
    return [{ score, count, suggestion: { kind, label, detail: null, count, leadsTo } }];
  };
  const places = [...vocab.districts.values()].flatMap((district) =>
    found(
      'district',
      district.code,
      nameLabel(district, locale),
      Math.max(matches(district.nameSr), matches(district.nameEn)),
    ),
  );
  const terms = (['practiceType', 'beneficiary'] as const).flatMap((facet) =>
    vocab
      .terms(facet)
      .flatMap((term) =>
        found(
          facet,
          term.code,
          nameLabel({ nameSr: term.labelSr, nameSrCyrl: term.labelSrCyrl, nameEn: term.labelEn }, locale),
          termScore(term, matches),
        ),
      ),
  );
  const others = [...best(places).slice(0, PLACES), ...best(terms).slice(0, TERMS)].slice(0, limit);
  return [...others, ...suggestStories(parsed.query, index, locale, limit - others.length)];
}
