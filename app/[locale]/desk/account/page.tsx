import type { Metadata } from 'next';
import { AccountPage } from '@/components/desk/AccountPage';
import { PasskeySection } from '@/components/desk/PasskeySection';
import { browserName } from '@/lib/accounts/browsers';
import { countRecoveryCodes } from '@/lib/accounts/factor';
import { readOutcome } from '@/lib/accounts/outcomes';
import { listOwnSessions } from '@/lib/accounts/own-account';
import { listPasskeys, offerNewPasskey } from '@/lib/accounts/passkeys';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { admitted, type DeskPageProps, DeskView, deskMetadata, openDesk } from '../desk-page';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskAccount')('title'), fault !== null);
}

export default async function Account(props: DeskPageProps) {
  const { locale, search, ...desk } = await openDesk(props);
  const staff = admitted(locale, '/desk/account', desk.staff);
  const sessions = await listOwnSessions(staff);
  const outcome = readOutcome(search, ['wrongPassword', 'current']);
  return (
    <DeskView locale={locale} page="/desk/account" staff={staff}>
      <AccountPage
        locale={locale}
        staff={staff}
        recoveryCodes={await countRecoveryCodes(staff)}
        sessions={sessions.map(({ userAgent, ...session }) => ({ ...session, browser: browserName(userAgent) }))}
        passkeys={
          <PasskeySection
            locale={locale}
            passkeys={await listPasskeys(staff)}
            hasFactor={staff.hasFactor}
            offer={await offerNewPasskey(staff)}
            fault={outcome.fault}
          />
        }
        {...outcome}
      />
    </DeskView>
  );
}
