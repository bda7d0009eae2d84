import 'server-only';
import type { Precision } from '@/lib/geo/types';
import { vocabularies } from '@/lib/taxonomies/queries';
import { publicAuthorName } from './author-name';
import type { StoryContent } from './content';
import { publicPlace } from './place';
import { findOrganisationRecord } from './queries';
import { langOf, type StoryTexts, TEXT_FIELDS } from './texts';
import type { DocumentOfStory, PhotoOfStory, StoryLike, StoryPlace } from './types';

/** What belongs to a story that is not published yet, and stands in no version of it. */
export interface PreviewParts {
  /** Name of the author as the contact has it; how much of it is shown is the author's choice. */
  contactName: string | null;
  /** The files, as `lib/files` shows them; of the documents only the public ones are taken. */
  photos: readonly PhotoOfStory[];
  documents: readonly (DocumentOfStory & { audience: 'public' | 'staff' })[];
}

/** A story as the public would see it, from answers that are checked but not published. */
export function previewStory(content: StoryContent, { contactName, photos, documents }: PreviewParts): StoryLike {
  const { role, licence, period, startMonth, endMonth, ongoing, peopleReached, stillAlive } = content;
  const { practiceTypes, practiceOther, beneficiaries, partners, links, contentLabels } = content;
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, content[field]])) as unknown as StoryTexts;
  return {
    ...{ role, licence, period, startMonth, endMonth, ongoing, peopleReached, stillAlive },
    ...{ practiceTypes, practiceOther, beneficiaries, partners, links, contentLabels },
    origin: 'submitted',
    texts: { [langOf(content.submissionLocale)]: { ...texts, translated: false } },
    organisation: { name: content.organisationName, record: findOrganisationRecord(content.organisationId) },
    authorName: publicAuthorName(contactName, content.showName),
    supporters: content.support,
    place: previewPlace(content),
    photos: [...photos],
    documents: documents.filter(({ audience }) => audience === 'public'),
    source: null,
    confirmedOn: null,
  };
}

function previewPlace(content: StoryContent): StoryPlace {
  const vocab = vocabularies();
  const { municipalityId, districtCode, countryCode, lat, lng, precision } = publicPlace(content, vocab);
  const municipality = vocab.municipalities.get(municipalityId ?? '');
  return {
    town: content.place,
    municipality: municipality ? { id: municipality.id, nameSr: municipality.nameSr } : null,
    district: vocab.districts.get(districtCode ?? '') ?? null,
    countryCode,
    position:
      lat === null || lng === null || precision === null ? null : { lat, lng, precision: precision as Precision },
  };
}
