import type { Metadata } from 'next';
import { InvitationPage } from '@/components/desk/InvitationPage';
import { findInvitation } from '@/lib/accounts/invitations';
import { readNotice } from '@/lib/accounts/notices';
import { oneOf, readOutcome } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { type DeskPageProps, DeskView, deskMetadata, openDesk } from '../desk-page';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskSignIn')('invitation.title'), fault !== null);
}

export default async function Invitation(props: DeskPageProps) {
  const { locale, search, headers, staff } = await openDesk(props);
  const secret = oneOf(search, 't') ?? '';
  const found = await findInvitation(secret);
  return (
    <DeskView locale={locale} page="/desk/invitation" query={{ t: secret }} staff={staff}>
      <InvitationPage
        locale={locale}
        fault={readOutcome(search).fault}
        invitation={found && { secret, email: found.email, role: found.role, expiresAt: found.expiresAt }}
        name={readNotice(headers, 'typed', null)?.name ?? ''}
      />
    </DeskView>
  );
}
