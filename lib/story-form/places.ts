import type { LatLng } from '@/lib/geo/types';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { fold, inScript, tokenize } from '@/lib/serbian';
import { nameLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

/** A place of the gazetteer as the form offers it. */
export interface PlaceOption extends LatLng {
  /** `settlement:ID` or `municipality:ID` */
  id: string;
  /** In the visitor's script; this goes into the field. */
  name: string;
  /** What tells it from others of its name. */
  detail: string;
}

interface Known extends LatLng {
  id: string;
  nameSr: string;
  kind: 'settlement' | 'municipality' | 'city';
  municipalityId: string;
  districtCode: string;
  population: number;
  /** Folded name without what stands in brackets. */
  folded: string;
  /** Folded words of its name, and of its municipality and district. */
  name: readonly string[];
  around: readonly string[];
}

const LONGEST = 120;
const gazetteers = new WeakMap<Vocabularies, Known[]>();

/**
 * Places whose name begins with what is typed, in any script and spelling, the nearest match and the largest first. Words
 * after the first may name the municipality or the district ("Kamenica Niš").
 */
export function suggestPlaces(text: string, vocab: Vocabularies, locale: Locale, limit: number): PlaceOption[] {
  if (text.length > LONGEST) return [];
  const typed = tokenize(text).map((token) => token.fold);
  if (typed.length === 0) return [];
  const whole = typed.join(' ');
  return gazetteer(vocab)
    .flatMap((place) => {
      const rank = rankOf(place, typed, whole);
      return rank === 0 ? [] : [{ place, rank }];
    })
    .sort((a, b) => b.rank - a.rank || b.place.population - a.place.population)
    .slice(0, limit)
    .map(({ place }) => toOption(place, vocab, locale));
}

function rankOf(place: Known, typed: readonly string[], whole: string): number {
  if (place.folded === whole) return 4;
  if (place.folded.startsWith(whole)) return 3;
  const begins = (word: string) => place.name.some((name) => name.startsWith(word));
  const near = (word: string) => place.around.some((name) => name.startsWith(word));
  if (!begins(typed[0] ?? '') || !typed.every((word) => begins(word) || near(word))) return 0;
  return place.name[0]?.startsWith(typed[0] ?? '') ? 2 : 1;
}

/** What a text names: one place, several of one name, or none. */
export type ResolvedPlace =
  | { found: 'one'; place: PlaceOption }
  | { found: 'several'; places: PlaceOption[] }
  | { found: 'none' };

const MOST_OF_ONE_NAME = 8;

/**
 * The place that a text names, for who had no list to pick from: its whole name, perhaps with the municipality or district
 * behind it. A settlement counts before the municipality that bears its name, since it says more.
 */
export function resolvePlaceName(text: string, vocab: Vocabularies, locale: Locale): ResolvedPlace {
  if (text.length > LONGEST) return { found: 'none' };
  const typed = tokenize(text).map((token) => token.fold);
  const named = gazetteer(vocab).filter((place) => isNamed(place, typed));
  const settlements = named.filter(({ kind }) => kind === 'settlement');
  const places = named.filter(
    (place) =>
      place.kind === 'settlement' ||
      !settlements.some(({ municipalityId }) => `municipality:${municipalityId}` === place.id),
  );
  const [only] = places;
  if (!only) return { found: 'none' };
  if (places.length === 1) return { found: 'one', place: toOption(only, vocab, locale) };
  const inOrder = [...places].sort((a, b) => b.population - a.population).slice(0, MOST_OF_ONE_NAME);
  return { found: 'several', places: inOrder.map((place) => toOption(place, vocab, locale)) };
}

/** Every word of its name is there, and what else is there names what is around it. */
function isNamed(place: Known, typed: readonly string[]): boolean {
  if (typed.length === 0) return false;
  const name = place.folded.split(' ');
  if (!name.every((word, at) => typed[at] === word)) return false;
  return typed.slice(name.length).every((word) => place.around.includes(word));
}

/** A place by its id; null for an id that the gazetteer does not have. */
export function findPlace(id: unknown, vocab: Vocabularies, locale: Locale): PlaceOption | null {
  if (typeof id !== 'string' || id === '') return null;
  const place = gazetteer(vocab).find((known) => known.id === id);
  return place ? toOption(place, vocab, locale) : null;
}

/** Whether a text still names the place that was picked for it: the text can be changed where no script runs. */
export function namesPlace(text: string, id: string, vocab: Vocabularies): boolean {
  const place = gazetteer(vocab).find((known) => known.id === id);
  return (
    place !== undefined &&
    isNamed(
      place,
      tokenize(text).map((token) => token.fold),
    )
  );
}

function toOption(place: Known, vocab: Vocabularies, locale: Locale): PlaceOption {
  const t = words(locale, 'StoryForm');
  const municipality = vocab.municipalities.get(place.municipalityId);
  const kind =
    place.kind === 'settlement'
      ? t('placeKinds.settlement', { municipality: municipality ? inScript(municipality.nameSr, locale) : '' })
      : t(`placeKinds.${place.kind}`);
  const district = vocab.districts.get(place.districtCode);
  return {
    id: place.id,
    name: inScript(place.nameSr.replace(/ \(.*\)$/, ''), locale),
    detail: district ? `${kind}, ${nameLabel(district, locale)}` : kind,
    lat: place.lat,
    lng: place.lng,
  };
}

function gazetteer(vocab: Vocabularies): Known[] {
  const known = gazetteers.get(vocab);
  if (known) return known;
  const make = (id: string, kind: Known['kind'], place: PlaceRow, municipalityId: string): Known => {
    const bare = place.nameSr.replace(/ \(.*\)$/, '');
    const around = [
      place.nameSr,
      vocab.municipalities.get(municipalityId)?.nameSr ?? '',
      vocab.districts.get(place.districtCode)?.nameSr ?? '',
    ].flatMap(foldedWords);
    return {
      ...{ id, kind, municipalityId, nameSr: place.nameSr, lat: place.lat, lng: place.lng },
      ...{ districtCode: place.districtCode, population: place.population ?? 0 },
      ...{ folded: foldedWords(bare).join(' '), name: foldedWords(bare), around },
    };
  };
  const made = [
    ...vocab.settlements.map((one) => make(`settlement:${one.id}`, 'settlement', one, one.municipalityId)),
    ...[...vocab.municipalities.values()].map((one) =>
      make(
        `municipality:${one.id}`,
        one.level === 'city' ? 'city' : 'municipality',
        { ...one, population: null },
        one.id,
      ),
    ),
  ];
  gazetteers.set(vocab, made);
  return made;
}

interface PlaceRow extends LatLng {
  nameSr: string;
  districtCode: string;
  population: number | null;
}

const foldedWords = (text: string) => tokenize(fold(text)).map((token) => token.fold);
