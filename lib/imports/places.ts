import { editDistance, fold } from '@/lib/serbian';
import { fail, ok, type Result } from '@/lib/shared/result';
import type { Municipality } from '@/lib/taxonomies/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import type { CellError } from './report';

/** Code of a district by its name in any script, or by its number. */
export function readDistrict(cell: string, vocabularies: Vocabularies): Result<string | null, CellError> {
  if (cell === '') return ok(null);
  const district = vocabularies.resolveDistrict(cell);
  if (district) return ok(district.code);
  const names = [...vocabularies.districts.values()].map(({ nameSr }) => nameSr);
  return fail({ code: 'unknownDistrict', params: { nearest: nearestName(cell, names) } });
}

/** A municipality by its name in any script, code or id; the district tells apart those that bear the same name. */
export function readMunicipality(
  cell: string,
  districtCell: string,
  vocabularies: Vocabularies,
): Result<Municipality | null, CellError> {
  if (cell === '') return ok(null);
  const municipality =
    vocabularies.resolveMunicipality(cell, districtCell || null) ?? vocabularies.resolveMunicipality(cell);
  if (municipality) return ok(municipality);
  const all = [...vocabularies.municipalities.values()];
  const bearers = all.filter(({ nameSr }) => fold(nameSr.replace(/ \(.*\)$/, '')) === fold(cell).trim());
  if (bearers.length > 1) {
    return fail({
      code: 'ambiguousMunicipality',
      params: { allowed: bearers.map((bearer) => withDistrict(bearer, vocabularies)).join(', ') },
    });
  }
  return fail({
    code: 'unknownMunicipality',
    params: {
      nearest: nearestName(
        cell,
        all.map(({ nameSr }) => nameSr),
      ),
    },
  });
}

function withDistrict({ nameSr, districtCode }: Municipality, vocabularies: Vocabularies): string {
  return `${nameSr} (${vocabularies.districts.get(districtCode)?.nameSr ?? districtCode})`;
}

/** The name most like a text; '' when none is. */
function nearestName(text: string, names: readonly string[]): string {
  const wanted = fold(text).trim();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const near = names
    .map((name) => ({ name, distance: editDistance(wanted, fold(name), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name ?? '';
}

/** A municipality's id, and that of the city of which it is a part: sources often name only the city. */
export function municipalityAndCity(id: string | null, vocabularies: Vocabularies): string[] {
  const own = id === null ? undefined : vocabularies.municipalities.get(id);
  if (!own) return [];
  if (own.level !== 'city_municipality') return [own.id];
  const cities = [...vocabularies.municipalities.values()].filter(
    ({ level, districtCode }) => level === 'city' && districtCode === own.districtCode,
  );
  return [own.id, ...cities.map((city) => city.id)];
}
