import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { type DoneWord, faultOf, Outcome, type PageFault } from './Outcome';

interface SignInPageProps {
  locale: Locale;
  fault: PageFault | null;
  done: DoneWord | null;
  /** Where to go on to. */
  next: string | undefined;
  /** The address as it was typed before. */
  email: string;
}

export function SignInPage({ locale, fault, done, next, email }: SignInPageProps) {
  const t = words(locale, 'DeskSignIn');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
      </header>
      <Outcome locale={locale} fault={fault} done={done} />
      <DeskForm locale={locale} action="/api/desk/sign-in" hidden={{ next }}>
        <DeskField
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          spellCheck={false}
          defaultValue={email}
          required
        />
        <DeskField
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          fault={faultOf(locale, fault, 'password')}
          required
        />
        <button type="submit" className="btn">
          {t('submit')}
        </button>
      </DeskForm>
      <p>
        <a href={hrefFor(locale, '/desk/forgotten')}>{t('forgotten')}</a>
      </p>
    </div>
  );
}
