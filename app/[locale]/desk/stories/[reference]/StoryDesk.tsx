import type { DecidedView } from '@/components/desk/story/DecidedBanner';
import { DeskStoryPage } from '@/components/desk/story/DeskStoryPage';
import { type StoryView, VIEWS } from '@/components/desk/story/StoryHead';
import { MapPicture } from '@/components/map/MapPicture';
import { StoryArticle } from '@/components/stories/StoryArticle';
import { HOLD_FROM, SPAM_FROM } from '@/lib/abuse/spam';
import type { Staff } from '@/lib/accounts/access-rules';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import { can } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { presentStoryMarker } from '@/lib/map/present-stories';
import { mapSettings } from '@/lib/map/settings';
import { mapWords } from '@/lib/map/words';
import { personalDataOf } from '@/lib/moderation/hints';
import { listReasons, reasonLabels } from '@/lib/moderation/reasons';
import { readStoryOutcome } from '@/lib/moderation/story-outcomes';
import type { DeskStory, StoryVersion } from '@/lib/moderation/story-queries';
import { findDecided } from '@/lib/moderation/undo-records';
import { presentStory } from '@/lib/stories/present';
import { previewStory } from '@/lib/stories/preview';
import { toDay } from '@/lib/submissions/calendar';
import { vocabularies } from '@/lib/taxonomies/queries';

interface StoryDeskProps {
  locale: Locale;
  staff: Staff;
  story: DeskStory;
  search: PageSearch;
}

/** Gathers what the page of one story shows. */
export async function StoryDesk({ locale, staff, story, search }: StoryDeskProps) {
  const now = new Date();
  const vocab = vocabularies();
  const queue = oneOf(search, 'queue') ?? '';
  const view = viewOf(search, story);
  const [from, to] = versionsOf(search, story);
  const like = previewStory(story.newest.content, {
    contactName: story.authorName,
    photos: story.photos,
    documents: story.documents,
  });
  // The name is cut already to what its author allows.
  const model = presentStory({ ...like, authorName: story.authorName }, { locale, vocab });
  const markers = presentStoryMarker(like, model.title, locale);
  const outcome = readStoryOutcome(search);
  const own = { reference: story.reference };
  const keep: Record<string, string> = { ...(queue !== '' && { queue }), view };
  const isDecidable = story.state === 'in_review' || story.state === 'recommended';
  return (
    <DeskStoryPage
      {...{ locale, story, vocab, view, from, to, queue, now, ...outcome }}
      back={hrefFor(locale, '/desk/stories/[reference]', own, keep)}
      editHref={hrefFor(locale, '/desk/stories/[reference]/edit', own, queue === '' ? {} : { queue })}
      preview={<StoryArticle locale={locale} model={model} level={2} />}
      map={
        markers.length > 0
          ? MapPicture({ locale, label: mapWords(locale, 'stories')('label'), markers, settings: mapSettings(locale) })
          : null
      }
      mapNote={model.mapNote}
      reasons={await listReasons(locale, story.locale)}
      reasonNames={await reasonLabels(locale)}
      hints={personalDataOf(story.newest.content)}
      spamLimits={{ hold: HOLD_FROM, spam: SPAM_FROM }}
      decided={await decidedOf(search, now)}
      conflict={outcome.fault === 'stale' ? conflictOf(story) : null}
      field={oneOf(search, 'field') ?? ''}
      today={toDay(now)}
      mayCheck={can(staff, 'recommend')}
      mayEdit={can(staff, 'editStory') && isDecidable && story.can.length > 0}
      maySecond={can(staff, 'secondDecision')}
      mayReveal={can(staff, 'seeContacts')}
      mayRedact={can(staff, 'redact')}
      mayTranslate={can(staff, 'translate')}
      mayUndo={can(staff, 'undoDecision')}
      mayAsk={can(staff, 'askForChanges')}
      mayClaimNext={can(staff, 'claim')}
    />
  );
}

/** What was answered is read by its changes first; everything else as it will look. */
function viewOf(search: PageSearch, story: DeskStory): StoryView {
  const asked = VIEWS.find((view) => view === oneOf(search, 'view'));
  if (asked) return asked;
  const isAnswer = story.requests.some(({ state }) => state === 'answered') || story.pendingVersion !== null;
  return isAnswer ? 'changes' : 'public';
}

/** The versions that are compared: those of the address, else what staff saw before and what is new. */
function versionsOf(search: PageSearch, story: DeskStory): [StoryVersion, StoryVersion] {
  const { versions, newest } = story;
  const numbered = (name: string) => versions.find(({ number }) => String(number) === oneOf(search, name));
  const asked = story.requests.findLast(({ state }) => state === 'answered')?.version;
  const base = story.pendingVersion === null ? asked : story.liveVersion;
  const before = versions.find(({ number }) => number === base) ?? versions[1] ?? newest;
  return [numbered('from') ?? before, numbered('to') ?? newest];
}

async function decidedOf(search: PageSearch, now: Date): Promise<DecidedView | null> {
  const event = Number(oneOf(search, 'decided'));
  return Number.isSafeInteger(event) && event > 0 ? findDecided(event, now) : null;
}

function conflictOf({ draft, events, versions, newest }: DeskStory) {
  const seen = versions.find(({ number }) => number === draft.seenVersion);
  return {
    since: draft.seenEvent === null ? [] : events.filter(({ id }) => id > (draft.seenEvent ?? 0)),
    seen: seen && seen.number !== newest.number ? seen : null,
  };
}
