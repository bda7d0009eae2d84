import type { Metadata } from 'next';
import { ForgottenPage } from '@/components/desk/ForgottenPage';
import { oneOf, readOutcome } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { type DeskPageProps, DeskView, deskMetadata, openDesk } from '../desk-page';

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskSignIn')('reset.title'));
}

export default async function Forgotten(props: DeskPageProps) {
  const { locale, search, staff } = await openDesk(props);
  return (
    <DeskView locale={locale} page="/desk/forgotten" staff={staff}>
      <ForgottenPage locale={locale} fault={readOutcome(search).fault} sent={oneOf(search, 'done') === 'sent'} />
    </DeskView>
  );
}
