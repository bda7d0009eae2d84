import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import type { DeskStory } from '@/lib/moderation/story-queries';

export const VIEWS = ['public', 'answers', 'changes'] as const;
export type StoryView = (typeof VIEWS)[number];

interface StoryHeadProps {
  locale: Locale;
  story: DeskStory;
  view: StoryView;
  viewHref: (view: StoryView) => string;
  mayTranslate: boolean;
}

/** Title, what the story is now, and the ways to look at it. */
export function StoryHead({ locale, story, view, viewHref, mayTranslate }: StoryHeadProps) {
  const t = words(locale, 'DeskStory');
  const { newest, slug } = story;
  const origin = ORIGINS.find((known) => known === story.origin) ?? 'other';
  return (
    <header className="doc-head">
      <p className="badges">
        <span className="badge calm">{t(`states.${story.state}`)}</span>
        <span className="code" translate="no">
          {story.reference}
        </span>
      </p>
      <h1 lang={story.locale}>{newest.content.title}</h1>
      <p className="muted">
        {newest.content.organisationName && <span lang={story.locale}>{newest.content.organisationName} · </span>}
        <span lang={story.locale}>{newest.content.place}</span> · {t('sent', { day: formatDay(locale, story.sentAt) })}{' '}
        {t(`origin.${origin}`)} · {t('version', { number: newest.number })}
        {newest.author === 'staff' && ` (${t('byStaff')})`}
        {slug && (
          <>
            {' '}
            · <a href={hrefFor(locale, '/stories/[slug]', { slug })}>{t('liveLink')}</a>
          </>
        )}
      </p>
      <nav className="seg" aria-label={t('views.label')}>
        {VIEWS.map((one) => (
          <a key={one} href={viewHref(one)} aria-current={one === view ? 'true' : undefined}>
            {t(`views.${one}`)}
          </a>
        ))}
      </nav>
      {mayTranslate && (
        <p>
          <a
            href={hrefFor(locale, '/desk/stories/[reference]/translation', { reference: story.reference })}
            data-key="t"
            data-key-name={t('translation')}
          >
            {t('translation')}
          </a>
        </p>
      )}
    </header>
  );
}

const ORIGINS = ['web', 'phone', 'paper', 'import', 'api'] as const;
