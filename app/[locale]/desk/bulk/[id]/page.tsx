import type { Metadata } from 'next';
import { NotFoundPage } from '@/components/content/NotFoundPage';
import { BulkResultPage } from '@/components/desk/queue/BulkResultPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { findBulkAct } from '@/lib/queue/bulk-acts';
import { readQueueQuery, toQueueQuery } from '@/lib/queue/filter';
import { readQueueOutcome } from '@/lib/queue/outcomes';
import { pageLocale } from '@/lib/site/page-locale';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../../desk-page';

interface BulkResultProps extends DeskPageProps {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: BulkResultProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskBulk')('resultTitle'));
}

export default async function BulkResult(props: BulkResultProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk';
  const staff = await permitted(locale, page, headers, 'readQueue');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const found = await findBulkAct(staff, (await props.params).id);
  const act = found.ok ? found.value : null;
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      {act ? (
        <BulkResultPage
          locale={locale}
          act={act}
          queue={toQueueQuery(readQueueQuery(oneOf(search, 'queue') ?? ''))}
          fault={readQueueOutcome(search).fault}
        />
      ) : (
        <NotFoundPage locale={locale} />
      )}
    </DeskView>
  );
}
