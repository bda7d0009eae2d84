import type { Metadata } from 'next';
import { EditRecordPage } from '@/components/records/EditRecordPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { findDraft } from '@/lib/keeping/drafts';
import { formOptions } from '@/lib/keeping/form-options';
import type { SaveFault } from '@/lib/keeping/save-fault';
import { mapSettings } from '@/lib/map/settings';
import { pageLocale } from '@/lib/site/page-locale';
import { vocabularies } from '@/lib/taxonomies/queries';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../../desk-page';
import { editValues } from '../edit-values';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const title = words(locale, 'DeskRecords')('newTitle');
  return deskMetadata(locale, title, oneOf(await searchParams, 'draft') !== undefined);
}

export default async function NewEnterprise(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/enterprises/new';
  const staff = await permitted(locale, page, headers, 'editRecords');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const draft = await findDraft<SaveFault>(staff, 'record:new', oneOf(search, 'draft'));
  const vocab = vocabularies();
  const values = editValues(draft, { basis: ['called_by_source'], operatingState: ['active'] });
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      <EditRecordPage
        locale={locale}
        vocab={vocab}
        record={null}
        values={values}
        fault={draft?.fault ?? null}
        options={formOptions(vocab, locale, values)}
        mapSettings={mapSettings(locale)}
        start={null}
      />
    </DeskView>
  );
}
