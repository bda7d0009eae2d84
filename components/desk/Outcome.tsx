import { FormOutcome } from '@/components/desk/FormOutcome';
import type { DoneWord, PageFault } from '@/lib/accounts/outcomes';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

export type { DoneWord, PageFault } from '@/lib/accounts/outcomes';

/** How the last form went: what is wrong (with a link to the field), or what is done. */
export function Outcome({ locale, fault, done }: { locale: Locale; fault: PageFault | null; done: DoneWord | null }) {
  const t = words(locale, 'Desk');
  const text = fault && faultText(locale, fault);
  return (
    <FormOutcome
      heading={t('faultHeading')}
      fault={fault?.field ? <a href={`#${fault.field}`}>{text}</a> : text}
      done={done && t(`done.${done}`)}
    />
  );
}

export function faultText(locale: Locale, { word, minutes }: PageFault): string {
  return words(locale, 'DeskFaults')(word, { minutes });
}

/** The words of a fault, for the field that it belongs to. */
export function faultOf(locale: Locale, fault: PageFault | null, field: string): string | undefined {
  return fault?.field === field ? faultText(locale, fault) : undefined;
}
