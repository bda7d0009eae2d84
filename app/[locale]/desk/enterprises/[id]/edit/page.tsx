import type { Metadata } from 'next';
import { EditRecordPage } from '@/components/records/EditRecordPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { findDraft } from '@/lib/keeping/drafts';
import { formOptions } from '@/lib/keeping/form-options';
import { toFormValues } from '@/lib/keeping/form-values';
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
} from '../../../desk-page';
import { editValues } from '../../edit-values';
import { recordOf } from '../../record-page';

type Props = DeskPageProps<{ id: string }>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const title = words(locale, 'DeskRecords')('editTitle', { name: (await params).id.slice(0, 9) });
  return deskMetadata(locale, title, oneOf(await searchParams, 'draft') !== undefined);
}

export default async function EditEnterprise(props: Props) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { id } = await props.params;
  const page = '/desk/enterprises/[id]/edit';
  const staff = await permitted(locale, page, headers, 'editRecords', { id });
  if (!staff)
    return (
      <NotAllowedView locale={locale} page={page} params={{ id }} staff={admitted(locale, page, desk.staff, { id })} />
    );
  const record = await recordOf(staff, id);
  const draft = await findDraft<SaveFault>(staff, `record:${record.id}`, oneOf(search, 'draft'));
  const vocab = vocabularies();
  const values = editValues(draft, toFormValues(record.input));
  const municipality = vocab.municipalities.get(record.input.municipality ?? '');
  return (
    <DeskView locale={locale} page={page} params={{ id }} staff={staff}>
      <EditRecordPage
        locale={locale}
        vocab={vocab}
        record={record}
        values={values}
        fault={draft?.fault ?? null}
        options={formOptions(vocab, locale, values)}
        mapSettings={mapSettings(locale)}
        start={record.input.position ?? (municipality ? { lat: municipality.lat, lng: municipality.lng } : null)}
      />
    </DeskView>
  );
}
