import type { StoryContent } from '@/lib/stories/content';
import type { FieldName } from '@/lib/submissions/fields';
import { findPersonalData, type HintKind } from '@/lib/submissions/hints';
import { ASKABLE, textsOfField } from './passages';

/** What may be personal data in one answer. */
export interface FieldHints {
  field: FieldName;
  kinds: HintKind[];
  count: number;
}

/** A place is asked for, and a link may hold anything; neither is a mistake. */
const EXPECTED: readonly FieldName[] = ['place', 'links'];

/** Answers in which something looks like personal data, in the order of the form. */
export function personalDataOf(content: StoryContent): FieldHints[] {
  return ASKABLE.filter((field) => !EXPECTED.includes(field)).flatMap((field) => {
    const found = textsOfField(content, field).flatMap(findPersonalData);
    return found.length === 0
      ? []
      : [{ field, kinds: [...new Set(found.map(({ kind }) => kind))], count: found.length }];
  });
}
