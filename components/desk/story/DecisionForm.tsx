import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import type { DeskStory } from '@/lib/moderation/story-queries';
import { DeskForm } from '../DeskForm';

interface DecisionFormProps {
  locale: Locale;
  story: DeskStory;
  /** Name of the decision. */
  decision: string;
  /** The queue's query, so that the next one comes from the same list. */
  queue: string;
  className?: string;
  children: ReactNode;
}

/** A form that decides: it says which state of the story was on the page. */
export function DecisionForm({ locale, story, decision, queue, className = '', children }: DecisionFormProps) {
  return (
    <DeskForm
      locale={locale}
      action="/api/desk/stories/decide"
      className={className}
      hidden={{
        ...{ story: String(story.id), decision, queue },
        revision: String(story.revision),
        version: String(story.newest.number),
        event: String(story.events[0]?.id ?? 0),
      }}
    >
      {children}
    </DeskForm>
  );
}
