import type { Metadata } from 'next';
import { DeskHomePage } from '@/components/desk/DeskHomePage';
import { readOutcome } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { admitted, type DeskPageProps, DeskView, deskMetadata, openDesk } from './desk-page';

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'Desk')('desk'));
}

export default async function Desk(props: DeskPageProps) {
  const { locale, search, ...desk } = await openDesk(props);
  const staff = admitted(locale, '/desk', desk.staff);
  return (
    <DeskView locale={locale} page="/desk" staff={staff}>
      <DeskHomePage locale={locale} staff={staff} done={readOutcome(search).done} />
    </DeskView>
  );
}
