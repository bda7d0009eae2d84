import { HONEYPOT_INPUT, HONEYPOT_WRAPPER } from '@/lib/abuse/honeypot';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

/** What tells a person from a program: when the form was given out, and a field that nobody sees. */
export function Guards({ stamp, locale }: { stamp: { name: string; value: string }; locale: Locale }) {
  const t = words(locale, 'StoryForm');
  return (
    <>
      <input type="hidden" {...stamp} />
      <div {...HONEYPOT_WRAPPER}>
        <label>
          {t('check.trap')}
          <textarea {...HONEYPOT_INPUT} />
        </label>
      </div>
    </>
  );
}
