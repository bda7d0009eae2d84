import type { Metadata } from 'next';
import { AuditPage } from '@/components/audit/AuditPage';
import { readNotice } from '@/lib/accounts/notices';
import { readOutcome } from '@/lib/accounts/outcomes';
import { can } from '@/lib/accounts/permissions';
import { parseAuditSearch, toAuditFilter, toAuditQuery } from '@/lib/audit/address';
import { auditChoices } from '@/lib/audit/choices';
import { findAuditNames, findAuditObjectId, listAuditPeople } from '@/lib/audit/names';
import { presentAuditEntry } from '@/lib/audit/present';
import { listAudit } from '@/lib/audit/queries';
import { words } from '@/lib/i18n/words';
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
  return deskMetadata(locale, words(locale, 'DeskAudit')('title'));
}

export default async function Audit(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/audit';
  const staff = await permitted(locale, page, headers, 'readAudit');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const { asked, before } = parseAuditSearch(search);
  const filter = toAuditFilter({ ...asked, id: await findAuditObjectId(asked.id) });
  const log = await listAudit(staff, filter, { before });
  const names = await findAuditNames(staff, log.ok ? log.value.entries : [], locale);
  const people = await listAuditPeople(staff);
  // The right was checked above; between the two it could be taken away.
  if (!log.ok || !names.ok || !people.ok) return <NotAllowedView locale={locale} page={page} staff={staff} />;
  return (
    <DeskView locale={locale} page={page} query={toAuditQuery(asked)} staff={staff}>
      <AuditPage
        locale={locale}
        asked={asked}
        choices={auditChoices(locale, people.value)}
        lines={log.value.entries.map((entry) => presentAuditEntry(locale, entry, names.value))}
        next={log.value.next}
        isLater={before !== undefined}
        check={readNotice(headers, 'auditCheck', staff.id)}
        fault={readOutcome(search).fault}
        mayExport={can(staff, 'exportData')}
      />
    </DeskView>
  );
}
