import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportPage } from '@/components/import-desk/ImportPage';
import { oneOf } from '@/lib/accounts/outcomes';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { findImport, listVerdicts } from '@/lib/imports/desk/queries';
import { type ImportFault, type ImportJobView, VERDICTS } from '@/lib/imports/desk/schema';
import { pageLocale } from '@/lib/site/page-locale';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../../desk-page';
import { importTrouble } from '../import-trouble';

type Props = DeskPageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskImport')('title'));
}

export default async function DeskImportJob(props: Props) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { id } = await props.params;
  const page = '/desk/import/[id]';
  const staff = await permitted(locale, page, headers, 'importRecords', { id });
  if (!staff)
    return (
      <NotAllowedView locale={locale} page={page} params={{ id }} staff={admitted(locale, page, desk.staff, { id })} />
    );
  const found = await findImport(staff, /^\d{1,9}$/.test(id) ? Number(id) : 0);
  if (!found.ok) notFound();
  const job = found.value;
  const asked = Number(oneOf(search, 'page'));
  const listPage = Number.isSafeInteger(asked) && asked > 0 ? asked : 1;
  const verdict = VERDICTS.find((tag) => tag === oneOf(search, 'verdict')) ?? firstVerdict(job);
  const list = job.state === 'checked' ? await listVerdicts(staff, { id: job.id, verdict, page: listPage }) : null;
  const t = words(locale, 'DeskImport');
  return (
    <DeskView locale={locale} page={page} params={{ id }} staff={staff}>
      <ImportPage
        locale={locale}
        job={job}
        verdict={verdict}
        page={listPage}
        list={list?.ok ? list.value : null}
        done={oneOf(search, 'done') === 'decided' ? t('done.decided') : null}
        trouble={importTrouble(search, locale) ?? (job.fault ? faultWords(job.fault, locale) : null)}
      />
    </DeskView>
  );
}

/** What needs a person first: duplicates, then errors, then what is new. */
function firstVerdict({ counts }: ImportJobView) {
  if (counts && counts.duplicates > 0) return 'duplicate';
  return counts && counts.errors > 0 ? 'error' : 'new';
}

function faultWords(fault: ImportFault, locale: Locale): string {
  const t = words(locale, 'DeskImport');
  if (fault.code === 'broken') return t('broken');
  const reason = words(locale, 'Import.unusable')(fault.reason, { detail: fault.detail });
  return `${t('failedTitle')}. ${fault.row === null ? t('fileIs', { reason }) : t('fileRow', { row: fault.row, reason })}.`;
}
