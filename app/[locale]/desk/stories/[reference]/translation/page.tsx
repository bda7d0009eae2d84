import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotYetPage } from '@/components/translations/NotYetPage';
import { type TranslationDone, TranslationPage } from '@/components/translations/TranslationPage';
import { findStaff } from '@/lib/accounts/access';
import { oneOf } from '@/lib/accounts/outcomes';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { findAside, KEPT_HEADER } from '@/lib/story-form/kept';
import { openTranslation } from '@/lib/translations/queries';
import { admitted, DeskView, deskMetadata, NotAllowedView } from '../../../desk-page';
import { openStoryDesk, type StoryDeskProps } from '../story-desk';

const PAGE = '/desk/stories/[reference]/translation';
const DONE: readonly TranslationDone[] = ['saved', 'finished', 'unfinished'];

export async function generateMetadata({ params }: StoryDeskProps): Promise<Metadata> {
  const { reference } = await params;
  const locale = await pageLocale(params);
  return deskMetadata(locale, words(locale, 'DeskTranslation')('titleOf', { reference }));
}

export default async function StoryTranslation(props: StoryDeskProps) {
  const { locale, headers, staff, search, reference } = await openStoryDesk(props, PAGE, 'translate');
  const frame = { locale, page: PAGE, params: { reference } } as const;
  if (!staff)
    return <NotAllowedView {...frame} staff={admitted(locale, PAGE, await findStaff(headers), { reference })} />;
  const view = await openTranslation(staff, reference);
  if (!view.ok && view.error.code !== 'notYet') notFound();
  const aside = findAside(headers.get(KEPT_HEADER));
  const kept = aside && {
    values: new Map(aside.entries),
    trouble: aside.trouble.code === 'tooLong' ? ('tooLong' as const) : ('notSaved' as const),
  };
  return (
    <DeskView {...frame} staff={staff}>
      {view.ok ? (
        <TranslationPage
          locale={locale}
          view={view.value}
          done={DONE.find((done) => done === oneOf(search, 'done')) ?? null}
          kept={kept}
        />
      ) : (
        <NotYetPage locale={locale} reference={reference} />
      )}
    </DeskView>
  );
}
