import type { Role } from '@/lib/accounts/permissions';
import { NAME_LENGTH } from '@/lib/accounts/schema';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { DeskField } from './DeskField';
import { DeskForm } from './DeskForm';
import { faultOf, Outcome, type PageFault } from './Outcome';

interface InvitationPageProps {
  locale: Locale;
  fault: PageFault | null;
  /** null when it no longer works. */
  invitation: { secret: string; email: string; role: Role; expiresAt: Date } | null;
  /** The name as it was typed before. */
  name: string;
}

export function InvitationPage({ locale, fault, invitation, name }: InvitationPageProps) {
  const t = words(locale, 'DeskSignIn');
  return (
    <div className="wrap desk-page">
      <header>
        <h1>{t('invitation.title')}</h1>
        <p>
          {invitation
            ? t('invitation.text', {
                role: words(locale, 'Roles')(invitation.role),
                email: invitation.email,
                until: formatMoment(locale, invitation.expiresAt),
              })
            : t('invitation.gone')}
        </p>
      </header>
      {invitation && (
        <>
          <Outcome locale={locale} fault={fault} done={null} />
          <DeskForm locale={locale} action="/api/desk/invitation" hidden={{ t: invitation.secret }}>
            <DeskField
              name="name"
              label={t('invitation.name')}
              hint={t('invitation.nameHint')}
              autoComplete="name"
              maxLength={NAME_LENGTH.max}
              defaultValue={name}
              fault={faultOf(locale, fault, 'name')}
              required
            />
            {/* For password managers: the address that the password belongs to. */}
            <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
            <DeskField
              name="password"
              type="password"
              label={t('invitation.password')}
              hint={t('newPassword.hint')}
              autoComplete="new-password"
              fault={faultOf(locale, fault, 'password')}
              required
            />
            <button type="submit" className="btn">
              {t('invitation.submit')}
            </button>
          </DeskForm>
        </>
      )}
    </div>
  );
}
