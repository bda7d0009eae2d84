import { formatClock } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { DeskForm } from '../DeskForm';

export interface DecidedView {
  event: number;
  reference: string;
  /** Name of the decision. */
  decision: string;
  until: Date;
}

interface DecidedBannerProps {
  locale: Locale;
  decided: DecidedView;
  /** Page of the desk to come back to. */
  back: string;
  mayUndo: boolean;
}

/** What was just decided, and the way back for 15 minutes. */
export function DecidedBanner({ locale, decided, back, mayUndo }: DecidedBannerProps) {
  const t = words(locale, 'DeskStory');
  return (
    <div className="notice decided" role="status">
      <p>
        <b>{t('decided.done', { reference: decided.reference, what: whatOf(locale, decided.decision) })}</b>{' '}
        {mayUndo && t('decided.until', { time: formatClock(locale, decided.until) })}
      </p>
      {mayUndo && (
        <DeskForm
          locale={locale}
          action="/api/desk/stories/undo"
          hidden={{ event: String(decided.event), back }}
          className=""
        >
          <button type="submit" className="btn second sm" data-key="u" data-key-name={t('decided.undoKey')}>
            {t('decided.undo')} <kbd>u</kbd>
          </button>
        </DeskForm>
      )}
    </div>
  );
}

function whatOf(locale: Locale, decision: string): string {
  const t = words(locale, 'DeskStory') as unknown as ((key: string) => string) & { has(key: string): boolean };
  return t.has(`decided.what.${decision}`) ? t(`decided.what.${decision}`) : t('decided.what.other');
}
