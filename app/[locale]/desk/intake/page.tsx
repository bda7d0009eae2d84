import type { Metadata } from 'next';
import { IntakeListPage } from '@/components/intake/IntakeListPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { listIntakes } from '@/lib/intake/queries';
import { pageLocale } from '@/lib/site/page-locale';
import { normalizeReference } from '@/lib/submissions/references';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../desk-page';

const FAULTS = ['notFound', 'stale', 'notAllowed', 'wrongActor', 'busy', 'full', 'notSeen'] as const;
const DONE = ['confirmed', 'discarded', 'sent'] as const;

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const isFaulty = oneOf(await searchParams, 'fault') !== undefined;
  return deskMetadata(locale, words(locale, 'DeskIntake')('title'), isFaulty);
}

export default async function Intakes(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/intake';
  const staff = await permitted(locale, page, headers, 'enterStory');
  const lines = staff && (await listIntakes(staff));
  if (!staff || !lines?.ok)
    return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const t = words(locale, 'DeskIntake');
  const fault = FAULTS.find((code) => code === oneOf(search, 'fault'));
  const done = DONE.find((code) => code === oneOf(search, 'done'));
  const reference = normalizeReference(oneOf(search, 'reference') ?? '') ?? '';
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      <IntakeListPage
        locale={locale}
        lines={lines.value}
        fault={fault ? t(`faults.${fault}`) : null}
        done={done ? t(`done.${done}`, { reference }) : null}
      />
    </DeskView>
  );
}
