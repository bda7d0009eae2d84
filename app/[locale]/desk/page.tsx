import type { Metadata } from 'next';
import { DeskKeys } from '@/components/desk/DeskFrame';
import { QueuePage } from '@/components/desk/queue/QueuePage';
import { InSlot } from '@/components/ui/InSlot';
import { Markup } from '@/components/ui/Markup';
import { Slot, slotId } from '@/components/ui/Slot';
import { requireStaff } from '@/lib/accounts/access';
import type { Staff } from '@/lib/accounts/access-rules';
import { readNotice } from '@/lib/accounts/notices';
import { type PageSearch, readOutcome } from '@/lib/accounts/outcomes';
import { fromReact } from '@/lib/html/from-react';
import type { Html } from '@/lib/html/html';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { readQueueOutcome } from '@/lib/queue/outcomes';
import { pageLocale } from '@/lib/site/page-locale';
import { placeVisitorPart, SHELL_HEADER, VISITOR_MARK } from '@/lib/site/visitor-part';
import { admitted, type DeskPageProps, DeskView, deskMetadata, NotAllowedView, openDesk, permitted } from './desk-page';
import { loadQueue } from './load-queue';

const PAGE = '/desk';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { fault } = readQueueOutcome(await searchParams);
  return deskMetadata(locale, words(locale, 'DeskQueue')('title'), fault !== null);
}

/** The page with its bar, as this member of staff has it. */
async function queueHtml(locale: Locale, staff: Staff, search: PageSearch, headers: Headers): Promise<Html> {
  const queue = await loadQueue(locale, staff, search);
  return fromReact(
    <DeskView locale={locale} page={PAGE} query={queue.model.query} staff={staff} keys={<Slot slot="keys" />}>
      <QueuePage
        locale={locale}
        staff={staff}
        {...queue}
        outcome={readQueueOutcome(search)}
        done={readOutcome(search).done}
        filterName={readNotice(headers, 'typed', staff.id)?.filterName ?? ''}
      />
    </DeskView>,
  );
}

/** What everybody's page has in common, around that of one member of staff. */
function Queue({ locale, html }: { locale: Locale; html: Html }) {
  return (
    <>
      <Markup as="div" className="slot" html={html} />
      <InSlot id={slotId('keys')}>
        <DeskKeys locale={locale} />
      </InSlot>
    </>
  );
}

export default async function Desk(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  if (headers.has(SHELL_HEADER)) return <Queue locale={locale} html={VISITOR_MARK} />;
  const staff = await permitted(locale, PAGE, headers, 'readQueue');
  if (!staff) return <NotAllowedView locale={locale} page={PAGE} staff={admitted(locale, PAGE, desk.staff)} />;
  return <Queue locale={locale} html={await queueHtml(locale, staff, search, headers)} />;
}

// Null for whom the page is another one: who is not signed in or has no right is led elsewhere, a fault stands in the title.
placeVisitorPart(PAGE, async ({ locale, search, cookies }) => {
  const headers = new Headers(cookies === null ? {} : { cookie: cookies });
  const staff = await requireStaff('readQueue', headers);
  if (!staff.ok || readQueueOutcome(search).fault !== null) return null;
  return queueHtml(locale, staff.value, search, headers);
});
