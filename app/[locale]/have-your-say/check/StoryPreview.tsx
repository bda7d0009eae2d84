import { StoryArticle } from '@/components/stories/StoryArticle';
import { filesOfDraft } from '@/lib/files/queries';
import type { Locale } from '@/lib/i18n/locales';
import { CONTENT_FIELDS, type StoryContent } from '@/lib/stories/content';
import { presentStory } from '@/lib/stories/present';
import { previewStory } from '@/lib/stories/preview';
import type { DraftView } from '@/lib/submissions/drafts';
import { checkAnswers } from '@/lib/submissions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';

interface StoryPreviewProps {
  locale: Locale;
  draft: DraftView;
  content: StoryContent;
  /** Opens the draft's files. */
  secret: string | null;
}

/** What of a draft can be shown as the public would see it; null while an answer is missing. */
export function previewable(draft: DraftView): StoryContent | null {
  const checked = checkAnswers(draft.answers, CONTENT_FIELDS);
  return checked.ok ? checked.value : null;
}

/** The very look that the published story will have. */
export async function StoryPreview({ locale, draft, content, secret }: StoryPreviewProps) {
  const { photos, documents } = await filesOfDraft(secret);
  const name = draft.answers.contactName;
  const story = previewStory(content, {
    contactName: typeof name === 'string' && name !== '' ? name : null,
    photos,
    documents,
  });
  return <StoryArticle locale={locale} model={presentStory(story, { locale, vocab: vocabularies() })} level={2} />;
}
