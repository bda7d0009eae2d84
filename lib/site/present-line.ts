import { showName } from '@/lib/enterprises/present';
import type { EnterpriseListItem } from '@/lib/enterprises/types';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { placeLabel, termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

/** An enterprise in one line of a short list: newest, nearby, similar. */
export interface LineModel {
  id: number;
  href: string;
  name: string;
  mark: string;
  /** The mark in words; null when no activity is known. */
  markLabel: string | null;
  /** Place and district; null when neither is known. */
  place: string | null;
  /** What this list adds: a day, a distance. */
  detail: string | null;
}

export interface Shown {
  locale: Locale;
  vocab: Vocabularies;
}

/** An enterprise as a line of a short list. */
export function presentLine(
  item: EnterpriseListItem,
  { locale, vocab }: Shown,
  detail: string | null = null,
): LineModel {
  return {
    id: item.id,
    href: hrefFor(locale, '/enterprises/[slug]', { slug: item.slug }),
    name: showName(item.name, locale),
    mark: item.mark,
    markLabel: fieldLabel(item, { locale, vocab }),
    place: placeLabel(item.place, locale),
    detail,
  };
}

/** The field of the first activity in words: what the tile's mark says. Null when no activity is known. */
export function fieldLabel(
  { activities }: Pick<EnterpriseListItem, 'activities'>,
  { locale, vocab }: Shown,
): string | null {
  const activity = activities[0] === undefined ? undefined : vocab.term('activity', activities[0]);
  const field = activity && vocab.ancestors(activity).find(({ mark }) => mark !== null);
  return field ? termLabel(vocab, field.taxonomy, field.code, locale) : null;
}
