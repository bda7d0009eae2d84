import type { EnterpriseInput } from '@/lib/enterprises/schema';
import { fold } from '@/lib/serbian';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

/** Where a record stands by its municipality and town: in the middle of the settlement, or at the municipality's seat. */
export function positionOf(
  municipality: string | null,
  town: string | null,
  vocab: Vocabularies,
): EnterpriseInput['position'] {
  if (municipality === null) return null;
  const wanted = town === null ? '' : fold(town).trim();
  const settlement = vocab.settlements.find(
    ({ municipalityId, nameSr }) => municipalityId === municipality && fold(nameSr).trim() === wanted,
  );
  if (settlement) return { lat: settlement.lat, lng: settlement.lng, precision: 'settlement' };
  const seat = vocab.municipalities.get(municipality);
  return seat ? { lat: seat.lat, lng: seat.lng, precision: 'municipality' } : null;
}
