import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { faultOf, type PageFault } from './Outcome';
import { PasskeyForm } from './PasskeyForm';

const LONGEST_NAME = 60;

interface PasskeySectionProps {
  locale: Locale;
  passkeys: readonly { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[];
  /** Whether the account has codes; passkeys come beside them. */
  hasFactor: boolean;
  /** Null until the second factor was shown just now. */
  offer: PublicKeyCredentialCreationOptionsJSON | null;
  fault: PageFault | null;
}

/** One's own passkeys on the account page: what there is, one more, one less. */
export function PasskeySection({ locale, passkeys, hasFactor, offer, fault }: PasskeySectionProps) {
  const t = words(locale, 'DeskPasskeys');
  const toCode = hrefFor(locale, '/desk/code', {}, { next: hrefFor(locale, '/desk/account') });
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('title')}</h2>
      <p className="muted">{t('lead')}</p>
      {passkeys.length > 0 && (
        <ul className="sessions">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id}>
              <div>
                <b>{name}</b>
                <br />
                <span className="muted">
                  {t('since', { moment: formatMoment(locale, createdAt) })}{' '}
                  {lastUsedAt ? t('used', { moment: formatMoment(locale, lastUsedAt) }) : t('unused')}
                </span>
              </div>
              <DeskForm locale={locale} action="/api/desk/passkeys/remove" hidden={{ passkey: id }} className="">
                <button type="submit" className="btn second sm" aria-label={t('removeOne', { name })}>
                  {t('remove')}
                </button>
              </DeskForm>
            </li>
          ))}
        </ul>
      )}
      {!hasFactor && <p>{t('codesFirst')}</p>}
      {hasFactor && !offer && (
        <p>
          <a href={toCode}>{t('showFirst')}</a>
        </p>
      )}
      {offer && (
        <PasskeyForm
          action="/api/desk/passkeys/add"
          hidden={{ locale }}
          ask={{ kind: 'make', options: offer }}
          submit={t('add')}
          className="desk-form"
          words={{ cancelled: t('cancelled'), unsupported: t('unsupported') }}
        >
          <DeskField
            name="name"
            id="passkey-name"
            label={t('name')}
            hint={t('nameHint')}
            autoComplete="off"
            maxLength={LONGEST_NAME}
            fault={faultOf(locale, fault, 'passkey-name')}
            required
          />
        </PasskeyForm>
      )}
      <noscript>
        <p className="muted">{t('needsScript')}</p>
      </noscript>
    </section>
  );
}
