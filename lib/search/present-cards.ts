import { hostOf, showName, showText } from '@/lib/enterprises/present';
import type { EnterpriseListItem, SourceRef } from '@/lib/enterprises/types';
import { distanceKm } from '@/lib/geo/distance';
import type { LatLng } from '@/lib/geo/types';
import { formatDay, formatDistance } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import type { Words } from '@/lib/i18n/words';
import { placeLabel, termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { type MarkedPiece, markMatches } from './highlight';
import type { HighlightTerms } from './schema';

/** One enterprise as the list shows it. */
export interface CardModel {
  id: number;
  href: string;
  mark: string;
  /** The mark in words. */
  markLabel: string | null;
  name: MarkedPiece[];
  /** Place, district and legal form. */
  where: string;
  what: {
    pieces: MarkedPiece[];
    /** Set where the text is not in the language of the page; `onlyIn` says so in words. */
    lang: Locale | null;
    onlyIn: string | null;
  } | null;
  /** On what the record stands, where its source does not call it a social enterprise. */
  basis: string | null;
  /** How far it is, when the list goes by distance. */
  distance: string | null;
  /** `url` is null where the source is only named. */
  source: { url: string | null; name: string; read: string | null } | null;
}

export interface CardContext {
  locale: Locale;
  vocab: Vocabularies;
  t: Words<'Directory'>;
  matcher: HighlightTerms;
  /** Where distances are measured from; null when the cards show none. */
  near: LatLng | null;
}

/** The basis of the records that their sources do not call social enterprises. */
export const WIDER_ECONOMY = 'wider_social_economy';

/** One enterprise as the list shows it. */
export function presentCard(item: EnterpriseListItem, context: CardContext): CardModel {
  const { locale, vocab, matcher } = context;
  return {
    id: item.id,
    href: hrefFor(locale, '/enterprises/[slug]', { slug: item.slug }),
    mark: item.mark,
    markLabel: fieldLabel(item, context),
    name: markMatches(showName(item.name, locale), matcher),
    where: whereLabel(item, context),
    what: presentActivity(item, context),
    basis: item.basis === WIDER_ECONOMY ? termLabel(vocab, 'basis', item.basis, locale) : null,
    distance: distanceLabel(item, context),
    source: item.source ? presentSource(item.source, context) : null,
  };
}

/** The field of the first activity in words: what the tile's mark says. */
function fieldLabel(item: EnterpriseListItem, { vocab, locale }: CardContext): string | null {
  const activity = item.activities[0] === undefined ? undefined : vocab.term('activity', item.activities[0]);
  const field = activity && vocab.ancestors(activity).find(({ mark }) => mark === item.mark);
  return field ? termLabel(vocab, field.taxonomy, field.code, locale) : null;
}

function whereLabel({ place, legalForm }: EnterpriseListItem, { vocab, locale, t }: CardContext): string {
  const form = legalForm === null ? null : lowerFirst(termLabel(vocab, 'legalForm', legalForm, locale));
  return [placeLabel(place, locale) ?? t('noPlace'), form].filter((part) => part !== null).join(' · ');
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function presentActivity(item: EnterpriseListItem, { locale, matcher, t }: CardContext): CardModel['what'] {
  const shown = showText(item.activityText, locale);
  if (!shown) return null;
  const onlyIn = shown.lang === null ? null : t(shown.lang === 'en' ? 'onlyEnglish' : 'onlySerbian');
  return { pieces: markMatches(shown.text, matcher), lang: shown.lang, onlyIn };
}

function distanceLabel({ place }: EnterpriseListItem, { near, locale, t }: CardContext): string | null {
  if (!near || !place.position) return null;
  return t('distance', { distance: formatDistance(locale, distanceKm(near, place.position)) });
}

function presentSource(source: SourceRef, { locale, t }: CardContext): CardModel['source'] {
  const read = source.retrievedOn === null ? null : t('readOn', { day: formatDay(locale, source.retrievedOn) });
  return { url: source.url, name: source.url === null ? source.title : hostOf(source.url), read };
}
