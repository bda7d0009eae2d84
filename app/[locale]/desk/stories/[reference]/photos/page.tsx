import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type PhotosDone, PhotosPage } from '@/components/redaction/PhotosPage';
import { findStaff } from '@/lib/accounts/access';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import { REFUSALS } from '@/lib/files/fields';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { toTyped, typedMarks } from '@/lib/redaction/marks-form';
import { openPhotos } from '@/lib/redaction/queries';
import { pageLocale } from '@/lib/site/page-locale';
import { admitted, DeskView, deskMetadata, NotAllowedView } from '../../../desk-page';
import { openStoryDesk, type StoryDeskProps } from '../story-desk';

const PAGE = '/desk/stories/[reference]/photos';
const DONE: readonly PhotosDone[] = ['redacted', 'restored', 'alt'];
const FAULTS = ['stale', 'busy', 'full', 'notFound', 'marks', 'altTooShort', 'altTooLong'] as const;

export async function generateMetadata({ params, searchParams }: StoryDeskProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { reference } = await params;
  const title = words(locale, 'DeskPhotos')('titleOf', { reference });
  return deskMetadata(locale, title, faultOf(locale, await searchParams) !== null);
}

function faultOf(locale: Locale, search: PageSearch): string | null {
  const code = oneOf(search, 'fault');
  const known = FAULTS.find((fault) => fault === code);
  if (known) return words(locale, 'DeskPhotos')(`faults.${known}`);
  const reason = code === 'failed' && REFUSALS.find((one) => one === oneOf(search, 'reason'));
  return reason ? words(locale, 'StoryFiles')(`refused.${reason}`) : null;
}

export default async function StoryPhotos(props: StoryDeskProps) {
  const { locale, headers, staff, search, reference } = await openStoryDesk(props, PAGE, 'redact');
  const frame = { locale, page: PAGE, params: { reference } } as const;
  if (!staff)
    return <NotAllowedView {...frame} staff={admitted(locale, PAGE, await findStaff(headers), { reference })} />;
  const view = await openPhotos(staff, reference);
  if (!view.ok) notFound();
  const wanted = oneOf(search, 'photo');
  const photo = view.value.photos.find(({ key }) => key === wanted) ?? view.value.photos[0] ?? null;
  const isTyped = Object.keys(search).some((name) => name.startsWith('box.') || name.startsWith('crop.'));
  return (
    <DeskView {...frame} staff={staff}>
      <PhotosPage
        locale={locale}
        view={view.value}
        photo={photo}
        marks={isTyped || photo === null ? typedMarks((name) => oneOf(search, name) ?? '') : toTyped(photo.marks)}
        done={DONE.find((done) => done === oneOf(search, 'done')) ?? null}
        fault={faultOf(locale, search)}
        alt={oneOf(search, 'alt') ?? null}
      />
    </DeskView>
  );
}
