import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SuggestionPage } from '@/components/desk/SuggestionPage';
import { readNotice } from '@/lib/accounts/notices';
import { oneOf } from '@/lib/accounts/outcomes';
import { can } from '@/lib/accounts/permissions';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { deskSuggestion } from '@/lib/suggestions/queries';
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
import { doneWords } from '../done-words';
import { suggestionModel } from './model';

const LIST = '/desk/suggestions';

interface PageProps extends DeskPageProps {
  params: Promise<{ locale: string; reference: string }>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const faulty = oneOf(await searchParams, 'fault') !== undefined;
  return deskMetadata(locale, `${words(locale, 'DeskSuggestions')('title')} ${(await params).reference}`, faulty);
}

export default async function Suggestion(props: PageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { reference } = await props.params;
  const staff = await permitted(locale, LIST, headers, 'decideSuggestions');
  if (!staff) return <NotAllowedView locale={locale} page={LIST} staff={admitted(locale, LIST, desk.staff)} />;
  const found = await deskSuggestion(staff, reference);
  if (!found.ok || found.value === null) notFound();
  const model = suggestionModel(found.value, {
    locale,
    vocab: vocabularies(),
    fault: oneOf(search, 'fault') ?? null,
    canReveal: can(staff, 'seeContacts'),
    revealed: readNotice(headers, 'typed', staff.id)?.[`sender ${found.value.id}`] ?? null,
    done: doneWords(oneOf(search, 'done'), locale),
  });
  return (
    <DeskView locale={locale} page="/desk/suggestions/[reference]" params={{ reference }} staff={staff}>
      <SuggestionPage locale={locale} model={model} />
    </DeskView>
  );
}
