import { Feed } from 'feed';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { COALITION_SITE } from '@/lib/site/names';
import { feedAddress } from './feed-address';
import { bilingual, storyLine } from './present';
import type { StoryListItem } from './types';

/**
 * Stories as an Atom feed in one language, the newest first.
 * @param origin where the site stands, without a slash at the end
 */
export function storyFeed(stories: readonly StoryListItem[], locale: Locale, origin: string): string {
  const t = words(locale, 'Story');
  const site = words(locale, 'Site');
  const newest = stories.reduce<Date | null>(
    (latest, { publishedAt }) => (latest === null || publishedAt > latest ? publishedAt : latest),
    null,
  );
  const feed = new Feed({
    id: origin + hrefFor(locale, '/stories'),
    title: t('feedTitle'),
    description: t('feedDescription'),
    language: locale,
    link: origin + hrefFor(locale, '/stories'),
    feedLinks: { atom: origin + feedAddress(locale) },
    author: { name: site('coalition'), link: COALITION_SITE },
    generator: site('name'),
    // Without a story there is no day to name; the beginning of time changes with nothing.
    updated: newest ?? new Date(0),
  });
  for (const story of stories) {
    const title = bilingual(story.title, locale).text;
    const link = origin + hrefFor(locale, '/stories/[slug]', { slug: story.slug });
    feed.addItem({
      title: escapeHtml(title),
      // The address may change with the title; the number stays.
      id: `${origin}/stories#${story.id}`,
      link,
      date: story.publishedAt,
      published: story.publishedAt,
      description: escapeHtml(bilingual(story.summary, locale).text),
      content: escapeHtml([storyLine(story, locale), t(`origin.${story.origin}`)].filter(Boolean).join(' · ')),
    });
  }
  return feed.atom1();
}

/** The feed says that its texts are HTML, in which ours are plain. */
function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
