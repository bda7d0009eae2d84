import type { Metadata } from 'next';
import { MergeRecordsPage } from '@/components/records/MergeRecordsPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { findOtherRecord } from '@/lib/keeping/queries';
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
  return deskMetadata(locale, words(locale, 'DeskRecords')('merge.title'));
}

const FAULTS = ['stale', 'sameRecord', 'invalid', 'keptHidden', 'keptEnded'] as const;

export default async function MergeEnterprises(props: Props) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { id } = await props.params;
  const page = '/desk/enterprises/[id]/merge';
  const staff = await permitted(locale, page, headers, 'editRecords', { id });
  if (!staff)
    return (
      <NotAllowedView locale={locale} page={page} params={{ id }} staff={admitted(locale, page, desk.staff, { id })} />
    );
  const kept = await recordOf(staff, id);
  const named = (oneOf(search, 'with') ?? '').slice(0, 300);
  const found = named === '' ? null : await findOtherRecord(staff, named);
  const other = found?.ok && found.value.id !== kept.id ? found.value : null;
  const t = words(locale, 'DeskRecords');
  const fault = FAULTS.find((code) => code === oneOf(search, 'fault'));
  const unfound = named !== '' && !other ? t(found?.ok ? 'merge.sameRecord' : 'faults.recordUnknown') : null;
  return (
    <DeskView locale={locale} page={page} params={{ id }} query={named === '' ? {} : { with: named }} staff={staff}>
      <MergeRecordsPage
        locale={locale}
        vocab={vocabularies()}
        kept={kept}
        other={other}
        named={named}
        trouble={fault ? t(`merge.${fault}`) : unfound}
      />
    </DeskView>
  );
}
