import type { Metadata } from 'next';
import { StoryEditPage } from '@/components/desk/story/StoryEditPage';
import { StoryMissing } from '@/components/desk/story/StoryMissing';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { readStoryOutcome } from '@/lib/moderation/story-outcomes';
import { findDeskStory } from '@/lib/moderation/story-queries';
import { vocabularies } from '@/lib/taxonomies/queries';
import { admitted, DeskView, deskMetadata, NotAllowedView, openDesk, permitted } from '../../../desk-page';
import { maskWords, type StoryPageProps } from '../story-page';

const PAGE = '/desk/stories/[reference]/edit';

export async function generateMetadata(props: StoryPageProps): Promise<Metadata> {
  const { locale, search } = await openDesk(props);
  return deskMetadata(locale, words(locale, 'DeskStory')('edit.title'), Boolean(search.fault));
}

export default async function EditStory(props: StoryPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { reference } = await props.params;
  const params = { reference };
  const staff = await permitted(locale, PAGE, headers, 'editStory', params);
  if (!staff)
    return (
      <NotAllowedView locale={locale} page={PAGE} params={params} staff={admitted(locale, PAGE, desk.staff, params)} />
    );
  const found = await findDeskStory(staff, reference, maskWords(locale));
  const story = found.ok ? found.value : null;
  const queue = oneOf(search, 'queue') ?? '';
  const keep: Record<string, string> = queue === '' ? {} : { queue };
  const isOpen = story !== null && (story.state === 'in_review' || story.state === 'recommended');
  return (
    <DeskView locale={locale} page={PAGE} params={params} staff={staff}>
      {story ? (
        <StoryEditPage
          {...{ locale, story }}
          vocab={vocabularies()}
          storyHref={hrefFor(locale, '/desk/stories/[reference]', params, keep)}
          back={hrefFor(locale, PAGE, params, keep)}
          isOpen={isOpen && (story.claim === null || story.claim.isMine)}
          fault={readStoryOutcome(search).fault}
          editFault={editFaultOf(search, locale)}
        />
      ) : (
        <StoryMissing locale={locale} />
      )}
    </DeskView>
  );
}

type Loose = ((key: string, values?: Record<string, string>) => string) & { has(key: string): boolean };

function editFaultOf(search: PageSearch, locale: Locale): { field: string; text: string } | null {
  const field = oneOf(search, 'field') ?? '';
  const key = `edit.faults.${oneOf(search, 'what') ?? ''}`;
  const t = words(locale, 'DeskStory') as unknown as Loose;
  const form = words(locale, 'StoryForm') as unknown as Loose;
  if (!t.has(key) || !form.has(`fields.${field}.label`)) return null;
  return { field, text: t(key, { field: form(`fields.${field}.label`) }) };
}
