import { isDrawnDistrict } from '@/lib/site/districts';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { StoryContent } from './content';

/** Where a story is, as far as the public may see it; the columns of `Story`. */
export interface PlaceColumns {
  place: string | null;
  settlementId: number | null;
  municipalityId: string | null;
  districtCode: string | null;
  countryCode: string | null;
  lat: number | null;
  lng: number | null;
  /** address, settlement or municipality; null without a position */
  precision: string | null;
}

const UNKNOWN = { settlementId: null, municipalityId: null, districtCode: null, countryCode: null, position: null };
const NO_POSITION = { lat: null, lng: null, precision: null };

/**
 * The public place of a story: that of the gazetteer to which it was assigned. The position is the settlement's (or the
 * seat's of the municipality) unless the author ticked the exact place; none where the author wants none.
 */
export function publicPlace(
  content: Pick<StoryContent, 'place' | 'placeId' | 'precision' | 'lat' | 'lng'>,
  vocab: Vocabularies,
): PlaceColumns {
  const { position, ...known } = inGazetteer(content.placeId, vocab);
  const { lat, lng } = content;
  const exact = content.precision === 'exact' && lat !== null && lng !== null;
  const shown = content.precision === 'none' || position === null ? NO_POSITION : position;
  return { place: content.place, ...known, ...(exact ? { lat, lng, precision: 'address' } : shown) };
}

function inGazetteer(placeId: string | null, vocab: Vocabularies) {
  const [kind, id = ''] = placeId?.split(':') ?? [];
  const settlement = kind === 'settlement' ? vocab.settlements.find((one) => String(one.id) === id) : undefined;
  if (settlement) {
    const { id: settlementId, municipalityId, districtCode, lat, lng } = settlement;
    const position = { lat, lng, precision: 'settlement' };
    return { settlementId, municipalityId, districtCode, countryCode: countryOf(districtCode), position };
  }
  const municipality = kind === 'municipality' ? vocab.municipalities.get(id) : undefined;
  if (!municipality) return UNKNOWN;
  const { districtCode, lat, lng } = municipality;
  const position = { lat, lng, precision: 'municipality' };
  return {
    settlementId: null,
    municipalityId: municipality.id,
    ...{ districtCode, countryCode: countryOf(districtCode), position },
  };
}

/** Of the districts that the base map draws apart we claim no country. */
const countryOf = (districtCode: string) => (isDrawnDistrict(districtCode) ? 'RS' : null);
