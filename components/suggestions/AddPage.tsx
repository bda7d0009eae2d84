import { SmallNotice } from '@/components/submissions/SmallForm';
import { Tick } from '@/components/submissions/ui/Tick';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { type FormModel, typed } from '@/lib/suggestions/form-model';
import type { CorrectedField } from './CorrectPage';
import { EmailQuestion } from './EmailQuestion';
import { FieldQuestion } from './FieldQuestion';
import { SuggestForm } from './SuggestForm';
import { TextQuestion } from './TextQuestion';

interface AddPageProps {
  locale: Locale;
  fields: readonly CorrectedField[];
  /** Records that may be the suggested one; empty until the form was sent once. */
  same: readonly { href: string; name: string; why: string }[];
  form: FormModel;
}

/** "Add an enterprise": the essential facts, and how one knows of it. */
export function AddPage({ locale, fields, same, form }: AddPageProps) {
  const t = words(locale, 'Suggest');
  return (
    <SuggestForm
      locale={locale}
      action="/api/suggestions/add"
      title={t('add.title')}
      lead={t('add.lead')}
      hidden={{}}
      form={form}
    >
      {same.length > 0 && (
        <div className="same">
          <SmallNotice kind="warn" title={t('add.same')}>
            <p>{t('add.sameLead')}</p>
          </SmallNotice>
          <ul>
            {same.map(({ href, name, why }) => (
              <li key={href}>
                <a href={href}>{name}</a> <span className="small muted">{why}</span>
              </li>
            ))}
          </ul>
          <Tick name="notSame" checked={typed(form, 'notSame') === 'yes'}>
            {t('add.notSame')}
          </Tick>
        </div>
      )}
      {fields.map(({ field, label, hint, asked, optional }) => (
        <FieldQuestion key={field} {...{ locale, form, field, label, hint, asked, optional }} />
      ))}
      <TextQuestion
        locale={locale}
        form={form}
        name="source"
        label={t('add.source')}
        hint={t('correct.sourceHint')}
        rows={3}
      />
      <EmailQuestion locale={locale} form={form} />
    </SuggestForm>
  );
}
