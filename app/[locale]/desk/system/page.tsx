import type { Metadata } from 'next';
import { SystemPage } from '@/components/system/SystemPage';
import { readNotice } from '@/lib/accounts/notices';
import { readOutcome } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { readSystem } from '@/lib/system/queries';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../desk-page';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskSystem')('title'), fault !== null);
}

export default async function System(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/system';
  const staff = await permitted(locale, page, headers, 'seeSystem');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const system = await readSystem(staff);
  // The right was checked above; between the two it could be taken away.
  if (!system.ok) return <NotAllowedView locale={locale} page={page} staff={staff} />;
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      <SystemPage
        locale={locale}
        system={system.value}
        report={readNotice(headers, 'jobReport', staff.id)}
        {...readOutcome(search)}
      />
    </DeskView>
  );
}
