import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { FOLLOW_UP_ANSWERS } from '@/lib/stories/follow-up';
import { SayFrame } from './SayFrame';
import { SmallNotice } from './SmallForm';

interface StillAlivePageProps {
  locale: Locale;
  token: string;
  /** The story that is asked about; null for a link that opens nothing. */
  story: { title: string; slug: string } | null;
  isDone: boolean;
  /** The answer could not be kept; it can be tried again. */
  isTroubled: boolean;
}

/** Whether a practice goes on: three buttons. Opening the page changes nothing, since scanners of mail open links too. */
export function StillAlivePage({ locale, token, story, isDone, isTroubled }: StillAlivePageProps) {
  const t = words(locale, 'StillAlive');
  return (
    <SayFrame locale={locale}>
      {isTroubled && <SmallNotice kind="err" title={t('trouble')} />}
      {isDone && story && (
        <SmallNotice kind="good" title={t('thanks')}>
          <span>{t('thanksText')}</span>
        </SmallNotice>
      )}
      <div className="say-head">
        <h1>{t(story ? 'title' : 'unknown')}</h1>
        {story && (
          <p className="lead">
            <q>{story.title}</q>
          </p>
        )}
        <p className="lead">{t(story ? 'lead' : 'unknownText')}</p>
      </div>
      {story && (
        <>
          <form method="post" action="/api/story/still-alive" className="still-alive">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="t" value={token} />
            {FOLLOW_UP_ANSWERS.map((answer, at) => (
              <button
                key={answer}
                className={at === 0 ? 'btn' : 'btn second'}
                type="submit"
                name="answer"
                value={answer}
              >
                {t(`answers.${answer}`)}
              </button>
            ))}
          </form>
          <p>
            <a href={hrefFor(locale, '/stories/[slug]', { slug: story.slug })}>{t('story')}</a>
          </p>
        </>
      )}
    </SayFrame>
  );
}
