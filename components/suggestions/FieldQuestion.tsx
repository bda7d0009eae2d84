import { Choices } from '@/components/submissions/ui/Choices';
import { ErrorLine } from '@/components/submissions/ui/ErrorLine';
import { describedBy, Question, QuestionGroup } from '@/components/submissions/ui/Question';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { SuggestField } from '@/lib/suggestions/fields';
import { type FormModel, typed } from '@/lib/suggestions/form-model';
import { suggestFaultText } from '@/lib/suggestions/present';
import { TextQuestion } from './TextQuestion';

/** Something to pick, in the visitor's language. */
export interface Pick {
  value: string;
  label: string;
}

/** How a field is asked for, with its choices. */
export type Asked =
  | { kind: 'text'; long: boolean; numeric: boolean; type?: 'email' | 'tel' | 'url' }
  | { kind: 'one' | 'several'; picks: readonly Pick[]; most?: number }
  | { kind: 'place'; picks: readonly Pick[] };

interface FieldQuestionProps {
  locale: Locale;
  form: FormModel;
  field: SuggestField;
  label: string;
  hint?: string;
  optional?: boolean;
  asked: Asked;
}

/** The question for one field of a record. */
export function FieldQuestion({ locale, form, field, label, hint, optional, asked }: FieldQuestionProps) {
  const name = `v-${field}`;
  const t = words(locale, 'Suggest');
  const fault = form.faults.find((each) => each.name === name);
  const error = fault && <ErrorLine>{suggestFaultText(fault, locale)}</ErrorLine>;
  const shared = { name, label, hint, error, optional: optional ? t('optional') : null };
  const described = describedBy(name, { hint: hint !== undefined });
  if (asked.kind === 'text') {
    const lines = asked.long ? { rows: 3 } : {};
    const numeric = asked.numeric ? ({ inputMode: 'numeric' } as const) : {};
    return (
      <TextQuestion {...{ locale, form, name, label, hint, optional }} type={asked.type} {...lines} {...numeric} />
    );
  }
  if (asked.kind === 'several') {
    return (
      <QuestionGroup {...shared} hint={hint ?? (asked.most ? t('most', { n: asked.most }) : undefined)}>
        <Choices type="checkbox" name={name} choices={asked.picks} chosen={form.values[name] ?? []} />
      </QuestionGroup>
    );
  }
  const select = (
    <select
      className="in"
      id={`f-${name}`}
      name={name}
      defaultValue={typed(form, name)}
      aria-describedby={described}
      aria-invalid={fault ? true : undefined}
    >
      <option value="">{t('pick')}</option>
      {asked.picks.map(({ value, label: shown }) => (
        <option key={value} value={value}>
          {shown}
        </option>
      ))}
    </select>
  );
  if (asked.kind === 'one') return <Question {...shared}>{select}</Question>;
  return (
    <QuestionGroup {...shared}>
      <div className="place">
        <label htmlFor={`f-${name}`}>
          {t('municipality')}
          {select}
        </label>
        <label>
          {t('town')}
          <input className="in" name={`${name}-town`} defaultValue={typed(form, `${name}-town`)} maxLength={200} />
        </label>
      </div>
    </QuestionGroup>
  );
}
