import { columnKey, findColumn, nearestColumn } from './column-names';
import { COLUMNS } from './columns';

/** For each column of a file, in its order, the name of ours that it means; null for one that is not read. */
export type ColumnMapping = readonly (string | null)[];

/** Titles that lists in Serbia have, beside the names that the importer knows itself. Compared as `columnKey`. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  name_sr: [
    'naziv',
    'ime',
    'naziv organizacije',
    'naziv preduzeća',
    'organizacija',
    'pun naziv',
    'name',
    'poslovno ime',
  ],
  name_en: ['naziv na engleskom', 'engleski naziv', 'english name'],
  short_name: ['skraćeni naziv', 'skraćenica', 'kratko ime'],
  registration_number: ['matični broj', 'mat broj', 'matični', 'registration no'],
  tax_id: ['poreski broj', 'poreski identifikacioni broj', 'vat'],
  legal_form: ['pravni oblik', 'oblik', 'pravna forma', 'forma'],
  founded_year: ['godina osnivanja', 'osnovano', 'godina', 'founded'],
  town: ['mesto', 'naselje', 'grad', 'sedište', 'city', 'place'],
  municipality: ['opština', 'grad ili opština', 'grad/opština', 'municipality'],
  district: ['okrug', 'upravni okrug'],
  street_address: ['adresa', 'ulica', 'ulica i broj', 'address'],
  postal_code: ['poštanski broj', 'ptt', 'zip'],
  lat: ['geografska širina', 'širina', 'latitude'],
  lon: ['geografska dužina', 'dužina', 'longitude', 'lng'],
  activity_sr: ['čime se bavi', 'opis delatnosti', 'delatnost opis'],
  sector: ['delatnost', 'oblast', 'oblast delatnosti', 'sektor'],
  target_groups: ['ciljna grupa', 'ciljne grupe', 'korisnici'],
  products: ['proizvodi', 'proizvodi i usluge', 'usluge'],
  website: ['sajt', 'veb sajt', 'web', 'web sajt', 'internet stranica', 'veb', 'site', 'url'],
  email: ['e-pošta', 'epošta', 'mejl', 'imejl', 'mail', 'e-mail adresa'],
  phone: ['telefon', 'tel', 'mobilni', 'kontakt telefon', 'broj telefona'],
  source_url: ['izvor', 'link izvora', 'source'],
  source_title: ['naslov izvora', 'ime izvora'],
  read_on: ['datum', 'pročitano'],
  accessed_note: ['napomena', 'komentar'],
  employees: ['broj zaposlenih', 'zaposleni', 'zaposlenih'],
};

const BY_TITLE: ReadonlyMap<string, string> = new Map(
  Object.entries(TITLES).flatMap(([name, titles]) => titles.map((title) => [columnKey(title), name] as const)),
);

/** What the columns of a file probably mean, by their titles; each of ours at most once. Pure. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  const taken = new Set<string>();
  const take = (name: string | null | undefined) => {
    if (!name || taken.has(name)) return null;
    taken.add(name);
    return name;
  };
  // What is certain first: a guess must not take its place.
  const certain = columns.map((title) => take(findColumn(title)?.name));
  const known = columns.map((title, index) => certain[index] ?? take(BY_TITLE.get(columnKey(title))));
  return columns.map((title, index) => known[index] ?? take(nearestColumn(title)));
}

/** A mapping as somebody chose it: names that are ours, and none twice. @returns null when it is none */
export function checkMapping(names: readonly string[]): ColumnMapping | null {
  const known = new Set(COLUMNS.map(({ name }) => name));
  const mapping = names.map((name) => (name === '' ? null : name));
  const used = mapping.filter((name) => name !== null);
  return used.every((name) => known.has(name)) && new Set(used).size === used.length ? mapping : null;
}

/** The titles of a file under which its columns are read. */
export function mappedColumns(columns: readonly string[], mapping: ColumnMapping): string[] {
  // A number in front: what is not read must not be taken for one of ours by its title.
  return columns.map((title, index) => mapping[index] ?? `(${index + 1}) ${title}`);
}
