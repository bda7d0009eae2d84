import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { LABEL_MAX, type TermForm } from '@/lib/taxonomies/edit-rules';
import { DeskField } from './DeskField';

interface TermFieldsProps {
  locale: Locale;
  form: TermForm;
  /** Terms that may be broader, in words. */
  parents: readonly { value: string; label: string }[];
}

/** Everything of a term that staff edit. */
export function TermFields({ locale, form, parents }: TermFieldsProps) {
  const t = words(locale, 'DeskWords');
  const lines = (name: 'synonymsSr' | 'synonymsEn' | 'links' | 'noteSr' | 'noteEn', hint?: string) => (
    <div className="desk-field">
      <label htmlFor={name}>{t(`terms.${name}`)}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        rows={3}
        defaultValue={form[name]}
        aria-describedby={hint ? `${name}-hint` : undefined}
      />
    </div>
  );
  return (
    <>
      <DeskField name="labelSr" label={t('terms.labelSr')} defaultValue={form.labelSr} maxLength={LABEL_MAX} />
      <DeskField
        name="labelSrCyrl"
        label={t('terms.labelSrCyrl')}
        defaultValue={form.labelSrCyrl}
        maxLength={LABEL_MAX}
      />
      <DeskField name="labelEn" label={t('terms.labelEn')} defaultValue={form.labelEn} maxLength={LABEL_MAX} />
      {parents.length > 0 && (
        <div className="desk-field">
          <label htmlFor="parentId">{t('terms.parent')}</label>
          <select id="parentId" name="parentId" defaultValue={form.parentId}>
            <option value="">{t('terms.none')}</option>
            {parents.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      {lines('noteSr')}
      {lines('noteEn')}
      {lines('synonymsSr', t('terms.synonymsHint'))}
      {lines('synonymsEn')}
      {lines('links', t('terms.linksHint'))}
    </>
  );
}
