import { Icon } from '@/components/ui/Icon';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';

interface EditTextProps {
  locale: Locale;
  field: string;
  /** Language of the text. */
  lang: Locale;
  label: string;
  was: string;
  /** What was typed, and said of it, before the form was refused. */
  text: string | undefined;
  kind: string | undefined;
  isLong: boolean;
  fault: string | undefined;
}

/** One text, and what kind of change it is. */
export function EditText({ locale, field, lang, label, was, text, kind, isLong, fault }: EditTextProps) {
  const t = words(locale, 'DeskStory');
  const id = `text.${field}`;
  return (
    <div className={`desk-field edit-text${fault ? ' faulty' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          <Icon name="warning" /> <span>{fault}</span>
        </p>
      )}
      <input type="hidden" name={`was.${field}`} value={was} />
      <textarea
        id={id}
        name={id}
        lang={lang}
        rows={isLong ? Math.min(14, 2 + Math.ceil(was.length / 90)) : 2}
        defaultValue={text ?? was}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      />
      <label htmlFor={`kind.${field}`} className="small">
        {t('edit.kind')}
        <span className="vh">: {label}</span>
      </label>
      <select id={`kind.${field}`} name={`kind.${field}`} defaultValue={kind ?? ''}>
        <option value="">{t('edit.kinds.none')}</option>
        <option value="personalData">
          {t('edit.kinds.personalData')}. {t('edit.personalHint')}
        </option>
        <option value="spelling">
          {t('edit.kinds.spelling')}. {t('edit.spellingHint')}
        </option>
      </select>
    </div>
  );
}
