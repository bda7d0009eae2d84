import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { faultOf, Outcome, type PageFault } from './Outcome';

interface NewPasswordPageProps {
  locale: Locale;
  fault: PageFault | null;
  /** Secret of the link; null when it no longer works. */
  token: string | null;
}

export function NewPasswordPage({ locale, fault, token }: NewPasswordPageProps) {
  const t = words(locale, 'DeskSignIn');
  if (token === null) {
    return (
      <div className="wrap desk-page">
        <header>
          <h1>{t('newPassword.goneTitle')}</h1>
          <p>{t('newPassword.gone')}</p>
        </header>
        <p>
          <a href={hrefFor(locale, '/desk/forgotten')}>{t('newPassword.again')}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('newPassword.title')}</h1>
      </header>
      <Outcome locale={locale} fault={fault} done={null} />
      <DeskForm locale={locale} action="/api/desk/new-password" hidden={{ t: token }}>
        <DeskField
          name="password"
          type="password"
          label={t('newPassword.label')}
          hint={t('newPassword.hint')}
          autoComplete="new-password"
          fault={faultOf(locale, fault, 'password')}
          required
        />
        <button type="submit" className="btn">
          {t('newPassword.submit')}
        </button>
      </DeskForm>
    </div>
  );
}
