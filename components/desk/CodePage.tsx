import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { faultOf, Outcome, type PageFault } from './Outcome';

interface CodePageProps {
  locale: Locale;
  fault: PageFault | null;
  next: string | undefined;
  /** Somebody who is signed in shows the code again; otherwise a sign-in waits for it. */
  again: boolean;
}

export function CodePage({ locale, fault, next, again }: CodePageProps) {
  const t = words(locale, 'DeskSignIn');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('code.title')}</h1>
        {again && <p>{t('code.again')}</p>}
      </header>
      <Outcome locale={locale} fault={fault} done={null} />
      <DeskForm locale={locale} action={again ? '/api/desk/show-factor' : '/api/desk/code'} hidden={{ next }}>
        <DeskField
          name="code"
          className="code"
          label={t('code.label')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={20}
          fault={faultOf(locale, fault, 'code')}
          required
        />
        <div className="desk-actions">
          <button type="submit" className="btn">
            {t('code.submit')}
          </button>
          <a href={hrefFor(locale, again ? '/desk' : '/desk/sign-in')}>{t('code.cancel')}</a>
        </div>
      </DeskForm>
    </div>
  );
}
