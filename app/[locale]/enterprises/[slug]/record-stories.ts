import 'server-only';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { presentStoryLine, type StoryLineModel } from '@/lib/stories/present-page';
import { countStoriesOf, listStoriesOf } from '@/lib/stories/queries';

/** Stories that a record's page names; the rest stands in the list. */
const SHOWN = 4;

/** The stories of a record, as its page lists them. */
export function storiesOfRecord(
  enterpriseId: number,
  locale: Locale,
): { lines: StoryLineModel[]; all: { count: number; href: string } | null } {
  const lines = listStoriesOf(enterpriseId, SHOWN).map((story) => presentStoryLine(story, locale));
  const count = lines.length < SHOWN ? lines.length : countStoriesOf(enterpriseId);
  const href = hrefFor(locale, '/stories', {}, { organisation: String(enterpriseId) });
  return { lines, all: count > lines.length ? { count, href } : null };
}
