import type { ReactNode } from 'react';
import { Guards } from '@/components/submissions/Guards';
import { SmallNotice, SmallSummary } from '@/components/submissions/SmallForm';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { FormModel } from '@/lib/suggestions/form-model';
import { suggestFaultText } from '@/lib/suggestions/present';
import '@/components/submissions/submissions.css';
import './suggestions.css';

interface SuggestFormProps {
  locale: Locale;
  action: string;
  title: string;
  lead: string;
  /** Fields that are not shown. */
  hidden: Readonly<Record<string, string>>;
  form: FormModel;
  /** Above the form: notes, what may be the same. */
  before?: ReactNode;
  /** Beside the button. */
  after?: ReactNode;
  children: ReactNode;
}

/** A page of the public with one form: title, what is wrong, the questions, the button. Plain HTML; no script is needed. */
export function SuggestForm({ locale, action, title, lead, hidden, form, before, after, children }: SuggestFormProps) {
  const t = words(locale, 'Suggest');
  const faults = form.faults.map((fault) => ({ name: fault.name, text: suggestFaultText(fault, locale) }));
  return (
    <div className="wrap suggest">
      <header>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <SmallSummary title={t('summary', { n: faults.length })} faults={faults} />
      {form.trouble && (
        <SmallNotice kind="err" title={t('trouble.title')}>
          <p>{form.trouble}</p>
          <p>{t('trouble.kept')}</p>
        </SmallNotice>
      )}
      {before}
      <form method="post" action={action}>
        <input type="hidden" name="locale" value={locale} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <Guards stamp={form.stamp} locale={locale} />
        <div className="go">
          <button type="submit" className="btn">
            {t('send')}
          </button>
          {after}
        </div>
      </form>
    </div>
  );
}
