import { FormOutcome } from '@/components/desk/FormOutcome';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { QueueOutcome } from '@/lib/queue/outcomes';

/** How the last form of the queue went: what did not work, or what is done. */
export function QueueNotice({ locale, outcome: { fault, done } }: { locale: Locale; outcome: QueueOutcome }) {
  const t = words(locale, 'DeskQueue');
  return (
    <FormOutcome heading={t('faultHeading')} fault={fault && t(`faults.${fault}`)} done={done && t(`done.${done}`)} />
  );
}
