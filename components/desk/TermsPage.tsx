import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { TermForm } from '@/lib/taxonomies/edit-rules';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { TermFields } from './TermFields';
import './suggestions.css';

export interface TermLine {
  href: string;
  label: string;
  code: string;
  /** How much it is used, and whether it is retired, in words. */
  detail: string;
  retired: boolean;
}

interface TermsPageProps {
  locale: Locale;
  taxonomy: string;
  title: string;
  lines: readonly TermLine[];
  form: TermForm & { code: string };
  parents: readonly { value: string; label: string }[];
  fault: string | null;
}

/** The terms of one vocabulary, and the form for a new one. */
export function TermsPage({ locale, taxonomy, title, lines, form, parents, fault }: TermsPageProps) {
  const t = words(locale, 'DeskWords');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{title}</h1>
        <p>{t('terms.lead')}</p>
      </header>
      <ul className="words-list">
        {lines.map(({ href, label, code, detail, retired }) => (
          <li key={code}>
            <span>
              <a href={href}>{label}</a> <code className="small">{code}</code>
            </span>
            <span className={retired ? 'badge warn' : 'muted'}>{detail}</span>
          </li>
        ))}
      </ul>
      <section aria-labelledby="add">
        <h2 id="add">{t('terms.add')}</h2>
        {fault && (
          <div className="errsum" role="alert">
            <p>{fault}</p>
          </div>
        )}
        <DeskForm
          locale={locale}
          action="/api/desk/words/terms"
          hidden={{ taxonomy, act: 'create' }}
          className="words-form"
        >
          <DeskField
            name="code"
            label={t('terms.code')}
            hint={t('terms.codeHint')}
            defaultValue={form.code}
            maxLength={60}
            spellCheck={false}
          />
          <TermFields locale={locale} form={form} parents={parents} />
          <button type="submit" className="btn">
            {t('terms.add')}
          </button>
        </DeskForm>
      </section>
    </div>
  );
}
