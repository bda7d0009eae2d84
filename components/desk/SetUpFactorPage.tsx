import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { type DoneWord, faultOf, Outcome, type PageFault } from './Outcome';

interface SetUpFactorPageProps {
  locale: Locale;
  fault: PageFault | null;
  done: DoneWord | null;
  /** Whether the role cannot do without. */
  compulsory: boolean;
  /** The secret that is being set up: a picture (address of an SVG) and letters; null before the password was given. */
  pending: { picture: string; secret: string } | null;
}

export function SetUpFactorPage({ locale, fault, done, compulsory, pending }: SetUpFactorPageProps) {
  const t = words(locale, 'DeskFactor');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p>{t(compulsory ? 'why' : 'whyVolunteer')}</p>
        <p>{t('apps')}</p>
      </header>
      <Outcome locale={locale} fault={fault} done={done} />
      {pending ? (
        <>
          <section>
            <h2>{t('scan')}</h2>
            {/* biome-ignore lint/performance/noImgElement: the picture is in the page itself */}
            <img className="desk-qr" src={pending.picture} alt={t('qrAlt')} width={220} height={220} />
            <p>
              {t('type')}
              <br />
              <span className="secret" translate="no">
                {pending.secret}
              </span>
            </p>
            <DeskForm locale={locale} action="/api/desk/factor/finish">
              <DeskField
                name="code"
                className="code"
                label={t('code')}
                inputMode="numeric"
                autoComplete="one-time-code"
                spellCheck={false}
                maxLength={10}
                fault={faultOf(locale, fault, 'code')}
                required
              />
              <button type="submit" className="btn">
                {t('finish')}
              </button>
            </DeskForm>
          </section>
          <details>
            <summary>{t('anew')}</summary>
            <PasswordForm locale={locale} fault={fault} />
          </details>
        </>
      ) : (
        <PasswordForm locale={locale} fault={fault} />
      )}
    </div>
  );
}

function PasswordForm({ locale, fault }: { locale: Locale; fault: PageFault | null }) {
  const t = words(locale, 'DeskFactor');
  return (
    <DeskForm locale={locale} action="/api/desk/factor/start">
      <DeskField
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        fault={faultOf(locale, fault, 'password')}
        required
      />
      <button type="submit" className="btn">
        {t('start')}
      </button>
    </DeskForm>
  );
}
