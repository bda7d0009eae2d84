import type { EnterpriseName, TermCode } from '@/lib/enterprises/types';
import type { DocumentView, PhotoView } from '@/lib/files/schema';
import type { Precision } from '@/lib/geo/types';
import type { LICENCES, PERIODS, ROLES, STILL_ALIVE } from '@/lib/submissions/fields';
import type { StoryTexts, TextLang } from './texts';

/** Sent through the form, or collected by the coalition from public sources. */
export type StoryOrigin = 'submitted' | 'collected';

export interface StoryWords extends StoryTexts {
  /** Translated, not written in this language. */
  translated: boolean;
}

/** Who did it: as named, and the record of the directory where there is one. */
export interface StoryOrganisation {
  name: string | null;
  record: { id: number; slug: string; name: EnterpriseName } | null;
}

/** Where it was, as far as the public may see it. */
export interface StoryPlace {
  /** As written. */
  town: string | null;
  municipality: { id: string; nameSr: string } | null;
  district: { code: string; nameSr: string; nameEn: string | null } | null;
  /** ISO 3166-1 alpha-2; XK for Kosovo*; null where none is claimed. */
  countryCode: string | null;
  /** Degrees WGS84; null where the place is not known, or is not to be shown. */
  position: { lat: number; lng: number; precision: Precision } | null;
}

export type PhotoOfStory = Pick<PhotoView, 'key' | 'sizes' | 'alt' | 'author'>;
export type DocumentOfStory = Pick<DocumentView, 'key' | 'name' | 'bytes' | 'pages'>;

/** What a list shows of a story. A null is "not told". */
export interface StoryListItem {
  id: number;
  slug: string;
  origin: StoryOrigin;
  title: { sr: string | null; en: string | null };
  summary: { sr: string | null; en: string | null };
  organisation: StoryOrganisation;
  place: StoryPlace;
  period: (typeof PERIODS)[number] | null;
  /** YYYY-MM */
  startMonth: string | null;
  endMonth: string | null;
  ongoing: boolean;
  practiceTypes: TermCode[];
  beneficiaries: TermCode[];
  hasPhotos: boolean;
  source: { url: string; title: string | null; readOn: string | null } | null;
  publishedAt: Date;
}

/** Everything of a story that a page shows, whether it is published already or still to be checked by its author. */
export interface StoryLike
  extends Pick<
    StoryListItem,
    | 'origin'
    | 'organisation'
    | 'place'
    | 'period'
    | 'startMonth'
    | 'endMonth'
    | 'ongoing'
    | 'practiceTypes'
    | 'beneficiaries'
    | 'source'
  > {
  /** At least one. */
  texts: Partial<Record<TextLang, StoryWords>>;
  role: (typeof ROLES)[number] | null;
  /** As much of the author's name as the author allows. */
  authorName: string | null;
  licence: (typeof LICENCES)[number] | null;
  peopleReached: number | null;
  stillAlive: (typeof STILL_ALIVE)[number] | null;
  practiceOther: string | null;
  supporters: TermCode[];
  contentLabels: TermCode[];
  partners: string[];
  links: string[];
  photos: PhotoOfStory[];
  documents: DocumentOfStory[];
  /** YYYY-MM-DD on which somebody last said that the practice goes on. */
  confirmedOn: string | null;
  /** Before it is published there is none. */
  publishedAt?: Date | null;
}

/** A published story, whole. */
export interface StoryRecord extends StoryLike {
  id: number;
  slug: string;
  reference: string | null;
  publishedAt: Date;
  updatedAt: Date;
}
