import type { Locale } from '@/lib/i18n/locales';
import { type DiffPart, diffWords } from '@/lib/shared/word-diff';
import type { StoryContent } from '@/lib/stories/content';
import { answerWords } from '@/lib/story-form/answer-words';
import type { FieldName } from '@/lib/submissions/fields';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { ASKABLE } from './passages';

/** What changed in one answer, word by word. */
export interface FieldDiff {
  field: FieldName;
  parts: DiffPart[];
}

/** Photos that one version has and the other has not; `kept` have the same picture, perhaps with other words. */
export interface PhotoDiff {
  gone: string[];
  added: string[];
}

/** The answers that differ between two versions, in the order of the form, in the words of the desk's language. */
export function diffVersions(
  before: StoryContent,
  after: StoryContent,
  locale: Locale,
  vocab: Vocabularies,
): { fields: FieldDiff[]; photos: PhotoDiff } {
  const said = (content: StoryContent, field: FieldName) =>
    (answerWords(locale, field, { ...content }, vocab) ?? []).join('\n\n');
  const fields = ASKABLE.flatMap((field) => {
    const [was, is] = [said(before, field), said(after, field)];
    return was === is ? [] : [{ field, parts: diffWords(was, is) }];
  });
  const [had, has] = [before, after].map(({ photos }) => photos.map(({ file }) => file));
  return {
    fields,
    photos: {
      gone: (had ?? []).filter((file) => !has?.includes(file)),
      added: (has ?? []).filter((file) => !had?.includes(file)),
    },
  };
}

/** How many words were added and taken out. */
export function countChanges(fields: readonly FieldDiff[]): { added: number; gone: number } {
  const count = (kind: DiffPart['kind']) =>
    fields
      .flatMap(({ parts }) => parts)
      .filter((part) => part.kind === kind)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  return { added: count('new'), gone: count('gone') };
}
