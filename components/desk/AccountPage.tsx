import type { ReactNode } from 'react';
import type { Role } from '@/lib/accounts/permissions';
import { NAME_LENGTH } from '@/lib/accounts/schema';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { LanguageField } from './LanguageField';
import { type DoneWord, faultOf, Outcome, type PageFault } from './Outcome';

export interface SessionRow {
  id: string;
  isThis: boolean;
  createdAt: Date;
  seenAt: Date;
  address: string | null;
  /** "Firefox, Windows"; null when it did not say. */
  browser: string | null;
}

interface AccountPageProps {
  locale: Locale;
  staff: { name: string; email: string; role: Role; locale: string; hasFactor: boolean };
  recoveryCodes: number;
  sessions: readonly SessionRow[];
  /** The section of passkeys. */
  passkeys: ReactNode;
  fault: PageFault | null;
  done: DoneWord | null;
}

/** One's own account: name and language, password, second factor, where one is signed in. */
export function AccountPage({ locale, staff, recoveryCodes, sessions, passkeys, fault, done }: AccountPageProps) {
  const t = words(locale, 'DeskAccount');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('title')}</h1>
        <p className="muted">
          {staff.email} · {words(locale, 'Roles')(staff.role)}
        </p>
      </header>
      <Outcome locale={locale} fault={fault} done={done} />
      <section aria-labelledby="profile">
        <h2 id="profile">{t('profile')}</h2>
        <DeskForm locale={locale} action="/api/desk/account/profile">
          <DeskField
            name="name"
            label={t('name')}
            autoComplete="name"
            maxLength={NAME_LENGTH.max}
            defaultValue={staff.name}
            fault={faultOf(locale, fault, 'name')}
            required
          />
          <LanguageField locale={locale} label={t('language')} chosen={staff.locale} />
          <button type="submit" className="btn second">
            {t('save')}
          </button>
        </DeskForm>
      </section>
      <section aria-labelledby="change-password">
        <h2 id="change-password">{t('password')}</h2>
        <DeskForm locale={locale} action="/api/desk/account/password">
          <input type="hidden" name="username" autoComplete="username" value={staff.email} />
          <DeskField
            name="current"
            type="password"
            label={t('current')}
            autoComplete="current-password"
            fault={faultOf(locale, fault, 'current')}
            required
          />
          <DeskField
            name="password"
            type="password"
            label={t('new')}
            hint={t('passwordHint')}
            autoComplete="new-password"
            fault={faultOf(locale, fault, 'password')}
            required
          />
          <button type="submit" className="btn second">
            {t('changePassword')}
          </button>
        </DeskForm>
      </section>
      <FactorSection locale={locale} staff={staff} recoveryCodes={recoveryCodes} />
      {passkeys}
      <SessionSection locale={locale} sessions={sessions} />
    </div>
  );
}

function FactorSection({ locale, staff, recoveryCodes }: Pick<AccountPageProps, 'locale' | 'staff' | 'recoveryCodes'>) {
  const t = words(locale, 'DeskAccount');
  return (
    <section aria-labelledby="factor">
      <h2 id="factor">{t('factor')}</h2>
      <p>{staff.hasFactor ? t('factorOn', { count: recoveryCodes }) : t('factorOff')}</p>
      {staff.hasFactor ? (
        <>
          <p className="muted">{t('fresh')}</p>
          <div className="desk-actions">
            <DeskForm locale={locale} action="/api/desk/recovery-codes" className="">
              <button type="submit" className="btn second">
                {t('renew')}
              </button>
            </DeskForm>
            <DeskForm locale={locale} action="/api/desk/factor/drop" className="">
              <button type="submit" className="btn second">
                {t(staff.role === 'volunteer' ? 'dropVolunteer' : 'drop')}
              </button>
            </DeskForm>
          </div>
        </>
      ) : (
        <a className="btn second" href={hrefFor(locale, '/desk/set-up-factor')}>
          {t('setUp')}
        </a>
      )}
    </section>
  );
}

function SessionSection({ locale, sessions }: Pick<AccountPageProps, 'locale' | 'sessions'>) {
  const t = words(locale, 'DeskAccount');
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <ul className="sessions">
        {sessions.map((session) => {
          const browser = session.browser ?? t('unknownBrowser');
          const moment = formatMoment(locale, session.createdAt);
          return (
            <li key={session.id}>
              <div>
                <b>{browser}</b>
                {session.isThis && ` (${t('thisSession')})`}
                <br />
                <span className="muted">
                  {t('since', { moment })}
                  {session.address && `, ${t('address', { address: session.address })}`}
                  {!session.isThis && `. ${t('seen', { moment: formatMoment(locale, session.seenAt) })}`}
                </span>
              </div>
              {!session.isThis && (
                <DeskForm
                  locale={locale}
                  action="/api/desk/account/sessions"
                  hidden={{ session: session.id }}
                  className=""
                >
                  <button type="submit" className="btn second sm" aria-label={t('endOne', { browser, moment })}>
                    {t('end')}
                  </button>
                </DeskForm>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <DeskForm locale={locale} action="/api/desk/account/sessions" className="">
          <button type="submit" className="btn second">
            {t('endOthers')}
          </button>
        </DeskForm>
      )}
    </section>
  );
}
