import type { Metadata } from 'next';
import { QueuePage } from '@/components/desk/queue/QueuePage';
import { readNotice } from '@/lib/accounts/notices';
import { readOutcome } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { readQueueOutcome } from '@/lib/queue/outcomes';
import { pageLocale } from '@/lib/site/page-locale';
import { admitted, type DeskPageProps, DeskView, deskMetadata, NotAllowedView, openDesk, permitted } from './desk-page';
import { loadQueue } from './load-queue';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readQueueOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskQueue')('title'), fault !== null);
}

export default async function Desk(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk';
  const staff = await permitted(locale, page, headers, 'readQueue');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const queue = await loadQueue(locale, staff, search);
  return (
    <DeskView locale={locale} page={page} query={queue.model.query} staff={staff}>
      <QueuePage
        locale={locale}
        staff={staff}
        {...queue}
        outcome={readQueueOutcome(search)}
        done={readOutcome(search).done}
        filterName={readNotice(headers, 'typed', staff.id)?.filterName ?? ''}
      />
    </DeskView>
  );
}
