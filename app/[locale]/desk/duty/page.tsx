import type { Metadata } from 'next';
import { DutyPage } from '@/components/desk/duty/DutyPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { can } from '@/lib/accounts/permissions';
import { readDutyOutcome } from '@/lib/duty/outcomes';
import { findDutyPlan } from '@/lib/duty/queries';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { termLabel } from '@/lib/taxonomies/present';
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

const PAGE = '/desk/duty';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const faulty = oneOf(await searchParams, 'fault') !== undefined;
  return deskMetadata(locale, words(locale, 'DeskDuty')('title'), faulty);
}

export default async function Duty(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const staff = await permitted(locale, PAGE, headers, 'readQueue');
  if (!staff) return <NotAllowedView locale={locale} page={PAGE} staff={admitted(locale, PAGE, desk.staff)} />;
  const plan = await findDutyPlan(staff);
  if (!plan.ok) throw new Error(`The plan was refused: ${plan.error.code}`);
  const vocab = vocabularies();
  return (
    <DeskView locale={locale} page={PAGE} staff={staff}>
      <DutyPage
        locale={locale}
        {...plan.value}
        mayPlan={can(staff, 'planDuty')}
        themes={vocab.terms('practiceType').map(({ code, retired }) => ({
          ...{ code, retired: retired === true },
          label: termLabel(vocab, 'practiceType', code, locale),
        }))}
        outcome={readDutyOutcome(search)}
      />
    </DeskView>
  );
}
