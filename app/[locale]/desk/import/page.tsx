import type { Metadata } from 'next';
import { ImportListPage } from '@/components/import-desk/ImportListPage';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import { can } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { listImports } from '@/lib/imports/desk/queries';
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
import { importTrouble } from './import-trouble';

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskImport')('title'), oneOf(await searchParams, 'fault') !== undefined);
}

export default async function DeskImport(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/import';
  const staff = await permitted(locale, page, headers, 'importRecords');
  if (!staff) return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const found = await listImports(staff);
  const { jobs, runs } = found.ok ? found.value : { jobs: [], runs: [] };
  const changed = (oneOf(search, 'records') ?? '')
    .split(',')
    .filter((id) => /^\d{1,9}$/.test(id))
    .map(Number);
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      <ImportListPage
        locale={locale}
        jobs={jobs}
        runs={runs}
        mayUndo={can(staff, 'undoImport')}
        done={doneOf(search, locale)}
        trouble={importTrouble(search, locale)}
        changed={changed}
      />
    </DeskView>
  );
}

function doneOf(search: PageSearch, locale: Locale): string | null {
  const t = words(locale, 'DeskImport');
  const number = (name: string) => String(Number(oneOf(search, name)) || 0);
  const done = oneOf(search, 'done');
  if (done === 'discarded') return t('done.discarded');
  if (done === 'undoing') return t('done.undoing', { run: number('run') });
  if (done === 'undone')
    return t('done.undone', { run: number('run'), restored: number('restored'), removed: number('removed') });
  return null;
}
