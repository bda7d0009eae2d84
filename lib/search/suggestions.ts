import type { Locale } from '@/lib/i18n/locales';
import { inScript, isStopWord, stems, tokenize } from '@/lib/serbian';
import { nameLabel } from '@/lib/taxonomies/present';
import type { Term } from '@/lib/taxonomies/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { Directory } from './directory';
import type { FacetCounts, FacetName, Suggestion } from './schema';
import type { SearchIndex } from './search-index';
import { parseText, type TextQuery } from './text-query';

/** Facets whose terms are suggested. */
const SUGGESTED_FACETS = [
  'activityField',
  'activity',
  'product',
  'targetGroup',
  'legalForm',
] as const satisfies readonly FacetName[];

/** Most suggestions of one kind, as long as there are others. */
const PLACES = 3;
const TERMS = 3;
const STORIES = 2;

/** What suggestions are made from. */
export interface SuggestionContext {
  directory: Directory;
  /** The index of the stories, whose titles are suggested too. */
  stories: SearchIndex;
  /** Counts over all records. */
  facets: FacetCounts;
  vocab: Vocabularies;
  locale: Locale;
  /** Most suggestions in all. */
  limit: number;
}

/** Suggestions for a text: every word of it must begin a word of the name, or be a form of one. */
export function suggestFrom(
  text: string,
  { directory, stories, facets, vocab, locale, limit }: SuggestionContext,
): Suggestion[] {
  const parsed = parseText(text);
  if (parsed.kind !== 'query' || limit <= 0) return [];
  const matches = matcherOf(text);
  const places = suggestPlaces(matches, facets, vocab, directory, locale);
  const terms = suggestTerms(matches, facets, vocab, locale);
  const enterprises = suggestEnterprises(parsed.query, directory, locale, limit);
  const told = suggestStories(parsed.query, stories, locale, STORIES);
  return share([places, terms, enterprises, told], [PLACES, TERMS, limit, STORIES], limit);
}

/** Some of each kind; what one kind leaves unused goes to the next ones. */
function share(kinds: readonly Suggestion[][], most: readonly number[], limit: number): Suggestion[] {
  const taken = kinds.map((kind, at) => Math.min(kind.length, most[at] ?? 0));
  const overflow = () => taken.reduce((sum, count) => sum + count, 0) - limit;
  // The kind with the most gives way first, so that none disappears.
  while (overflow() > 0) {
    const largest = taken.indexOf(Math.max(...taken));
    taken[largest] = (taken[largest] as number) - 1;
  }
  return kinds.flatMap((kind, at) => kind.slice(0, taken[at]));
}

/** Tells how well a name begins with what was typed: 2 in its first word, 1 in a later one, 0 not at all. */
type Matcher = (name: string) => 0 | 1 | 2;

interface Word {
  fold: string;
  stems: readonly string[];
}

/** Compares names with what was typed. */
export function matcherOf(text: string): Matcher {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isStopWord(word.fold));
  const typed = telling.length > 0 ? telling : words;
  const begins = (word: Word, start: Word) =>
    word.fold.startsWith(start.fold) || word.stems.some((stem) => start.stems.includes(stem));
  return (name) => {
    const ofName = knownWordsOf(name);
    const [first] = ofName;
    const [firstTyped] = typed;
    if (!first || !firstTyped || !typed.every((one) => ofName.some((word) => begins(word, one)))) return 0;
    return begins(first, firstTyped) ? 2 : 1;
  };
}

function wordsOf(text: string): Word[] {
  return tokenize(text).map(({ fold }) => ({ fold, stems: stems(fold) }));
}

// The same few thousand names are compared at every key that is pressed.
const NAMES_KEPT = 20_000;
const knownNames = new Map<string, Word[]>();

function knownWordsOf(name: string): Word[] {
  const known = knownNames.get(name) ?? wordsOf(name);
  if (knownNames.size >= NAMES_KEPT) knownNames.clear();
  knownNames.set(name, known);
  return known;
}

/** A suggestion with how well it fits. */
export interface Scored {
  score: number;
  count: number;
  suggestion: Suggestion;
}

/** The suggestions, the best first. */
export function best(found: readonly Scored[]): Suggestion[] {
  const inOrder = [...found].sort(
    (a, b) => b.score - a.score || b.count - a.count || a.suggestion.label.length - b.suggestion.label.length,
  );
  return inOrder.map(({ suggestion }) => suggestion);
}

const countOf = (facets: FacetCounts, facet: FacetName, value: string) =>
  facets[facet].find((counted) => counted.value === value)?.count ?? 0;

