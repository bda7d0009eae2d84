import type { Metadata } from 'next';
import { StoryMissing } from '@/components/desk/story/StoryMissing';
import { words } from '@/lib/i18n/words';
import { findDeskStory } from '@/lib/moderation/story-queries';
import { normalizeReference } from '@/lib/submissions/references';
import { admitted, DeskView, deskMetadata, NotAllowedView, openDesk, permitted } from '../../desk-page';
import { StoryDesk } from './StoryDesk';
import { maskWords, type StoryPageProps } from './story-page';

const PAGE = '/desk/stories/[reference]';

export async function generateMetadata(props: StoryPageProps): Promise<Metadata> {
  const { locale, search } = await openDesk(props);
  const { reference } = await props.params;
  // The reference and no title: it stands in the browser's history, on machines that others use.
  return deskMetadata(
    locale,
    normalizeReference(reference) ?? words(locale, 'DeskStory')('queue'),
    Boolean(search.fault),
  );
}

export default async function DeskStory(props: StoryPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { reference } = await props.params;
  const params = { reference };
  const staff = await permitted(locale, PAGE, headers, 'readQueue', params);
  if (!staff)
    return (
      <NotAllowedView locale={locale} page={PAGE} params={params} staff={admitted(locale, PAGE, desk.staff, params)} />
    );
  const found = await findDeskStory(staff, reference, maskWords(locale));
  const story = found.ok ? found.value : null;
  return (
    <DeskView locale={locale} page={PAGE} params={params} staff={staff}>
      {story ? <StoryDesk {...{ locale, staff, story, search }} /> : <StoryMissing locale={locale} />}
    </DeskView>
  );
}
