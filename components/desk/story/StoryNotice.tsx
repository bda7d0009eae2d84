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
  if (fault)
    return (
      <div className="errsum" role="alert">
        <h2>{t('faultHeading')}</h2>
        <p>{t(`faults.${fault}`)}</p>
      </div>
    );
  return (
    done && (
      <p className="notice" role="status">
        {t(`done.${done}`)}
      </p>
    )
  );
}
