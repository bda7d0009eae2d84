import { showName, showText } from '@/lib/enterprises/present';
import type { EnterpriseListItem, EnterprisePlace, EnterpriseRecord, SourceRef } from '@/lib/enterprises/types';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { inScript } from '@/lib/serbian';
import { DATA_LICENCE } from '@/lib/site/names';
import { nameLabel } from '@/lib/taxonomies/present';
import type { EnterpriseDetail, EnterpriseItem } from './schema';

const toSource = (source: SourceRef) => ({
  url: source.url,
  title: source.title,
  publisher: source.publisher,
  retrievedOn: source.retrievedOn,
});

function toPlace(place: EnterprisePlace, locale: Locale): EnterpriseItem['place'] {
  const { municipality, district, position } = place;
  return {
    town: place.town === null ? null : inScript(place.town, locale),
    municipality: municipality && {
      id: municipality.id,
      code: municipality.code,
      name: inScript(municipality.nameSr, locale),
    },
    district: district && { code: district.code, name: nameLabel(district, locale) },
    position: position && { lat: position.lat, lon: position.lng, precision: position.precision },
  };
}

/**
 * An enterprise as a list of the open interface has it.
 * @param site the site's own address without a slash at its end, e.g. "https://example.org"
 */
export function toApiItem(item: EnterpriseListItem, locale: Locale, site: string): EnterpriseItem {
  const activity = showText(item.activityText, locale);
  return {
    id: item.id,
    slug: item.slug,
    url: `${site}${hrefFor(locale, '/enterprises/[slug]', { slug: item.slug })}`,
    name: showName(item.name, locale),
    nameEn: item.name.en,
    basis: item.basis,
    legalForm: item.legalForm,
    activities: item.activities,
    targetGroups: item.targetGroups,
    activity: activity?.text ?? null,
    activityLang: activity?.lang ?? null,
    place: toPlace(item.place, locale),
    website: item.website,
    foundedYear: item.foundedYear,
    lastVerifiedOn: item.lastVerifiedOn,
    source: item.source && toSource(item.source),
  };
}

/** An enterprise, whole, as the open interface has it. */
export function toApiDetail(record: EnterpriseRecord, locale: Locale, site: string): EnterpriseDetail {
  return {
    ...toApiItem(record, locale, site),
    shortName: record.shortName === null ? null : inScript(record.shortName, locale),
    otherNames: record.otherNames.map((name) => inScript(name, locale)),
    registrationNumber: record.registrationNumber,
    taxId: record.taxId,
    legalStatus: record.legalStatus,
    coalitionCriteria: record.coalitionCriteria,
    size: record.size,
    operatingState: record.operatingState,
    products: record.products,
    networks: record.networks,
    mission: showText(record.mission, locale)?.text ?? null,
    description: showText(record.description, locale)?.text ?? null,
    contacts: record.contacts,
    lastVerifiedBy: record.lastVerifiedBy,
    lastVerifiedMethod: record.lastVerifiedMethod,
    facts: record.facts.map(({ field, value, note, source }) => ({ field, value, note, source: toSource(source) })),
    updatedAt: record.updatedAt.toISOString(),
    licence: DATA_LICENCE,
  };
}
