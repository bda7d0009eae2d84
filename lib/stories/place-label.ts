import { countryName } from '@/lib/i18n/countries';
import type { Locale } from '@/lib/i18n/locales';
import { isDrawnDistrict } from '@/lib/site/districts';
import { placeLabel } from '@/lib/taxonomies/present';
import type { StoryPlace } from './types';

const HOME = 'RS';

/** "Vlasotince, Jablanički okrug", "Sirač, Hrvatska": settlement with its district or, elsewhere, its country; null when not told. */
export function storyPlaceLabel(
  { town, municipality, district, countryCode }: StoryPlace,
  locale: Locale,
): string | null {
  const drawn = district !== null && isDrawnDistrict(district.code) ? district : null;
  const country = countryCode === null || countryCode === HOME ? null : countryName(countryCode, locale);
  const near = placeLabel({ town, municipality, district: drawn }, locale);
  const parts = [near, country].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(', ');
  return countryCode === null ? null : countryName(countryCode, locale);
}
