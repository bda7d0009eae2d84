import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { Outcome, type PageFault } from './Outcome';

interface ForgottenPageProps {
  locale: Locale;
  fault: PageFault | null;
  sent: boolean;
}

/** Asks for a link for a new password; what it says afterwards is the same for every address. */
export function ForgottenPage({ locale, fault, sent }: ForgottenPageProps) {
  const t = words(locale, 'DeskSignIn');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('reset.title')}</h1>
        {!sent && <p>{t('reset.text')}</p>}
      </header>
      <Outcome locale={locale} fault={fault} done={null} />
      {sent ? (
        <p className="notice" role="status">
          {t('reset.sent')}
        </p>
      ) : (
        <DeskForm locale={locale} action="/api/desk/forgotten">
          <DeskField name="email" type="email" label={t('email')} autoComplete="username" spellCheck={false} required />
          <button type="submit" className="btn">
            {t('reset.submit')}
          </button>
        </DeskForm>
      )}
      <p>
        <a href={hrefFor(locale, '/desk/sign-in')}>{t('reset.back')}</a>
      </p>
    </div>
  );
}
