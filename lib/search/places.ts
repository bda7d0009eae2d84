import type { LatLng } from '@/lib/geo/types';
import { fold, isStopWord, stems, tokenize } from '@/lib/serbian';
import type { Municipality, Settlement } from '@/lib/taxonomies/schema';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

/** A place of the gazetteer with all the words that help to find it. */
interface Place {
  nameSr: string;
  lat: number;
  lng: number;
  population: number;
  /** Words of its own name. */
  name: ReadonlySet<string>;
  /** Those, and the words of its municipality and district, which tell two places of one name apart. */
  around: ReadonlySet<string>;
}

const places = new WeakMap<Vocabularies, Place[]>();

/** Longest text that can name a place. */
const MAX_PLACE_LENGTH = 100;

/**
 * Position of a settlement or municipality by its name as typed, in any script, with or without diacritics, in any
 * case ("u Novom Sadu"); the municipality or the district may follow ("Kamenica, Niš"). Of several of one name the
 * largest counts.
 * @returns null when the gazetteer has no such place
 */
export function resolvePlace(text: string, vocab: Vocabularies): LatLng | null {
  if (text.length > MAX_PLACE_LENGTH) return null;
  const words = tokenize(text)
    .map((token) => token.fold)
    .filter((word) => !isStopWord(word));
  if (words.length === 0) return null;
  const wanted = words.map((word) => [word, ...stems(word)]);
  const known = places.get(vocab) ?? listPlaces(vocab);
  places.set(vocab, known);

  const typed = fold(text).trim();
  const rank = (place: Place): readonly number[] => [
    fold(place.nameSr) === typed ? 1 : 0,
    wanted.every((forms) => forms.some((form) => place.name.has(form))) ? 1 : 0,
    place.population,
  ];
  const candidates = known
    .filter((place) => isMeant(place, wanted))
    .map((place) => ({ place, rank: rank(place) }))
    .sort((a, b) => compareRanks(b.rank, a.rank));
  const best = candidates[0]?.place;
  return best ? { lat: best.lat, lng: best.lng } : null;
}

/** Every word belongs to the place or to what is around it, and every word of its name is there. */
function isMeant(place: Place, wanted: readonly (readonly string[])[]): boolean {
  if (!wanted.every((forms) => forms.some((form) => place.around.has(form)))) return false;
  const given = new Set(wanted.flat());
  return tokenize(place.nameSr).every((token) => [token.fold, ...stems(token.fold)].some((form) => given.has(form)));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function listPlaces(vocab: Vocabularies): Place[] {
  const toPlace = (place: Settlement | Municipality, municipalityId: string): Place => {
    // "Palilula (Niš)": what stands in brackets tells it apart and is no part of the name.
    const nameSr = place.nameSr.replace(/ \(.*\)$/, '');
    const name = formsOf(nameSr);
    const municipality = vocab.municipalities.get(municipalityId)?.nameSr ?? '';
    const district = vocab.districts.get(place.districtCode)?.nameSr ?? '';
    const population = 'population' in place ? (place.population ?? 0) : 0;
    const around = new Set([...name, ...formsOf(place.nameSr), ...formsOf(municipality), ...formsOf(district)]);
    return { nameSr, lat: place.lat, lng: place.lng, population, name, around };
  };
  return [
    ...vocab.settlements.map((settlement) => toPlace(settlement, settlement.municipalityId)),
    ...[...vocab.municipalities.values()].map((municipality) => toPlace(municipality, municipality.id)),
  ];
}

function formsOf(text: string): Set<string> {
  return new Set(tokenize(text).flatMap((token) => [token.fold, ...stems(token.fold)]));
}
