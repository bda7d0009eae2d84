import type { Metadata } from 'next';
import { StalePage } from '@/components/records/StalePage';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { listStale } from '@/lib/keeping/stale-queries';
import { STALE_KINDS, STALE_SORTS } from '@/lib/keeping/stale-schema';
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
  return deskMetadata(locale, words(locale, 'DeskStale')('title'));
}

const FAULTS = ['noAddress', 'askedLately', 'unknown', 'busy', 'full', 'merged', 'methodWrong'] as const;

export default async function DeskStale(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/stale';
  const staff = await permitted(locale, page, headers, 'editRecords');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const asked = Number(oneOf(search, 'page'));
  const query = {
    which: STALE_KINDS.find((which) => which === oneOf(search, 'which')) ?? 'stale',
    sort: STALE_SORTS.find((sort) => sort === oneOf(search, 'sort')) ?? 'oldest',
    page: Number.isSafeInteger(asked) && asked > 0 ? asked : 1,
  } as const;
  const list = await listStale(staff, query);
  if (!list.ok) return <NotAllowedView locale={locale} page={page} staff={staff} />;
  const t = words(locale, 'DeskStale');
  const fault = FAULTS.find((code) => code === oneOf(search, 'fault'));
  const done = oneOf(search, 'done');
  return (
    <DeskView locale={locale} page={page} query={{ which: query.which, sort: query.sort }} staff={staff}>
      <StalePage
        locale={locale}
        vocab={vocabularies()}
        query={query}
        list={list.value}
        done={done === 'asked' ? t('doneAsked') : done === 'verified' ? t('doneVerified') : null}
        trouble={fault ? t(`faults.${fault}`) : null}
      />
    </DeskView>
  );
}
