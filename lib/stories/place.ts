import 'server-only';
import type { Tx } from '@/lib/db';
import { isDrawnDistrict } from '@/lib/site/districts';
import type { StoryContent } from './content';

/** Where a published story is, as far as the public may see it. */
export interface StoryPlace {
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

const UNKNOWN = { settlementId: null, municipalityId: null, districtCode: null, countryCode: null };
const NO_POSITION = { lat: null, lng: null, precision: null };

/**
 * The public place of a story: that of the gazetteer to which it was assigned. The position is the settlement's (or the
 * seat's of the municipality) unless the author ticked the exact place; none where the author wants none.
 */
export async function publicPlace(
  tx: Tx,
  content: Pick<StoryContent, 'place' | 'placeId' | 'precision' | 'lat' | 'lng'>,
): Promise<StoryPlace> {
  const { position, ...known } = await inGazetteer(tx, content.placeId);
  const { lat, lng } = content;
  const exact = content.precision === 'exact' && lat !== null && lng !== null;
  return {
    place: content.place,
    ...known,
    ...(exact
      ? { lat, lng, precision: 'address' }
      : content.precision === 'none' || position === null
        ? NO_POSITION
        : position),
  };
}

async function inGazetteer(tx: Tx, placeId: string | null) {
  const [kind, id = ''] = placeId?.split(':') ?? [];
  if (kind === 'settlement' && /^\d{1,10}$/.test(id)) {
    const found = await tx.settlement.findUnique({ where: { id: Number(id) } });
    if (found)
      return {
        ...{ settlementId: found.id, municipalityId: found.municipalityId, districtCode: found.districtCode },
        countryCode: countryOf(found.districtCode),
        position: { lat: found.lat, lng: found.lng, precision: 'settlement' },
      };
  }
  if (kind === 'municipality') {
    const found = await tx.municipality.findUnique({ where: { id } });
    if (found)
      return {
        ...{ settlementId: null, municipalityId: found.id, districtCode: found.districtCode },
        countryCode: countryOf(found.districtCode),
        position: { lat: found.lat, lng: found.lng, precision: 'municipality' },
      };
  }
  return { ...UNKNOWN, position: null };
}

/** Of the districts that the base map draws apart we claim no country. */
const countryOf = (districtCode: string) => (isDrawnDistrict(districtCode) ? 'RS' : null);
