import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { faultOf, Outcome, type PageFault } from './Outcome';
import { PasskeyForm } from './PasskeyForm';

interface CodePageProps {
  locale: Locale;
  fault: PageFault | null;
  next: string | undefined;
  /** Somebody who is signed in shows the code again; otherwise a sign-in waits for it. */
  again: boolean;
  /** How a passkey is shown instead; null when the account has none. */
  passkey: PublicKeyCredentialRequestOptionsJSON | null;
}

export function CodePage({ locale, fault, next, again, passkey }: CodePageProps) {
  const t = words(locale, 'DeskSignIn');
  const key = words(locale, 'DeskPasskeys');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('code.title')}</h1>
        {again && <p>{t('code.again')}</p>}
      </header>
      <Outcome locale={locale} fault={fault} done={null} />
      {passkey && (
        <PasskeyForm
          action={again ? '/api/desk/passkeys/show' : '/api/desk/passkeys/sign-in'}
          hidden={{ locale, ...(next === undefined ? {} : { next }) }}
          ask={{ kind: 'show', options: passkey }}
          submit={key('use')}
          words={{ cancelled: key('cancelled'), unsupported: key('unsupported') }}
        >
          <p className="muted">{key('orCode')}</p>
        </PasskeyForm>
      )}
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
