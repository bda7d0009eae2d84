import type { Metadata } from 'next';
import { RecordListPage } from '@/components/records/RecordListPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { can } from '@/lib/accounts/permissions';
import { words } from '@/lib/i18n/words';
import { listDeskRecords } from '@/lib/keeping/queries';
import { LIST_STATES } from '@/lib/keeping/schema';
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
} from '../desk-page';

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskRecords')('title'));
}

const LONGEST = 200;

export default async function DeskEnterprises(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/enterprises';
  const staff = await permitted(locale, page, headers, 'editRecords');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const vocab = vocabularies();
  const asked = Number(oneOf(search, 'page'));
  const district = oneOf(search, 'district') ?? '';
  const query = {
    text: (oneOf(search, 'q') ?? '').slice(0, LONGEST),
    state: LIST_STATES.find((state) => state === oneOf(search, 'state')) ?? 'all',
    district: vocab.districts.has(district) ? district : '',
    page: Number.isSafeInteger(asked) && asked > 0 ? asked : 1,
  };
  const found = await listDeskRecords(staff, query);
  const list = found.ok
    ? found.value
    : { rows: [], total: 0, counts: { all: 0, published: 0, closed: 0, hidden: 0, merged: 0 } };
  return (
    <DeskView locale={locale} page={page} query={{ q: query.text }} staff={staff}>
      <RecordListPage locale={locale} vocab={vocab} query={query} {...list} mayImport={can(staff, 'importRecords')} />
    </DeskView>
  );
}
