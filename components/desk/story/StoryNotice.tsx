import { FormOutcome } from '@/components/desk/FormOutcome';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { StoryDone, StoryFault } from '@/lib/moderation/story-outcomes';

interface StoryNoticeProps {
  locale: Locale;
  fault: StoryFault | null;
  done: StoryDone | null;
}

/** How the last form went, in a colleague's words. */
export function StoryNotice({ locale, fault, done }: StoryNoticeProps) {
  const t = words(locale, 'DeskStory');
  return (
    <FormOutcome heading={t('faultHeading')} fault={fault && t(`faults.${fault}`)} done={done && t(`done.${done}`)} />
  );
}
