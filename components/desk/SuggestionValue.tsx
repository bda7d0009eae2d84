import type { Asked } from '@/components/suggestions/FieldQuestion';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { FormModel } from '@/lib/suggestions/form-model';
import { DeskField } from './DeskField';

/** The controls of a suggested value, filled with it. */
export interface SuggestedValue {
  name: string;
  asked: Asked;
  values: FormModel['values'];
  /** It was changed already, and the form came back. */
  open: boolean;
}

interface SuggestionValueProps {
  locale: Locale;
  id: number;
  label: string;
  value: SuggestedValue;
}

/** Lets staff change a suggested value before they accept it. */
export function SuggestionValue({ locale, id, label, value }: SuggestionValueProps) {
  const t = words(locale, 'DeskSuggestions');
  return (
    <details className="sugg-edit" open={value.open}>
      <summary>{t('decide.edit')}</summary>
      <input type="hidden" name={`edit-${id}`} value="yes" />
      <Controls locale={locale} label={label} value={value} />
    </details>
  );
}

function Controls({ locale, label, value: { name, asked, values } }: Omit<SuggestionValueProps, 'id'>) {
  const t = words(locale, 'DeskSuggestions');
  const typed = values[name] ?? [];
  if (asked.kind === 'several') {
    return (
      <fieldset className="sugg-ticks">
        <legend>{t('decide.value', { field: label })}</legend>
        {asked.picks.map((pick) => (
          <label key={pick.value} className="desk-tick">
            <input type="checkbox" name={name} value={pick.value} defaultChecked={typed.includes(pick.value)} />
            {pick.label}
          </label>
        ))}
      </fieldset>
    );
  }
  if (asked.kind === 'text') {
    const shared = { label: t('decide.value', { field: label }), defaultValue: typed[0] ?? '' };
    if (!asked.long) return <DeskField name={name} inputMode={asked.numeric ? 'numeric' : undefined} {...shared} />;
    return (
      <div className="desk-field">
        <label htmlFor={name}>{shared.label}</label>
        <textarea id={name} name={name} rows={3} defaultValue={shared.defaultValue} />
      </div>
    );
  }
  const s = words(locale, 'Suggest');
  return (
    <>
      <div className="desk-field">
        <label htmlFor={name}>{asked.kind === 'place' ? s('municipality') : t('decide.value', { field: label })}</label>
        <select id={name} name={name} defaultValue={typed[0] ?? ''}>
          <option value="">{t('decide.pick')}</option>
          {asked.picks.map((pick) => (
            <option key={pick.value} value={pick.value}>
              {pick.label}
            </option>
          ))}
        </select>
      </div>
      {asked.kind === 'place' && (
        <DeskField name={`${name}-town`} label={s('town')} defaultValue={values[`${name}-town`]?.[0] ?? ''} />
      )}
    </>
  );
}
