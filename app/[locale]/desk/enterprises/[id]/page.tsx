import type { Metadata } from 'next';
import type { DeskNote } from '@/components/records/DeskNote';
import { RecordDeskPage } from '@/components/records/RecordDeskPage';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { findDraft } from '@/lib/keeping/drafts';
import type { FormValues } from '@/lib/keeping/form-values';
import { faultText, partLabel } from '@/lib/keeping/present';
import type { SaveFault } from '@/lib/keeping/save-fault';
import type { DeskRecord } from '@/lib/keeping/schema';
import { todayInSerbia } from '@/lib/search/today';
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
import { recordOf } from '../record-page';

type Props = DeskPageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskRecords')('record.id', { id: (await params).id.slice(0, 9) }));
}

export default async function DeskEnterprise(props: Props) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { id } = await props.params;
  const page = '/desk/enterprises/[id]';
  const staff = await permitted(locale, page, headers, 'editRecords', { id });
  if (!staff)
    return (
      <NotAllowedView locale={locale} page={page} params={{ id }} staff={admitted(locale, page, desk.staff, { id })} />
    );
  const asked = Number(oneOf(search, 'page'));
  const historyPage = Number.isSafeInteger(asked) && asked > 0 ? asked : 1;
  const record = await recordOf(staff, id, historyPage);
  const draft = await findDraft<SaveFault>(staff, `state:${record.id}`, oneOf(search, 'draft'));
  const faults =
    draft?.fault.code === 'faults'
      ? Object.fromEntries(draft.fault.faults.map((one) => [one.field, faultText(one, locale)]))
      : {};
  const state = { locale, values: draft?.typed ?? presentState(record), faults, sources: {} };
  return (
    <DeskView locale={locale} page={page} params={{ id }} staff={staff}>
      <RecordDeskPage
        locale={locale}
        vocab={vocabularies()}
        record={record}
        page={historyPage}
        state={state}
        isStateOpen={draft !== null}
        note={draft ? { done: null, trouble: Object.values(faults).join(', ') || null } : noteOf(search, locale)}
      />
    </DeskView>
  );
}

function presentState({ input }: DeskRecord): FormValues {
  return {
    state: [input.operatingState ?? 'closed'],
    on: input.operatingStateOn ? [input.operatingStateOn] : [],
    successor: input.successorId ? [String(input.successorId)] : [],
    'source.retrievedOn': [todayInSerbia()],
  };
}

type Note = Pick<Parameters<typeof DeskNote>[0], 'done' | 'trouble'>;

const DONE = [
  'created',
  'saved',
  'verified',
  'state',
  'hidden',
  'shown',
  'merged',
  'unmerged',
  'split',
  'reverted',
] as const;
const TROUBLE = ['notMerged', 'already', 'methodWrong', 'changedSince', 'numberTaken', 'reasonMissing'] as const;
const COMMON = ['busy', 'full', 'merged', 'unknown'] as const;

/** How the last form went, by the codes in the address. */
function noteOf(search: PageSearch, locale: Locale): Note {
  const t = words(locale, 'DeskRecords');
  const code = oneOf(search, 'fault');
  const done = DONE.find((word) => word === oneOf(search, 'done'));
  if (code === 'revert.changedSince') {
    const parts = (oneOf(search, 'parts') ?? '').split(',').filter((key) => t.has(`parts.${key}` as 'parts.town'));
    return {
      done: null,
      trouble: t('history.changedSince', { parts: parts.map((key) => partLabel(locale, key)).join(', ') }),
    };
  }
  if (code === 'revert.notRevertible') return { done: null, trouble: t('history.notRevertible') };
  if (code === 'revert.numberTaken') return { done: null, trouble: t('history.numberTaken') };
  const own = TROUBLE.find((word) => word === code);
  if (own) return { done: null, trouble: t(`trouble.${own}`) };
  const common = COMMON.find((word) => word === code);
  if (common) return { done: null, trouble: t(common) };
  return { done: done ? `done.${done}` : null, trouble: null };
}
