import type { Locale } from '@/lib/i18n/locales';
import { inScript } from '@/lib/serbian';
import type { Term } from './schema';
import type { Vocabularies } from './vocabularies';

/** Something with a name in Serbian (Latin) and perhaps in English. */
interface Named {
  nameSr: string;
  /** Where the Cyrillic name is not the derived one. */
  nameSrCyrl?: string | null;
  nameEn?: string | null;
}

/** A name in the visitor's language and script; the Serbian one where there is no English. */
export function nameLabel(named: Named, locale: Locale): string {
  if (locale === 'sr-Cyrl' && named.nameSrCyrl) return named.nameSrCyrl;
  return locale === 'en' ? (named.nameEn ?? named.nameSr) : inScript(named.nameSr, locale);
}

/** A term's label in the visitor's language and script; the code itself for a term that does not exist. */
export function termLabel(vocab: Vocabularies, taxonomy: string, code: string, locale: Locale): string {
  const term = vocab.term(taxonomy, code);
  if (!term) return code;
  return nameLabel({ nameSr: term.labelSr, nameSrCyrl: term.labelSrCyrl, nameEn: term.labelEn }, locale);
}

/** A term's explanation in the visitor's language and script; null where it needs none. */
export function termNote(vocab: Vocabularies, taxonomy: string, code: string, locale: Locale): string | null {
  const term = vocab.term(taxonomy, code);
  if (!term?.noteSr) return null;
  return nameLabel({ nameSr: term.noteSr, nameEn: term.noteEn }, locale);
}

/**
 * Label of a facet's value where a vocabulary or the gazetteer holds it (a field of activities is a value of
 * `activity` too); null for values whose words stand in messages (founded, verified, website, precision, not stated).
 */
export function facetLabel(vocab: Vocabularies, facet: string, value: string, locale: Locale): string | null {
  const place = placeOfFacet(vocab, facet, value);
  if (place) return nameLabel(place, locale);
  if (vocab.term(facet, value)) return termLabel(vocab, facet, value, locale);
  if (facet === 'activity' && vocab.term('activityField', value)) {
    return termLabel(vocab, 'activityField', value, locale);
  }
  return null;
}

function placeOfFacet(vocab: Vocabularies, facet: string, value: string): Named | undefined {
  if (facet === 'region') return vocab.regions.get(value);
  if (facet === 'district') return vocab.districts.get(value);
  if (facet === 'municipality') return vocab.municipalities.get(value);
  return undefined;
}

/** Where something is, as far as it is known. */
interface Place {
  town: string | null;
  municipality: Named | null;
  district: Named | null;
}

/** "Opovo, Južnobanatski okrug": the settlement (or municipality) and the district; null when neither is known. */
export function placeLabel(place: Place, locale: Locale): string | null {
  const near = place.town === null ? place.municipality : { nameSr: place.town };
  const parts = [near, place.district].filter((part) => part !== null).map((part) => nameLabel(part, locale));
  return parts.length > 0 ? parts.join(', ') : null;
}

/** The tile's mark of an activity or a field; null when neither it nor a broader term has one. */
export function markOf(vocab: Vocabularies, term: Term): string | null {
  return term.mark ?? vocab.ancestors(term).find((broader) => broader.mark !== null)?.mark ?? null;
}
