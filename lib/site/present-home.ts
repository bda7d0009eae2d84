import { showName } from '@/lib/enterprises/present';
import type { ClothTile } from '@/lib/enterprises/queries';
import type { EnterpriseListItem } from '@/lib/enterprises/types';
import { hrefFor } from '@/lib/i18n/navigation';
import type { Words } from '@/lib/i18n/words';
import { type FacetCounts, type FacetName, NOT_STATED } from '@/lib/search/schema';
import { nameLabel, termLabel, termNote } from '@/lib/taxonomies/present';
import type { District } from '@/lib/taxonomies/schema';
import { isDrawnDistrict } from './districts';
import { type LineModel, presentLine, type Shown } from './present-line';

/** The five grounds of the cloth, by legal form. */
export type Ground = 1 | 2 | 3 | 4 | 5;

/** A count that leads to its records. */
export interface CountLink {
  href: string;
  label: string;
  count: number;
}

export interface HomeModel {
  /** Public records in the directory. */
  total: number;
  cloth: { id: number; href: string; name: string; mark: string | null; ground: Ground }[];
  key: { ground: Ground; label: string; count: number; href: string }[];
  fields: (CountLink & { mark: string; note: string | null })[];
  fieldNotStated: number;
  /** On what the records stand: called so by the source, wider social economy and so on; only what has records. */
  kinds: (CountLink & { code: string; note: string | null })[];
  districts: CountLink[];
  districtsFound: number;
  districtsOfAll: number;
  /** Names of the districts without a record. */
  districtsMissing: string[];
  districtNotStated: number;
  newest: LineModel[];
}

/** What the home page is made of, as read. */
export interface HomeFacts {
  total: number;
  facets: FacetCounts;
  cloth: readonly ClothTile[];
  newest: readonly EnterpriseListItem[];
}

const GROUNDS: Readonly<Record<string, Ground>> = {
  association: 1,
  cooperative: 2,
  enterprise_for_employment_of_pwd: 3,
};

/** Ground of a tile by its legal form; null is not stated. */
export function groundOf(legalForm: string | null): Ground {
  return legalForm === null ? 5 : (GROUNDS[legalForm] ?? 4);
}

/** The home page in the visitor's language: every number is a count of the database, every count leads to its records. */
export function presentHome(facts: HomeFacts, shown: Shown, t: Words<'Home'>): HomeModel {
  const { locale, vocab } = shown;
  const districts = presentDistricts(facts.facets, shown);
  return {
    total: facts.total,
    cloth: facts.cloth.map((tile) => ({
      id: tile.id,
      href: hrefFor(locale, '/enterprises/[slug]', { slug: tile.slug }),
      name: showName({ sr: tile.nameSr, srCyrl: tile.nameSrCyrl, en: tile.nameEn }, locale),
      mark: tile.mark === 'open' ? null : tile.mark,
      ground: groundOf(tile.legalForm),
    })),
    key: presentKey(facts.facets, shown, t),
    fields: vocab.terms('activityField').map((term) => ({
      href: directoryHref(shown, 'activityField', [term.code]),
      label: termLabel(vocab, 'activityField', term.code, locale),
      note: termNote(vocab, 'activityField', term.code, locale),
      mark: term.mark ?? 'open',
      count: countOf(facts.facets, 'activityField', term.code),
    })),
    fieldNotStated: countOf(facts.facets, 'activityField', NOT_STATED),
    kinds: vocab
      .terms('basis')
      .map((term) => ({
        code: term.code,
        href: directoryHref(shown, 'basis', [term.code]),
        label: termLabel(vocab, 'basis', term.code, locale),
        note: termNote(vocab, 'basis', term.code, locale),
        count: countOf(facts.facets, 'basis', term.code),
      }))
      .filter(({ count }) => count > 0),
    ...districts,
    districtNotStated: countOf(facts.facets, 'district', NOT_STATED),
    newest: facts.newest.map((item) => presentLine(item, shown)),
  };
}

function countOf(facets: FacetCounts, facet: FacetName, value: string): number {
  return facets[facet].find((entry) => entry.value === value)?.count ?? 0;
}

function directoryHref({ locale }: Shown, facet: FacetName, values: readonly string[]): string {
  return hrefFor(locale, '/enterprises', {}, new URLSearchParams(values.map((value) => [facet, value])));
}

function presentKey(facets: FacetCounts, shown: Shown, t: Words<'Home'>): HomeModel['key'] {
  const labels: Record<Ground, string> = {
    1: t('keyAssociation'),
    2: t('keyCooperative'),
    3: t('keyPwd'),
    4: t('keyOther'),
    5: t('keyNotStated'),
  };
  return ([1, 2, 3, 4, 5] as const)
    .map((ground) => {
      const entries = facets.legalForm.filter(({ value }) => groundOf(value === NOT_STATED ? null : value) === ground);
      return {
        ground,
        label: labels[ground],
        count: entries.reduce((sum, entry) => sum + entry.count, 0),
        href: directoryHref(
          shown,
          'legalForm',
          entries.map(({ value }) => value),
        ),
      };
    })
    .filter(({ count }) => count > 0);
}

function presentDistricts(facets: FacetCounts, shown: Shown) {
  const { locale, vocab } = shown;
  const drawn = [...vocab.districts.values()].filter(({ code }) => isDrawnDistrict(code));
  // "Zlatiborski" in a list of districts; the city keeps its whole name.
  const name = ({ nameSr, nameEn }: District) => nameLabel({ nameSr: nameSr.replace(/ okrug$/, ''), nameEn }, locale);
  const counted = facets.district.filter(({ value, count }) => value !== NOT_STATED && count > 0);
  const districts = counted
    .flatMap(({ value, count }) => {
      const district = vocab.districts.get(value);
      if (!district) return [];
      return [{ href: directoryHref(shown, 'district', [value]), label: name(district), count }];
    })
    .sort((a, b) => b.count - a.count);
  const withRecords = new Set(counted.map(({ value }) => value));
  return {
    districts,
    districtsFound: drawn.filter(({ code }) => withRecords.has(code)).length,
    districtsOfAll: drawn.length,
    districtsMissing: drawn.filter(({ code }) => !withRecords.has(code)).map(name),
  };
}
