import { CONTACT_FIELDS, FIELD_NAMES, type FieldName } from '@/lib/submissions/fields';
import type { StoryInput } from '@/lib/submissions/schema';

const CONSENT_FIELDS = ['consentPublish', 'consentResearch', 'consentSocial'] as const satisfies readonly FieldName[];

type PersonalField = (typeof CONTACT_FIELDS)[number] | (typeof CONSENT_FIELDS)[number];

/** What a version of a story holds: the checked answers without the contact and the consents. */
export type StoryContent = Omit<StoryInput, PersonalField>;

const PERSONAL: ReadonlySet<string> = new Set([...CONTACT_FIELDS, ...CONSENT_FIELDS]);

/** The questions whose answers a version holds. */
export const CONTENT_FIELDS = FIELD_NAMES.filter((field) => !PERSONAL.has(field)) as (keyof StoryContent)[];

/** The part of checked answers that belongs into a version. */
export function toStoryContent(input: StoryInput): StoryContent {
  return Object.fromEntries(CONTENT_FIELDS.map((field) => [field, input[field]])) as unknown as StoryContent;
}
