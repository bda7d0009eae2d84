import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BulkPreviewPage } from '@/components/desk/queue/BulkPreviewPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { listReasons } from '@/lib/moderation/reasons';
import { previewBulk } from '@/lib/queue/bulk-preview';
import { BULK_ACTIONS, BULK_MOST, isBulkAction, reasonKindOf } from '@/lib/queue/bulk-rules';
import { listColleagues } from '@/lib/queue/choices';
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
} from '../desk-page';

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskBulk')('title'));
}

/** What would happen to the ticked stories; nothing is changed before the form of this page is sent. */
export default async function BulkPreview(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/bulk';
  const queue = toQueueQuery(readQueueQuery(oneOf(search, 'queue') ?? ''));
  const back = (fault: string): never =>
    redirect(hrefFor(locale, '/desk', {}, `${queue}${queue === '' ? '' : '&'}fault=${fault}`));
  const action = oneOf(search, 'act');
  if (!isBulkAction(action)) return back('actionWrong');
  const staff = await permitted(locale, page, headers, BULK_ACTIONS[action].right);
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const ids = [...new Set([search.item ?? []].flat().map(Number))].filter(Number.isSafeInteger);
  if (ids.length === 0) return back('nothingTicked');
  if (ids.length > BULK_MOST) return back('tooMany');
  const effects = await previewBulk(staff, { action, ids });
  const colleagues = action === 'assign' ? await listColleagues(staff) : null;
  const kind = reasonKindOf(action);
  const reasons = kind === null ? [] : (await listReasons(locale, locale)).filter((reason) => reason.kind === kind);
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      <BulkPreviewPage
        locale={locale}
        action={action}
        effects={effects.ok ? effects.value : []}
        people={colleagues?.ok ? colleagues.value : []}
        reasons={reasons}
        queue={queue}
        fault={readQueueOutcome(search).fault}
      />
    </DeskView>
  );
}
