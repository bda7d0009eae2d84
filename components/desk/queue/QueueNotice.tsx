import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { QueueOutcome } from '@/lib/queue/outcomes';

/** How the last form of the queue went: what did not work, or what is done. */
export function QueueNotice({ locale, outcome: { fault, done } }: { locale: Locale; outcome: QueueOutcome }) {
  const t = words(locale, 'DeskQueue');
  if (fault) {
    return (
      <div className="errsum" role="alert">
        <h2>{t('faultHeading')}</h2>
        <p>{t(`faults.${fault}`)}</p>
      </div>
    );
  }
  return (
    done && (
      <p className="notice" role="status">
        {t(`done.${done}`)}
      </p>
    )
  );
}
