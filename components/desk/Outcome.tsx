import type { DoneWord, PageFault } from '@/lib/accounts/outcomes';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

export type { DoneWord, PageFault } from '@/lib/accounts/outcomes';

/** How the last form went: what is wrong (with a link to the field), or what is done. */
export function Outcome({ locale, fault, done }: { locale: Locale; fault: PageFault | null; done: DoneWord | null }) {
  const t = words(locale, 'Desk');
  if (fault) {
    const text = faultText(locale, fault);
    return (
      <div className="errsum" role="alert">
        <h2>{t('faultHeading')}</h2>
        <p>{fault.field ? <a href={`#${fault.field}`}>{text}</a> : text}</p>
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

export function faultText(locale: Locale, { word, minutes }: PageFault): string {
  return words(locale, 'DeskFaults')(word, { minutes });
}

/** The words of a fault, for the field that it belongs to. */
export function faultOf(locale: Locale, fault: PageFault | null, field: string): string | undefined {
  return fault?.field === field ? faultText(locale, fault) : undefined;
}
