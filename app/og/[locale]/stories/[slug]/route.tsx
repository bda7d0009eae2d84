import { RecordPicture } from '@/components/picture/RecordPicture';
import { isLocale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { answerPicture } from '@/lib/site/picture/answer';
import { drawable } from '@/lib/site/picture/fonts';
import { presentStory } from '@/lib/stories/present';
import { findStory } from '@/lib/stories/queries';
import { vocabularies } from '@/lib/taxonomies/queries';

interface RouteContext {
  params: Promise<{ locale: string; slug: string }>;
}

/** The picture of a story: its tile, its title, who and where, in the script of the page. */
export async function GET(_: Request, { params }: RouteContext): Promise<Response> {
  const { locale, slug } = await params;
  const found = isLocale(locale) ? findStory(slug) : null;
  if (!isLocale(locale) || found?.is !== 'story') return new Response(null, { status: 404 });
  const site = words(locale, 'Site');
  const model = presentStory(found.story, { locale, vocab: vocabularies() });
  const key = JSON.stringify(['story', locale, found.story.id, found.story.updatedAt]);
  return answerPicture(key, () => (
    <RecordPicture
      name={drawable(model.title)}
      summary={model.line === '' ? null : drawable(model.line)}
      mark="story"
      site={{ name: site('name'), coalition: site('coalition') }}
    />
  ));
}
