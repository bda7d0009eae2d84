import { ErrorLine } from '@/components/submissions/ui/ErrorLine';
import { describedBy, Question } from '@/components/submissions/ui/Question';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { type FormModel, typed } from '@/lib/suggestions/form-model';
import { suggestFaultText } from '@/lib/suggestions/present';

interface TextQuestionProps {
  locale: Locale;
  form: FormModel;
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  rows?: number;
  type?: 'text' | 'email' | 'url' | 'tel';
  inputMode?: 'numeric';
  autoComplete?: string;
}

/** A question with one line, or several, of text. */
export function TextQuestion(props: TextQuestionProps) {
  const { locale, form, name, label, hint, optional, rows, type = 'text', inputMode, autoComplete } = props;
  const fault = form.faults.find((each) => each.name === name);
  const control = {
    ...{ id: `f-${name}`, name, defaultValue: typed(form, name) },
    'aria-describedby': describedBy(name, { hint: hint !== undefined }),
    'aria-invalid': fault ? true : undefined,
  };
  return (
    <Question
      name={name}
      label={label}
      hint={hint}
      optional={optional ? words(locale, 'Suggest')('optional') : null}
      error={fault && <ErrorLine>{suggestFaultText(fault, locale)}</ErrorLine>}
    >
      {rows ? (
        <textarea className={`in rows${rows}`} rows={rows} {...control} />
      ) : (
        // Checked by us, in the visitor's language: a browser's own bubble would lose what a phone shows of the page.
        <input
          className="in"
          type={type === 'url' ? 'text' : type}
          inputMode={inputMode}
          autoComplete={autoComplete}
          {...control}
        />
      )}
    </Question>
  );
}
