import type { Metadata } from 'next';
import { SuggestionsPage, type SuggestionTab } from '@/components/desk/SuggestionsPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { inScript } from '@/lib/serbian';
import { pageLocale } from '@/lib/site/page-locale';
import { fieldLabel } from '@/lib/suggestions/present';
import { listSuggestions, type SuggestionRow } from '@/lib/suggestions/queries';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../desk-page';
import { doneWords } from './done-words';

const PAGE = '/desk/suggestions';
const TABS: readonly SuggestionTab[] = ['waiting', 'decided', 'spam'];

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskSuggestions')('title'));
}

export default async function Suggestions(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const staff = await permitted(locale, PAGE, headers, 'decideSuggestions');
  if (!staff) return <NotAllowedView locale={locale} page={PAGE} staff={admitted(locale, PAGE, desk.staff)} />;
  const tab = TABS.find((each) => each === oneOf(search, 'state')) ?? 'waiting';
  const asked = Number(oneOf(search, 'page'));
  const list = await listSuggestions(staff, { state: tab, page: Number.isInteger(asked) ? asked : 1 });
  if (!list.ok) throw new Error(`The list was refused: ${list.error.code}`);
  const { rows, counts, page, pages } = list.value;
  return (
    <DeskView locale={locale} page={PAGE} query={{ state: tab }} staff={staff}>
      <SuggestionsPage
        {...{ locale, tab, counts, page, pages }}
        lines={rows.map((row) => toLine(row, locale))}
        done={doneWords(oneOf(search, 'done'), locale)}
      />
    </DeskView>
  );
}

function toLine(row: SuggestionRow, locale: Locale) {
  const { reference, byOwner, odd } = row;
  return {
    ...{ reference, byOwner, odd, name: inScript(row.name, locale) },
    kind: words(locale, 'Suggest')(`outcome.kind.${row.kind}`),
    facts: row.fields.map((field) => fieldLabel(field, locale)).join(', '),
    arrived: formatDay(locale, row.createdAt),
  };
}
