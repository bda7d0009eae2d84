import type { Metadata } from 'next';
import { SplitRecordPage } from '@/components/records/SplitRecordPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { findDraft } from '@/lib/keeping/drafts';
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
import { recordOf } from '../../record-page';

type Props = DeskPageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskRecords')('split.link'));
}

const FAULTS = ['stale', 'nameMissing', 'invalid'] as const;

export default async function SplitEnterprise(props: Props) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { id } = await props.params;
  const page = '/desk/enterprises/[id]/split';
  const staff = await permitted(locale, page, headers, 'editRecords', { id });
  if (!staff)
    return (
      <NotAllowedView locale={locale} page={page} params={{ id }} staff={admitted(locale, page, desk.staff, { id })} />
    );
  const record = await recordOf(staff, id);
  const draft = await findDraft<{ code: string }>(staff, `split:${record.id}`, oneOf(search, 'draft'));
  const fault = FAULTS.find((code) => code === draft?.fault.code);
  return (
    <DeskView locale={locale} page={page} params={{ id }} staff={staff}>
      <SplitRecordPage
        locale={locale}
        vocab={vocabularies()}
        record={record}
        values={draft?.typed ?? {}}
        trouble={fault ? words(locale, 'DeskRecords')(`split.${fault}`) : null}
      />
    </DeskView>
  );
}
