import type { Metadata } from 'next';
import { TranslationTasksPage } from '@/components/translations/TranslationTasksPage';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { listTranslationTasks } from '@/lib/translations/queries';
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
  return deskMetadata(locale, words(locale, 'DeskTranslation')('tasks.title'));
}

const MOST_PAGES = 10_000;

export default async function Translations(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const page = '/desk/translations';
  const staff = await permitted(locale, page, headers, 'translate');
  const asked = Number.parseInt(oneOf(search, 'page') ?? '1', 10);
  const number = asked >= 1 && asked <= MOST_PAGES ? asked : 1;
  const tasks = staff && (await listTranslationTasks(staff, number));
  if (!staff || !tasks?.ok)
    return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      <TranslationTasksPage locale={locale} page={number} {...tasks.value} />
    </DeskView>
  );
}
