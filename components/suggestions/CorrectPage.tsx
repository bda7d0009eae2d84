import { SmallNotice } from '@/components/submissions/SmallForm';
import { Tick } from '@/components/submissions/ui/Tick';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { SuggestField } from '@/lib/suggestions/fields';
import { type FormModel, typed } from '@/lib/suggestions/form-model';
import { EmailQuestion } from './EmailQuestion';
import { type Asked, FieldQuestion } from './FieldQuestion';
import { SuggestForm } from './SuggestForm';
import { TextQuestion } from './TextQuestion';

/** One fact to be corrected. */
export interface CorrectedField {
  field: SuggestField;
  label: string;
  /** What the record says; null when it says nothing. */
  old: string | null;
  hint?: string;
  asked: Asked;
  optional: boolean;
}

interface CorrectPageProps {
  locale: Locale;
  title: string;
  slug: string;
  fields: readonly CorrectedField[];
  /** Secret of an accepted claim's link; null for everybody else. */
  owner: string | null;
  form: FormModel;
  /** Addresses of the record, and of the choice of fields. */
  back: string;
  change: string;
}

/** The second page of a correction: what each fact says now, what it should say, and how one knows. */
export function CorrectPage({ locale, title, slug, fields, owner, form, back, change }: CorrectPageProps) {
  const t = words(locale, 'Suggest');
  return (
    <SuggestForm
      locale={locale}
      action="/api/suggestions/correct"
      title={title}
      lead={t('correct.lead')}
      hidden={{ slug, ...(owner && { t: owner }) }}
      form={form}
      before={owner && <SmallNotice kind="good" title={t('correct.owner')} />}
      after={
        <>
          <a href={change}>{t('correct.change')}</a>
          <a href={back}>{t('back')}</a>
        </>
      }
    >
      {fields.map(({ field, label, old, hint, asked, optional }, at) => (
        <section key={field} className="change" aria-labelledby={`field-${field}`}>
          <input type="hidden" name="f" value={field} />
          <h2 id={`field-${field}`}>{label}</h2>
          <p className="was">
            <b>{t('correct.old')}</b>
            {old === null ? <span className="unknown">{t('correct.oldNone')}</span> : <span>{old}</span>}
          </p>
          <FieldQuestion {...{ locale, form, field, asked, hint }} label={t('correct.new')} />
          {optional && old !== null && (
            <Tick name={`none-${field}`} checked={typed(form, `none-${field}`) === 'yes'}>
              {t('correct.gone')}
            </Tick>
          )}
          <TextQuestion
            locale={locale}
            form={form}
            name={`s-${field}`}
            label={at === 0 ? t('correct.source') : t('correct.sourceAgain')}
            hint={at === 0 ? t('correct.sourceHint') : undefined}
            rows={2}
          />
        </section>
      ))}
      <EmailQuestion locale={locale} form={form} />
    </SuggestForm>
  );
}
