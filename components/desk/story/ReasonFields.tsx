import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { ReasonKind, ReasonView } from '@/lib/moderation/reasons';
import { OfferText } from './live/OfferText';

interface ReasonFieldsProps {
  locale: Locale;
  /** Begins the ids of the fields: forms of one page have fields of one name. */
  id: string;
  kind: ReasonKind;
  reasons: readonly ReasonView[];
  authorLocale: Locale;
  /** What was chosen and typed before. */
  values: Readonly<Record<string, string>>;
  /** Spam needs a reason and no words: nobody is written to. */
  withNote?: boolean;
}

/** The reason from the list, and what the author is told; the list's words are offered as a beginning. */
export function ReasonFields({ locale, id, kind, reasons, authorLocale, values, withNote = true }: ReasonFieldsProps) {
  const t = words(locale, 'DeskStory');
  const offered = reasons.filter((reason) => reason.kind === kind);
  const language = t(`languages.${authorLocale}`);
  return (
    <>
      <div className="desk-field">
        <label htmlFor={`${id}-reason`}>{t('decision.reason')}</label>
        <select id={`${id}-reason`} name="reason" defaultValue={values.reason ?? ''}>
          <option value="">{t('decision.chooseReason')}</option>
          {offered.map(({ code, label, severity }) => (
            <option key={code} value={code}>
              {label} ({t(`decision.${severity}`)})
            </option>
          ))}
        </select>
      </div>
      {withNote && (
        <div className="desk-field">
          <label htmlFor={`${id}-note`}>{t('decision.note')}</label>
          <p className="hint" id={`${id}-note-hint`}>
            {t('decision.noteHint', { language })}
          </p>
          <textarea
            id={`${id}-note`}
            name="note"
            rows={5}
            lang={authorLocale}
            defaultValue={values.note ?? ''}
            aria-describedby={`${id}-note-hint`}
          />
          <OfferText
            from={`${id}-reason`}
            to={`${id}-note`}
            texts={Object.fromEntries(offered.map(({ code, text }) => [code, text]))}
          />
        </div>
      )}
    </>
  );
}
