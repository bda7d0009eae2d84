import type { NGO, Organization, WithContext } from 'schema-dts';
import { showName, showText } from '@/lib/enterprises/present';
import type { EnterpriseRecord } from '@/lib/enterprises/types';
import { inScript } from '@/lib/serbian';
import { termLabel } from '@/lib/taxonomies/present';
import { isDrawnDistrict } from '../districts';
import { DATA_LICENCE } from '../names';
import type { Shown } from '../present-line';

/** Legal forms that schema.org has a narrower word for. */
const NON_GOVERNMENTAL: readonly (string | null)[] = ['association', 'foundation'];

/**
 * A record in the words of schema.org, for search engines. Only what is known is said; a place known by its
 * municipality has no point.
 * @param address whole address of the record's page
 */
export function toJsonLd(
  record: EnterpriseRecord,
  address: string,
  { locale, vocab }: Shown,
): WithContext<Organization | NGO> {
  const { place, name } = record;
  const description = showText(record.activityText, locale);
  const otherNames = [name.en, record.shortName, ...record.otherNames].filter((other) => other !== null);
  const sites = record.contacts.filter(({ value }) => /^https?:\/\//.test(value)).map(({ value }) => value);
  return dropEmpty({
    '@context': 'https://schema.org',
    '@type': NON_GOVERNMENTAL.includes(record.legalForm) ? 'NGO' : 'Organization',
    '@id': `${address}#organization`,
    name: showName(name, locale),
    alternateName: otherNames,
    description: description?.text,
    url: record.website ?? undefined,
    sameAs: sites.filter((site) => site !== record.website),
    mainEntityOfPage: {
      '@type': 'WebPage',
      '@id': address,
      dateModified: record.updatedAt.toISOString().slice(0, 10),
      license: DATA_LICENCE,
    },
    foundingDate: record.foundedYear === null ? undefined : String(record.foundedYear),
    taxID: record.taxId ?? undefined,
    identifier:
      record.registrationNumber === null
        ? undefined
        : { '@type': 'PropertyValue', propertyID: 'registrationNumber', value: record.registrationNumber },
    knowsAbout: record.activities.map((code) => termLabel(vocab, 'activity', code, locale)),
    email: record.contacts.find(({ kind }) => kind === 'email')?.value,
    telephone: record.contacts.find(({ kind }) => kind === 'phone')?.value,
    location: toPlace(place, { locale, vocab }),
  }) as WithContext<Organization | NGO>;
}

function toPlace(place: EnterpriseRecord['place'], { locale }: Shown) {
  const locality = place.town ?? place.municipality?.nameSr;
  const { position, district } = place;
  if (locality === undefined && district === null) return undefined;
  return dropEmpty({
    '@type': 'Place',
    address: dropEmpty({
      '@type': 'PostalAddress',
      streetAddress: place.streetAddress === null ? undefined : inScript(place.streetAddress, locale),
      postalCode: place.postalCode ?? undefined,
      addressLocality: locality === undefined ? undefined : inScript(locality, locale),
      addressRegion: district === null ? undefined : inScript(district.nameSr, locale),
      addressCountry: district !== null && isDrawnDistrict(district.code) ? 'RS' : undefined,
    }),
    geo:
      position === null || position.precision === 'municipality'
        ? undefined
        : { '@type': 'GeoCoordinates', latitude: position.lat, longitude: position.lng },
  });
}

function dropEmpty<T extends object>(fields: T): T {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as T;
}

/** JSON for a script element: a `<` in a text must not end it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
