import type { Metadata } from 'next';
import { NewPasswordPage } from '@/components/desk/NewPasswordPage';
import { oneOf, readOutcome } from '@/lib/accounts/outcomes';
import { isResetOpen } from '@/lib/accounts/reset';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { type DeskPageProps, DeskView, deskMetadata, openDesk } from '../desk-page';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskSignIn')('newPassword.title'), fault !== null);
}

/** Opened by a mailed link. Opening it changes nothing: programs that look at mail open links too. */
export default async function NewPassword(props: DeskPageProps) {
  const { locale, search, staff } = await openDesk(props);
  const token = oneOf(search, 't') ?? '';
  const open = await isResetOpen(token);
  const { fault } = readOutcome(search);
  return (
    <DeskView locale={locale} page="/desk/new-password" query={{ t: token }} staff={staff}>
      <NewPasswordPage locale={locale} fault={fault} token={open ? token : null} />
    </DeskView>
  );
}
