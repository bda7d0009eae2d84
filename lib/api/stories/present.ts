import { fileAddress, photoSources } from '@/lib/files/addresses';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { inScript } from '@/lib/serbian';
import { bilingual, licencePage, organisationName } from '@/lib/stories/present';
import type { TextField } from '@/lib/stories/texts';
import type { StoryLike, StoryListItem, StoryRecord } from '@/lib/stories/types';
import { nameLabel } from '@/lib/taxonomies/present';
import type { StoryDetail, StoryItem } from './schema';

type Common = Omit<StoryListItem, 'title' | 'summary' | 'hasPhotos'>;

const scripted = (text: string, locale: Locale) => inScript(text, locale === 'en' ? 'sr-Latn' : locale);

function toPlace({ town, municipality, district, countryCode, position }: StoryLike['place'], locale: Locale) {
  return {
    name: town === null ? null : scripted(town, locale),
    municipality: municipality && { id: municipality.id, name: scripted(municipality.nameSr, locale) },
    district: district && { code: district.code, name: nameLabel(district, locale) },
    countryCode,
    position: position && { lat: position.lat, lon: position.lng, precision: position.precision },
  };
}

function toOrganisation(organisation: StoryLike['organisation'], locale: Locale, site: string) {
  const { record } = organisation;
  return {
    name: organisationName(organisation, locale),
    enterpriseId: record?.id ?? null,
    url: record ? `${site}${hrefFor(locale, '/enterprises/[slug]', { slug: record.slug })}` : null,
  };
}

type Texts = { title: { sr: string | null; en: string | null }; summary: { sr: string | null; en: string | null } };

function toItem(story: Common & Texts, locale: Locale, site: string): StoryItem {
  const title = bilingual(story.title, locale);
  return {
    id: story.id,
    slug: story.slug,
    url: `${site}${hrefFor(locale, '/stories/[slug]', { slug: story.slug })}`,
    origin: story.origin,
    title: title.text,
    summary: bilingual(story.summary, locale).text,
    textLang: title.lang,
    organisation: toOrganisation(story.organisation, locale, site),
    place: toPlace(story.place, locale),
    ...{ period: story.period, startMonth: story.startMonth, endMonth: story.endMonth, ongoing: story.ongoing },
    ...{ practiceTypes: story.practiceTypes, beneficiaries: story.beneficiaries, source: story.source },
    publishedAt: story.publishedAt.toISOString(),
  };
}

/**
 * A story as a list of the open interface has it.
 * @param site the site's own address without a slash at its end
 */
export function toApiStory(story: StoryListItem, locale: Locale, site: string): StoryItem {
  return toItem(story, locale, site);
}

/** A story, whole, as the open interface has it. */
export function toApiStoryDetail(story: StoryRecord, locale: Locale, site: string): StoryDetail {
  const both = (field: TextField) => ({ sr: story.texts.sr?.[field] ?? null, en: story.texts.en?.[field] ?? null });
  const told = (field: TextField) => {
    const text = both(field);
    return text.sr === null && text.en === null ? null : bilingual(text, locale).text;
  };
  return {
    ...toItem({ ...story, title: both('title'), summary: both('summary') }, locale, site),
    ...{ problem: told('problem'), whatWasDone: told('whatWasDone'), results: told('results') },
    ...{ resources: told('resources'), supportNote: told('supportNote'), difficulties: told('difficulties') },
    ...{ whatWouldHelp: told('whatWouldHelp'), transfer: told('transfer') },
    practiceOther: story.practiceOther === null ? null : scripted(story.practiceOther, locale),
    ...{ supporters: story.supporters, contentLabels: story.contentLabels, peopleReached: story.peopleReached },
    ...{ stillAlive: story.stillAlive, confirmedOn: story.confirmedOn, role: story.role },
    authorName: story.authorName === null ? null : scripted(story.authorName, locale),
    partners: story.partners.map((name) => scripted(name, locale)),
    photos: story.photos.map((photo) => ({
      url: site + photoSources(photo).src,
      alt: scripted(photo.alt, locale),
      author: photo.author === '' ? null : scripted(photo.author, locale),
    })),
    documents: story.documents.map(({ key, bytes, pages }) => ({
      url: site + fileAddress(key, 'document.pdf'),
      ...{ bytes, pages },
    })),
    links: story.links,
    licence: story.licence,
    licenceUrl: licencePage(story.licence),
    updatedAt: story.updatedAt.toISOString(),
  };
}
