import type { Metadata } from 'next';
import { DeskFiguresPage } from '@/components/figures/DeskFiguresPage';
import { figuresForDesk } from '@/lib/figures/queries';
import { words } from '@/lib/i18n/words';
import { reasonLabels } from '@/lib/moderation/reasons';
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

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskFigures')('title'));
}

export default async function DeskFigures(props: DeskPageProps) {
  const { locale, headers, ...desk } = await openDesk(props);
  const page = '/desk/figures';
  const staff = await permitted(locale, page, headers, 'readFigures');
  const figures = staff && figuresForDesk(staff);
  if (!staff || !figures?.ok)
    return <NotAllowedView locale={locale} page={page} staff={admitted(locale, page, desk.staff)} />;
  const reasons = await reasonLabels(locale);
  return (
    <DeskView locale={locale} page={page} staff={staff}>
      <DeskFiguresPage locale={locale} figures={figures.value} reasonWords={(code) => reasons.get(code) ?? code} />
    </DeskView>
  );
}