function suggestPlaces(
  matches: Matcher,
  facets: FacetCounts,
  vocab: Vocabularies,
  directory: Directory,
  locale: Locale,
): Suggestion[] {
  const found: Scored[] = [];
  const add = (
    facet: 'region' | 'district' | 'municipality',
    value: string,
    named: { nameSr: string; nameEn?: string | null },
    detail: string | null,
  ) => {
    const score = Math.max(matches(named.nameSr), matches(named.nameEn ?? ''));
    const count = score === 0 ? 0 : countOf(facets, facet, value);
    if (count === 0) return;
    found.push({
      score,
      count,
      suggestion: { kind: 'place', label: nameLabel(named, locale), detail, count, leadsTo: { facet, value } },
    });
  };
  const districtOf = (code: string) => {
    const district = vocab.districts.get(code);
    return district ? nameLabel(district, locale) : null;
  };
  for (const [code, region] of vocab.regions) {
    // A region of one district (Beograd) would only say the same place twice.
    const districts = [...vocab.districts.values()].filter((district) => district.regionCode === code);
    if (districts.length > 1) add('region', code, region, null);
  }
  for (const [code, district] of vocab.districts) add('district', code, district, null);
  for (const [id, municipality] of vocab.municipalities) {
    add('municipality', id, municipality, districtOf(municipality.districtCode));
  }
  // A town is no facet: it leads to the search for its name, once, however many municipalities have one of that name.
  // One that bears the name of its municipality, or of the city that this is a part of, is there already.
  const municipalNames = new Set([...vocab.municipalities.values()].map((one) => `${one.districtCode} ${one.nameSr}`));
  const told = new Set<string>();
  for (const { town, municipalityId } of directory.towns()) {
    const municipality = vocab.municipalities.get(municipalityId ?? '');
    const known = told.has(town) || municipalNames.has(`${municipality?.districtCode} ${town}`);
    const score = known ? 0 : matches(town);
    if (score === 0) continue;
    told.add(town);
    const label = inScript(town, locale);
    const parsed = parseText(`"${town}"`);
    const count = parsed.kind === 'query' ? directory.index.count(parsed.query) : 0;
    const detail = municipality ? inScript(municipality.nameSr, locale) : null;
    found.push({ score, count, suggestion: { kind: 'place', label, detail, count, leadsTo: { text: `"${label}"` } } });
  }
  return best(found);
}

function suggestTerms(matches: Matcher, facets: FacetCounts, vocab: Vocabularies, locale: Locale): Suggestion[] {
  const found = SUGGESTED_FACETS.flatMap((facet) =>
    vocab.terms(facet).flatMap((term): Scored[] => {
      const score = termScore(term, matches);
      const count = score === 0 ? 0 : countOf(facets, facet, term.code);
      if (count === 0) return [];
      const label = nameLabel({ nameSr: term.labelSr, nameSrCyrl: term.labelSrCyrl, nameEn: term.labelEn }, locale);
      return [
        {
          score,
          count,
          suggestion: { kind: 'term', label, detail: null, count, leadsTo: { facet, value: term.code } },
        },
      ];
    }),
  );
  return best(found);
}

/** How well a term fits; a label counts before a synonym. */
export function termScore(term: Term, matches: Matcher): number {
  const label = Math.max(matches(term.labelSr), matches(term.labelEn));
  if (label > 0) return label + 1;
  return term.synonyms.some((synonym) => matches(synonym.text) > 0) ? 1 : 0;
}

function suggestEnterprises(query: TextQuery, { index }: Directory, locale: Locale, limit: number): Suggestion[] {
  return index.names(index.rankNames(query, limit)).map((row): Suggestion => {
    const label =
      locale === 'sr-Cyrl' ? (row.nameSrCyrl ?? inScript(row.nameSr, locale)) : inScript(row.nameSr, 'sr-Latn');
    const place = row.town ?? row.municipality;
    return {
      kind: 'enterprise',
      label,
      detail: place === null ? null : inScript(place, locale),
      count: null,
      leadsTo: { slug: row.slug },
    };
  });
}

/** Stories whose title or organisation has the words. */
export function suggestStories(query: TextQuery, index: SearchIndex, locale: Locale, limit: number): Suggestion[] {
  return index.names(index.rankNames(query, limit)).map((row): Suggestion => {
    const title = locale === 'en' ? (row.nameEn ?? inScript(row.nameSr, 'sr-Latn')) : inScript(row.nameSr, locale);
    const place = row.town ?? row.municipality;
    return {
      kind: 'story',
      label: title,
      detail: place === null ? null : inScript(place, locale),
      count: null,
      leadsTo: { story: row.slug },
    };
  });
}
