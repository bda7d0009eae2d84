import type { Article, WithContext } from 'schema-dts';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { isDrawnDistrict } from '@/lib/site/districts';
import { COALITION_SITE } from '@/lib/site/names';
import type { Shown } from '@/lib/site/present-line';
import { termLabel } from '@/lib/taxonomies/present';
import { storyPlaceLabel } from './place-label';
import { bilingual, licencePage, organisationName, presentStory } from './present';
import type { StoryRecord } from './types';

/**
 * A story in the words of schema.org, for search engines. Only what is told is said: an author where one is named, and
 * otherwise, for a collected story, the coalition that wrote the summary.
 * @param address whole address of the story's page
 * @param origin where the site stands, without a slash at the end
 */
export function storyJsonLd(story: StoryRecord, address: string, origin: string, shown: Shown): WithContext<Article> {
  const { locale, vocab } = shown;
  const model = presentStory(story, shown);
  const coalition = { '@type': 'Organization', name: words(locale, 'Site')('coalition'), url: COALITION_SITE };
  const organisation = organisationName(story.organisation, locale);
  const body = model.sections.flatMap(({ text }) => text.paragraphs.map((lines) => lines.join('\n'))).join('\n\n');
  return dropEmpty({
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': `${address}#story`,
    mainEntityOfPage: address,
    url: address,
    headline: model.title,
    description: model.summary.paragraphs.flat().join(' '),
    articleBody: body === '' ? undefined : body,
    inLanguage: model.lang ?? locale,
    datePublished: story.publishedAt.toISOString(),
    dateModified: story.updatedAt.toISOString(),
    author:
      story.authorName !== null
        ? { '@type': 'Person', name: story.authorName }
        : story.origin === 'collected' || organisation === null
          ? coalition
          : { '@type': 'Organization', name: organisation },
    publisher: coalition,
    about:
      organisation === null
        ? undefined
        : dropEmpty({
            '@type': 'Organization',
            name: organisation,
            url: story.organisation.record
              ? origin + hrefFor(locale, '/enterprises/[slug]', { slug: story.organisation.record.slug })
              : undefined,
          }),
    keywords: story.practiceTypes.map((code) => termLabel(vocab, 'practiceType', code, locale)),
    contentLocation: toPlace(story, shown),
    image: model.photos.map(({ src }) => origin + src),
    isBasedOn: story.source?.url,
    license: licencePage(story.licence) ?? undefined,
    isAccessibleForFree: true,
  }) as WithContext<Article>;
}

function toPlace({ place }: StoryRecord, { locale }: Shown) {
  const name = storyPlaceLabel(place, locale);
  if (name === null) return undefined;
  const { position, district } = place;
  const country = place.countryCode ?? (district !== null && isDrawnDistrict(district.code) ? 'RS' : undefined);
  return dropEmpty({
    '@type': 'Place',
    name,
    address:
      // XK is a code of users, not of ISO 3166.
      country === undefined || country === 'XK'
        ? undefined
        : dropEmpty({
            '@type': 'PostalAddress',
            addressLocality: place.town === null ? undefined : bilingual({ sr: place.town, en: null }, locale).text,
            addressCountry: country,
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
