import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { fold, toCyrillic, tokenize, toLatin } from '@/lib/serbian';
import { type MarkedPiece, markMatches } from './highlight';
import { EMPTY_QUERY, toSearchParams } from './params';
import type { DirectoryWords } from './present-list';
import type { HighlightTerms, Suggestion } from './schema';

/** What the search field shows under it while someone types, in the words of the page. */
export interface SuggestionList {
  groups: SuggestionGroup[];
  /** "5 predloga": said aloud when the list opens. */
  status: string;
  /** In which other spellings the text is searched for too; null when there is none to name. */
  spellings: string | null;
}

export interface SuggestionGroup {
  kind: Suggestion['kind'];
  heading: string;
  options: SuggestionOption[];
}

export interface SuggestionOption {
  /** The label in pieces; what was typed is marked in it. */
  label: MarkedPiece[];
  /** In which district or place it lies. */
  detail: string | null;
  /** How many enterprises stand behind it; null for an enterprise or a story. */
  count: string | null;
  href: string;
}

/** The groups in the order in which they stand. */
const KINDS = ['place', 'enterprise', 'story', 'term'] as const satisfies readonly Suggestion['kind'][];

/** Puts suggestions into groups, words and addresses. */
export function presentSuggestions(
  text: string,
  suggestions: readonly Suggestion[],
  locale: Locale,
  t: DirectoryWords = words(locale, 'Directory'),
): SuggestionList {
  const terms = termsOf(text);
  const groups = KINDS.map((kind) => ({
    kind,
    heading: t(`suggest.${kind}`),
    options: suggestions
      .filter((suggestion) => suggestion.kind === kind)
      .map((suggestion) => ({
        label: markMatches(suggestion.label, terms),
        detail: suggestion.detail,
        count: suggestion.count === null ? null : t('suggest.count', { count: suggestion.count }),
        href: hrefOf(suggestion, locale),
      })),
  })).filter(({ options }) => options.length > 0);
  return {
    groups,
    status: suggestions.length > 0 ? t('suggest.status', { count: suggestions.length }) : '',
    spellings: spellingsLabel(text, bestMatch(groups[0], locale), locale),
  };
}

/** Every typed word as it stands, the last one also as a beginning. */
function termsOf(text: string): HighlightTerms {
  const folds = tokenize(text).map((token) => token.fold);
  return { words: folds, stems: [], prefix: folds.at(-1) ?? null };
}

function hrefOf({ leadsTo }: Suggestion, locale: Locale): string {
  if ('slug' in leadsTo) return hrefFor(locale, '/enterprises/[slug]', { slug: leadsTo.slug });
  if ('story' in leadsTo) return hrefFor(locale, '/stories/[slug]', { slug: leadsTo.story });
  if ('storyFacet' in leadsTo) return hrefFor(locale, '/stories', {}, { [leadsTo.storyFacet]: leadsTo.value });
  const query =
    'text' in leadsTo
      ? { ...EMPTY_QUERY, text: leadsTo.text }
      : { ...EMPTY_QUERY, facets: { [leadsTo.facet]: [leadsTo.value] } };
  return hrefFor(locale, '/enterprises', {}, toSearchParams(query));
}

/** The Serbian word that the first suggestion matched, rightly spelt; null where it is an English one. */
function bestMatch(group: SuggestionGroup | undefined, locale: Locale): string | null {
  if (!group || (locale === 'en' && group.kind === 'term')) return null;
  return group.options[0]?.label.find(({ marked }) => marked)?.text ?? null;
}

/** "Isto tražimo i kao Čačak i Чачак.": the word being typed in its other spellings, at most two. */
function spellingsLabel(text: string, match: string | null, locale: Locale): string | null {
  const typed = text.trim();
  if (match === null || !fold(match).startsWith(fold(typed))) return null;
  const isOther = (spelling: string) => spelling.toLowerCase() !== typed.toLowerCase();
  const [first, second] = [toLatin(match), toCyrillic(toLatin(match))].filter(isOther);
  if (first === undefined) return null;
  const t = words(locale, 'Directory');
  return t('suggest.spellings', { spellings: second === undefined ? first : t('suggest.and', { first, second }) });
}
